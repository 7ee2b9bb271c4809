import type { LabelledText } from '../corpus.ts';
import { draw, expand, type Grammar, type Piece } from './grammar.ts';
import {
  acronym,
  coinBrand,
  coinWord,
  initialsOf,
  inventCompany,
  inventPersonAbroad,
  type NameLists,
} from './inventedNames.ts';
import { joinPieces, pickStyle } from './typesetting.ts';

type Random = () => number;

/** A language whose names take no elided articles: the templates hold all small words themselves. */
export interface PlainLanguage {
  readonly code: string;
  readonly sentences: Grammar;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly demonyms: readonly string[];
  readonly months: readonly string[];
  readonly days: readonly string[];
}

/** Slots that expand a rule of the same name to one organization or work. */
const nameRules: Readonly<Record<string, string>> = {
  body: 'ORG',
  party: 'ORG',
  court: 'ORG',
  univ: 'ORG',
  media: 'ORG',
  club: 'ORG',
  group: 'ORG',
  misc: 'MISC',
  union: 'ORG',
  folk: 'MISC',
  agreement: 'MISC',
};

export function generatePlain(
  language: PlainLanguage,
  random: Random,
  lists: NameLists,
  id: string,
): LabelledText {
  const fill = createFiller(language, random, lists);
  const line = (rule: string): Piece[] => typed(expand(language.sentences, `<${rule}>`, random, fill));
  const blocks: Piece[][] = [];
  if (random() < 0.15) blocks.push(line('section'));
  if (random() < 0.8) blocks.push(line('headline'));
  if (random() < 0.3) blocks.push(line('byline'));
  const paragraphs = 2 + Math.floor(random() * 5);
  for (let i = 0; i < paragraphs; i++) {
    if (random() < 0.06) blocks.push(line('question'));
    const paragraph = line('paragraph');
    blocks.push(i === 0 && random() < 0.2 ? [...line('dateline'), ...paragraph] : paragraph);
  }
  const style = {
    ...pickStyle(random),
    colon: ': ',
    isPlain: false,
    elides: false,
    isRejoined: random() < 0.12,
  };
  return { id, lang: language.code, ...joinPieces(blocks, style, random, '\n') };
}

/** `La Junta de {region}|ORG` in a template is one name, from its first capital after the article to the mark. */
function typed(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  pieces.forEach((piece, i) => {
    const isPart = piece.type === undefined || pieces[i + 1]?.text.startsWith('|') === true;
    const before = joined[joined.length - 1];
    if (!isPart) joined.push(piece);
    else if (before === undefined || before.type !== undefined) joined.push({ text: piece.text });
    else joined[joined.length - 1] = { text: before.text + piece.text };
  });
  return joined.flatMap((piece) => (piece.type === undefined ? splitMarked(piece.text) : [piece]));
}

/** The capitalised words right before `|TYPE`, with the small words between them. */
const marked = /((?:\p{Lu}[\p{L}'’-]*)(?: (?:de|del|la|y|of|the|\p{Lu}[\p{L}'’-]*))*)\|(ORG|LOC)/u;

function splitMarked(text: string): Piece[] {
  const found = marked.exec(text);
  if (found === null) return [{ text }];
  const [whole, name = '', type] = found;
  const bare = name.replace(/^(?:El|La|Los|Las|The|A) /, '');
  const before = text.slice(0, found.index) + name.slice(0, name.length - bare.length);
  const after = text.slice(found.index + whole.length);
  return [{ text: before }, { text: bare, type }, ...splitMarked(after)];
}

