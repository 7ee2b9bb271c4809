import type { LabelledText } from '../corpus.ts';
import { createNameMaker, type NameMaker, type Random } from './cast.ts';
import { demonyms, frenchRegions, months, sectorsFr, verbsFr, weekdays } from './facts.fr.ts';
import { draw, expand, type Piece } from './grammar.ts';
import { acronym, type Name, type NameLists } from './inventedNames.ts';
import { frenchSentences } from './sentences.fr.ts';
import { joinPieces, pickStyle, type Style } from './typesetting.ts';

/** The names a document is about; a slot such as `{co2}` always means the same one. */
type Cast = Map<string, Name>;

const makers: Readonly<Record<string, (make: NameMaker) => Name>> = {
  co: (make) => make.company(),
  body: (make) => make.body(),
  min: (make) => make.ministry(),
  court: (make) => make.court(),
  univ: (make) => make.university(),
  eng: (make) => make.englishBody(),
  media: (make) => make.media(),
  pub: (make) => make.media(),
  party: (make) => make.party(),
  union: (make) => make.unionOfWorkers(),
  club: (make) => make.club(),
  per: (make) => make.person(),
  city: (make) => make.place(),
  place: (make) => make.place(),
  misc: (make) => make.work(),
  prod: (make) => make.product(),
  longBody: (make) => make.body(),
  armed: (make) => make.party(),
  seat: (make) => make.seat(),
  known: (make) => make.knownCompany(),
  cityClub: (make) => make.cityClub(),
  capAcr: (make) => make.spokenAcronym(),
};

/** Few enough names per kind that they come back within the document. */
const isKept = (random: Random): boolean => random() < 0.75;

/** Mottos and titles, which name nobody. */
const phrases = [
  'Europe First',
  'Une école pour tous',
  'La ville autrement',
  'Demain commence ici',
  'Osez le vélo',
  'Mangez local',
  'Rivage 2030',
  'Le Grand Détour',
  'Zéro déchet',
  'Made in Sud',
  'Femmes et sciences',
  'Lire ensemble',
  'Meilleur Produit de l’Année',
  'La Nuit des idées',
  'Cœur de village',
  'Terre et liberté',
  'Racines et avenir',
  'Mains tendues',
];

/** How an outlet marks what it offers. */
const tags = [
  '[VIDÉO]',
  '[Vidéo]',
  '(VIDÉO)',
  '[DOCUMENT]',
  '(Photos)',
  '[EN IMAGES]',
  '[DIRECT]',
  '(Document)',
  '[Tribune]',
  '[ENTRETIEN]',
];

/** A car or an aircraft: letters and figures. */
function modelName(random: Random): string {
  const digit = (): string => String(1 + Math.floor(random() * 9));
  const letter = (): string => draw('C E G I K M Q R S T X Z'.split(' '), random);
  return draw(
    [
      digit() + letter(),
      letter() + digit(),
      `${letter()}${digit()}00`,
      `${letter()}-${digit()}0`,
      `${digit()}0${digit()}`,
      `E${letter()}${digit()}`,
    ],
    random,
  );
}

export function generateFrench(random: Random, lists: NameLists, id: string): LabelledText {
  const make = createNameMaker(random, lists);
  const style = pickStyle(random);
  const filler = createFiller(make, style);
  const line = (rule: string): Piece[] => expand(frenchSentences, `<${rule}>`, random, filler);
  const blocks: Piece[][] = [];
  const kind = random();
  if (kind < 0.12) {
    const count = 3 + Math.floor(random() * 8);
    for (let i = 0; i < count; i++)
      blocks.push(expand(frenchSentences, '<headline>', random, createFiller(make, style)));
    return { id, lang: 'fr', ...joinPieces(blocks, style, random, random() < 0.5 ? '    ' : '\n') };
  }
  if (random() < 0.25) blocks.push(line('section'));
  if (random() < 0.85) blocks.push(line('headline'));
  if (random() < 0.35) blocks.push(line('byline'));
  const paragraphs = 2 + Math.floor(random() * 5);
  for (let i = 0; i < paragraphs; i++) {
    if (kind > 0.85) blocks.push(line('question'));
    else if (random() < 0.08) blocks.push(line('headline'));
    const paragraph = line('paragraph');
    blocks.push(i === 0 && random() < 0.2 ? [...line('dateline'), ...paragraph] : paragraph);
  }
  if (random() < 0.15) blocks.push(line('byline'));
  return { id, lang: 'fr', ...joinPieces(blocks, style, random, '\n') };
}

function createFiller(make: NameMaker, style: Style): (slot: string) => readonly Piece[] {
  const { random } = make;
  const cast: Cast = new Map();
  const seen = new Set<Name>();
  const nameOf = (key: string): Name => {
    const kept = cast.get(key);
    if (kept !== undefined && isKept(random)) return kept;
    const name = makers[key.replace(/\d$/, '')]!(make);
    if (kept === undefined || random() < 0.3) cast.set(key, name);
    return name;
  };
  const mention = (name: Name): Piece => {
    const isFirst = !seen.has(name);
    seen.add(name);
    const useShort = !isFirst && name.short.length > 0 && random() < 0.6;
    return { text: useShort ? draw(name.short, random) : name.full, type: name.type };
  };
  const plain = (text: string): Piece[] => [{ text }];
  const number = (most: number): string => String(1 + Math.floor(random() * most));
  const withArticle = (prefix: string, name: Name, piece: Piece): Piece[] => [
    { text: articleBefore(prefix, name, piece.text) },
    piece,
  ];
  const simple: Readonly<Record<string, () => readonly Piece[]>> = {
    full: () => [{ text: styleName(make.person().full, style), type: 'PER' }],
    per: () => {
      const name = nameOf('per');
      const piece = mention(name);
      if (piece.text === name.full) return [{ text: styleName(name.full, style), type: 'PER' }];
      const title =
        random() < 0.75
          ? name.isWoman === true
            ? draw(['Mme ', 'Mme ', 'Mme. '], random)
            : draw(['M. ', 'M. ', 'M. ', 'Monsieur '], random)
          : '';
      return [{ text: title }, { text: styleName(piece.text, style), type: 'PER' }];
    },
    last: () => [{ text: make.person().short[0]!, type: 'PER' }],
    last2: () => [{ text: make.person().short[0]!, type: 'PER' }],
    country: () => [{ text: countryStyle(make.country().name, random), type: 'LOC' }],
    country2: () => [{ text: make.country().name, type: 'LOC' }],
    country3: () => [{ text: make.country().name, type: 'LOC' }],
    inCountry: () => {
      const c = make.country();
      return [{ text: c.in }, { text: countryStyle(c.name, random), type: 'LOC' }];
    },
    theCountry: () => {
      const c = make.country();
      return [{ text: theOf(c.of) }, { text: c.name, type: 'LOC' }];
    },
    TheCountry: () => {
      const c = make.country();
      const the = theOf(c.of);
      return [
        { text: the === '' ? '' : the[0]!.toUpperCase() + the.slice(1) },
        { text: c.name, type: 'LOC' },
      ];
    },
    ofCountry: () => {
      const c = make.country();
      return [{ text: c.of }, { text: c.name, type: 'LOC' }];
    },
    region: () => [{ text: draw(frenchRegions, random)[1], type: 'LOC' }],
    theRegion: () => {
      const [article, name] = draw(frenchRegions, random);
      return [{ text: article }, { text: name, type: 'LOC' }];
    },
    CITY: () => [{ text: make.place().full.toUpperCase(), type: 'LOC' }],
    acr: () => [{ text: acronym(random), type: 'ORG' }],
    acrs: () => [{ text: acronymOf(nameOf('longBody')), type: 'ORG' }],
    longs: () => [{ text: nameOf('longBody').full, type: 'ORG' }],
    acrBody: () => [{ text: acronymOf(nameOf('longBody')), type: 'ORG' }],
    acrOf: () => [{ text: acronymOf(nameOf('longBody')), type: 'ORG' }],
    longOf: () => [{ text: nameOf('longBody').full, type: 'ORG' }],
    acrEng: () => [{ text: acronymOf(nameOf('eng')), type: 'ORG' }],
    coName: () => [{ text: make.company().full, type: 'ORG' }],
    perName: () => [{ text: make.person().full }],
    coin: () => plain(''),
    landform: () => [
      {
        text: `${draw(['Mont', 'Plateau de', 'Golfe de', 'Lac', 'Désert de', 'Massif de'], random)} ${make.place().full}`,
        type: 'LOC',
      },
    ],
    quoted: () => [{ text: '« ' }, { text: draw(phrases, random), type: 'ORG' }, { text: ' »' }],
    phrase: () => plain(draw(phrases, random)),
    tag: () => plain(draw(tags, random)),
    tech: () => plain(acronym(random, 2 + Math.floor(random() * 2))),
    model: () => [{ text: modelName(random), type: 'MISC' }],
    grade: () => plain(draw(['Ba1', 'BBB+', 'A-', 'AA', 'B3', 'Baa2', 'CCC'], random)),
    firstOnly: () => [{ text: draw(make.lists.firstNames, random), type: 'PER' }],
    demonymM: () => plain(draw(demonyms, random)[0]),
    demonymF: () => plain(draw(demonyms, random)[1]),
    demonymP: () => plain(draw(demonyms, random)[2]),
    pct: () => plain(`${number(95)}${draw([',5', '', ',2', '.7'], random)}${draw(['%', ' %'], random)}`),
    money: () =>
      plain(
        `${number(900)} ${draw(['millions d’euros', 'MDH', 'millions de dirhams', 'milliards de dollars', 'M€', 'MMDH', 'milliards FCFA', 'millions de francs', 'euros', 'dollars'], random)}`,
      ),
    figure: () => plain(`${number(900)},${number(9)}`),
    currency: () => plain(draw(['euros', 'dirhams', 'francs', 'dollars'], random)),
    number: () =>
      plain(draw([number(90), number(900), `${number(90)} 000`, `${number(9)}.${number(8)}00`], random)),
    digit: () => plain(number(9)),
    year: () => plain(String(1985 + Math.floor(random() * 41))),
    month: () => plain(draw(months, random)),
    weekday: () => plain(draw(weekdays, random)),
    Weekday: () => {
      const day = draw(weekdays, random);
      return plain(day[0]!.toUpperCase() + day.slice(1));
    },
    'of:sector': () => plain(draw(sectorsFr, random)),
    verb: () => plain(draw(verbsFr, random)),
  };
  return (slot) => {
    const direct = simple[slot];
    if (direct !== undefined) return direct();
    const [prefix, key] = slot.includes(':') ? (slot.split(':') as [string, string]) : ['', slot];
    if (key === 'acrBody') {
      const long = nameOf('longBody');
      const piece = { text: acronymOf(long), type: 'ORG' };
      return withArticle(
        prefix,
        { ...long, article: long.article === '' ? 'le' : long.article === 'les' ? 'la' : long.article },
        piece,
      );
    }
    if (key === 'acrOf') return [{ text: acronymOf(nameOf('longBody')), type: 'ORG' }];
    const name = nameOf(key);
    const piece = mention(name);
    if (prefix === '') return [piece];
    return withArticle(prefix, name, piece);
  };
}