function createFiller(
  language: PlainLanguage,
  random: Random,
  lists: NameLists,
): (slot: string) => readonly Piece[] {
  const kept = new Map<string, string>();
  const keep = (slot: string, make: () => string): string => {
    const before = kept.get(slot);
    if (before !== undefined && random() < 0.7) return before;
    const name = make();
    if (before === undefined || random() < 0.3) kept.set(slot, name);
    return name;
  };
  const words = (pattern: string): string =>
    expand(language.sentences, pattern, random, inner)
      .map((piece) => piece.text)
      .join('');
  const inner = (slot: string): readonly Piece[] => [{ text: plainSlot(slot) }];
  const number = (most: number): string => String(1 + Math.floor(random() * most));
  const place = (): string => (random() < 0.7 ? draw(lists.cities, random) : coinWord(random));
  const plainSlot = (slot: string): string => {
    switch (slot.replace(/\d$/, '')) {
      case 'city':
        return place();
      case 'country':
        return draw(language.countries, random);
      case 'region':
        return draw(language.regions, random);
      case 'coin':
        return random() < 0.7 ? coinWord(random) : draw(lists.lastNames, random);
      case 'acr':
        return acronym(random);
      case 'listed':
        return draw(lists.bodies, random);
      case 'listedMedia':
        return draw(lists.media, random);
      case 'listedClub':
        return draw(lists.clubs, random);
      case 'full':
        return inventPersonAbroad(random, lists).full;
      case 'demonym':
      case 'demonymC':
      case 'demonymF':
        return draw(language.demonyms, random);
      case 'tech':
        return acronym(random, 3);
      case 'number':
        return number(90);
      case 'digit':
        return number(9);
      case 'year':
        return String(1950 + Math.floor(random() * 75));
      case 'month':
        return draw(language.months, random);
      case 'day':
        return draw(language.days, random);
      default:
        throw new RangeError(`no slot {${slot}}`);
    }
  };
  const body = (): string => keep('body', () => words('<body>'));
  const special: Readonly<Record<string, () => Piece>> = {
    co: () => ({ text: keep('co', () => inventCompany(random, lists).full), type: 'ORG' }),
    co2: () => ({ text: keep('co2', () => inventCompany(random, lists).full), type: 'ORG' }),
    co3: () => ({ text: inventCompany(random, lists).full, type: 'ORG' }),
    CO: () => ({ text: place().toUpperCase(), type: 'LOC' }),
    CITY: () => ({ text: place().toUpperCase(), type: 'LOC' }),
    city: () => ({ text: keep('city', place), type: 'LOC' }),
    city2: () => ({ text: place(), type: 'LOC' }),
    country: () => ({ text: keep('country', () => draw(language.countries, random)), type: 'LOC' }),
    country2: () => ({ text: draw(language.countries, random), type: 'LOC' }),
    region: () => ({ text: draw(language.regions, random), type: 'LOC' }),
    full: () => ({ text: inventPersonAbroad(random, lists).full, type: 'PER' }),
    per: () => {
      const full = keep('per', () => inventPersonAbroad(random, lists).full);
      return { text: random() < 0.5 ? full : full.split(' ').slice(1).join(' '), type: 'PER' };
    },
    last: () => ({ text: keep('last', () => inventPersonAbroad(random, lists).short[0]!), type: 'PER' }),
    last2: () => ({ text: inventPersonAbroad(random, lists).short[0]!, type: 'PER' }),
    acr: () => ({ text: acronym(random), type: 'ORG' }),
    acrBody: () => ({ text: initialsOf(body()).padEnd(3, 'A').slice(0, 6), type: 'ORG' }),
    acrOf: () => ({ text: initialsOf(body()).padEnd(3, 'A').slice(0, 6), type: 'ORG' }),
    product: () => ({ text: coinBrand(random), type: 'MISC' }),
    body: () => ({ text: body(), type: 'ORG' }),
    media: () => ({ text: keep('media', () => words('<media>')), type: 'ORG' }),
    party: () => ({ text: keep('party', () => words('<party>')), type: 'ORG' }),
    club: () => ({ text: keep('club', () => words('<club>')), type: 'ORG' }),
    club2: () => ({ text: words('<club>'), type: 'ORG' }),
  };
  const withArticle = (slot: string): readonly Piece[] | undefined => {
    if (slot === 'group') return [{ text: words('<group>'), type: 'ORG' }];
    if (slot !== 'theBody' && slot !== 'TheBody' && slot !== 'theCourt' && slot !== 'TheCourt')
      return undefined;
    const [article = '', ...rest] = words(`<${slot}>`).replace('|ORG', '').split(' ');
    return [{ text: `${article} ` }, { text: rest.join(' '), type: 'ORG' }];
  };
  return (slot) => {
    const found = special[slot];
    if (found !== undefined) return [found()];
    const article = withArticle(slot);
    if (article !== undefined) return article;
    const type = nameRules[slot];
    if (type !== undefined) return [{ text: words(`<${slot}>`), type }];
    return [{ text: plainSlot(slot) }];
  };
}