/** `du ` → `le `, `de l'` → `l'`: the article in a country's genitive; none after a bare `de `. */
function theOf(genitive: string): string {
  if (genitive === 'du ') return 'le ';
  if (genitive === 'des ') return 'les ';
  return genitive.replace(/^de /, '');
}

function acronymOf(name: Name): string {
  return (
    name.acronym ??
    name.full
      .replace(/[^A-Z]/g, '')
      .padEnd(3, 'A')
      .slice(0, 5)
  );
}

const startsWithVowel = /^[aeiouyàâéèêîôAEIOUYÀÂÉÈÊÎÔ]/;

/** What French puts before a name: `of` → de la, `the` → la, `to` → à la; `at` → à la or chez. */
function articleBefore(prefix: string, name: Name, text: string): string {
  const vowelled = startsWithVowel.test(text);
  let { article } = name;
  if (article === "l'" && !vowelled) article = 'le';
  if ((article === 'le' || article === 'la') && vowelled) article = "l'";
  const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  const the = article === '' ? '' : article === "l'" ? "l'" : `${article} `;
  switch (prefix) {
    case 'the':
      return the;
    case 'The':
      return the === '' ? '' : capital(the);
    case 'of':
      return article === ''
        ? vowelled
          ? "d'"
          : 'de '
        : article === 'le'
          ? 'du '
          : article === 'les'
            ? 'des '
            : `de ${the}`;
    case 'to':
      return article === 'le' ? 'au ' : article === 'les' ? 'aux ' : `à ${the}`;
    case 'at':
      return article === '' ? 'chez ' : article === 'le' ? 'au ' : article === 'les' ? 'aux ' : `à ${the}`;
    default:
      throw new RangeError(`no prefix ${prefix}`);
  }
}

function countryStyle(name: string, random: Random): string {
  return random() < 0.3 ? name.replace(/^É/, 'E') : name;
}

/** Some papers print family names in capitals. */
function styleName(full: string, style: Style): string {
  if (!style.capitalFamilyNames) return full;
  const words = full.split(' ');
  return words.length < 2 ? full : [words[0], ...words.slice(1).map((word) => word.toUpperCase())].join(' ');
}
