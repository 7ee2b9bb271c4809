import { draw, expand, type Grammar, type Piece } from './grammar.ts';
import { institutionGrammar, mediaGrammar } from './institutions.fr.ts';
import {
  acronym,
  coinBrand,
  coinWord,
  initialsOf,
  inventCompany,
  inventPerson,
  inventPlace,
  type Article,
  type Name,
  type NameLists,
} from './inventedNames.ts';
import { countries, demonyms, portfolioActs, type Country } from './facts.fr.ts';

export type Random = () => number;

/** Makes names of every kind for one document, and remembers none. */
export interface NameMaker {
  readonly random: Random;
  readonly lists: NameLists;
  company(): Name;
  body(): Name;
  /** A body of the everyday news: a court, a council, a university. */
  seat(): Name;
  /** A company which nobody explains, as one of the lists needs not be. */
  knownCompany(): Name;
  /** A club that is called like its town. */
  cityClub(): Name;
  /** Initials that are written as a word, with one capital. */
  spokenAcronym(): Name;
  ministry(): Name;
  court(): Name;
  university(): Name;
  englishBody(): Name;
  media(): Name;
  party(): Name;
  unionOfWorkers(): Name;
  club(): Name;
  person(): Name;
  place(): Name;
  work(): Name;
  product(): Name;
  country(): Country;
}

const plainWord = (text: string): Piece[] => [{ text }];

/** Makes the names of French-language documents. */
export function createNameMaker(random: Random, lists: NameLists): NameMaker {
  const slot = (name: string): Piece[] => {
    switch (name) {
      case 'city':
        return plainWord(inventPlace(random, lists).full);
      case 'country':
      case 'country2':
        return plainWord(draw(countries, random).name);
      case 'ofCountry': {
        const c = draw(countries, random);
        return plainWord(c.of + c.name);
      }
      case 'demonymM':
        return plainWord(draw(demonyms, random)[0]);
      case 'demonymF':
        return plainWord(draw(demonyms, random)[1]);
      case 'demonymP':
        return plainWord(draw(demonyms, random)[2]);
      case 'ofAcr':
        return plainWord(
          `${draw(['des', 'de la', 'du', "de l'", 'de'], random)} ${acronym(random, 3)}`.replace("' ", "'"),
        );
      case 'perName':
        return plainWord(inventPerson(random, lists).full);
      case 'first':
        return plainWord(draw(lists.firstNames, random));
      case 'coin':
        return plainWord(random() < 0.5 ? coinWord(random) : coinBrand(random));
      case 'coinLower':
        return plainWord(draw(portfolioActs, random));
      case 'year':
        return plainWord(String(2010 + Math.floor(random() * 30)));
      case 'digit':
        return plainWord(String(1 + Math.floor(random() * 9)));
      case 'number':
        return plainWord(String(2 + Math.floor(random() * 60)));
      case 'letter':
        return plainWord(draw('A B C D E F G H K L M N R T V X'.split(' '), random));
      case 'tld':
        return plainWord(draw(['ma', 'com', 'fr', 'info', 'net', 'tn', 'be', 'ch'], random));
      default:
        throw new RangeError(`no slot {${name}} in institution names`);
    }
  };
  const institution = (rule: string, grammar: Grammar = institutionGrammar): Name => {
    const text = expand(grammar, `<${rule}>`, random, slot)
      .map((piece) => piece.text)
      .join('');
    const [article, full] = text.includes('|')
      ? (text.split('|') as [Article, string])
      : (['' as Article, text] as const);
    const fixed = elide(full);
    const initials = initialsOf(fixed);
    return {
      type: 'ORG',
      full: recase(fixed, random),
      short: [],
      article: fixArticle(article, fixed),
      acronym: random() < 0.75 && initials.length >= 3 ? initials.slice(0, 7) : acronym(random),
    };
  };
  const listed = (list: readonly string[], article: Article): Name => ({
    type: 'ORG',
    full: draw(list, random),
    short: [],
    article,
  });
  const misc = (full: string): Name => ({ type: 'MISC', full, short: [], article: '' });
  return {
    random,
    lists,
    company: () => inventCompany(random, lists),
    body: () => (random() < 0.2 ? listedBody(random, lists) : institution('body')),
    seat: () => institution('seat'),
    knownCompany: () => (random() < 0.6 ? listed(lists.companies, '') : inventCompany(random, lists)),
    cityClub: () => listed(lists.cities, ''),
    spokenAcronym: () => {
      const letters = coinAcronym(random);
      return { type: 'ORG', full: letters, short: [], article: '' };
    },
    ministry: () => institution('ministry'),
    court: () =>
      institution('courtBody', {
        ...institutionGrammar,
        courtBody: ['la|<Cour> <courtTail>', 'le|<Tribunal> <courtTail>', 'le|<Parquet> <placeTail>'],
      }),
    university: () =>
      institution('univBody', {
        ...institutionGrammar,
        univBody: ["l'|<Universite> <univTail>", "l'|<Ecole> <schoolTail>"],
      }),
    englishBody: () => ({
      ...institution('englishBody'),
      article: draw(['le', 'la', '', "l'"] as const, random),
    }),
    media: () => (random() < 0.45 ? listed(lists.media, '') : institution('media', mediaGrammar)),
    party: () =>
      random() < 0.4
        ? { type: 'ORG', full: acronym(random, 2 + Math.floor(random() * 3)), short: [], article: 'le' }
        : institution('partyBody', {
            ...institutionGrammar,
            partyBody: ['le|<Parti> <partyTail>', 'le|<Mouvement> <partyTail>'],
          }),
    unionOfWorkers: () =>
      random() < 0.6
        ? {
            type: 'ORG',
            full: acronym(random),
            short: [],
            article: draw(['la', "l'", 'le', ''] as const, random),
          }
        : institution('unionBody', {
            ...institutionGrammar,
            unionBody: [
              'le|<Syndicat> <sectorTail>',
              'la|<Confederation> <sectorTail>',
              "l'|<Union> <sectorTail>",
            ],
          }),
    club: () => (random() < 0.4 ? listed(lists.clubs, 'le') : inventClub(random, lists)),
    person: () => inventPerson(random, lists),
    place: () => inventPlace(random, lists),
    work: () =>
      misc(
        expand(workGrammar, '<work>', random, slot)
          .map((piece) => piece.text)
          .join(''),
      ),
    product: () =>
      misc(
        random() < 0.6
          ? coinBrand(random)
          : `${coinBrand(random)} ${draw(['X', 'Plus', '3', 'Pro', '2.0', 'One', 'Pay', 'Cloud', 'Box', 'Mobile'], random)}`,
      ),
    country: () => draw(countries, random),
  };
}

/** Syllables of initials: `Adira`, `Unef`. */
function coinAcronym(random: Random): string {
  const word = acronym(random, 1) + draw(['a', 'e', 'i', 'o', 'u', 'n', 'd', 's', 'f', 'r', 'l'], random);
  const tail = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, i) =>
    draw((i % 2 === 0 ? 'a e i o u' : 'b c d f l m n p r s t').split(' '), random),
  );
  return word + tail.join('') + draw(['', '', 'f', 'm', 'r', 's', 'c', 'p'], random);
}

function listedBody(random: Random, lists: NameLists): Name {
  const full = draw(lists.bodies, random);
  const isAcronym = full === full.toUpperCase();
  const article: Article = isAcronym
    ? draw(['le', 'la', "l'"] as const, random)
    : /s$/.test(full.split(' ')[0]!)
      ? 'les'
      : /^[AEIOUÉ]/.test(full)
        ? "l'"
        : /^(Cour|Commission|Banque|Haute|Croix|Fondation|Maison|Chambre|Caisse|Ligue)/.test(full)
          ? 'la'
          : 'le';
  return { type: 'ORG', full, short: [], article };
}

function inventClub(random: Random, lists: NameLists): Name {
  const city = inventPlace(random, lists).full;
  const full = draw(
    [
      `FC ${city}`,
      `AS ${city}`,
      `${city} FC`,
      `Olympique de ${city}`,
      `Racing de ${city}`,
      `Stade de ${city}`,
      `US ${city}`,
      `${city} Handball`,
      `Wydad de ${city}`,
      `Union de ${city}`,
      `RC ${city}`,
      `Sporting ${city}`,
      `${acronym(random, 3)} ${city}`,
    ],
    random,
  );
  return { type: 'ORG', full, short: [], article: draw(['le', "l'", 'la', ''] as const, random) };
}

const workGrammar: Grammar = {
  work: [
    '{coin} Awards',
    'Coupe du {coin}',
    'Grand Prix de {city}',
    'Salon de {city}',
    'Festival de {city}',
    'Plan {coin} {year4}',
    'Vision {year4}',
    'Les Enfants de {city}',
    'La Nuit de {coin}',
    'Le Dernier {coin}',
    'Tour de {country}',
    '{coin} {year4}',
    'Prix {coin}',
    'Open de {city}',
    'Une saison à {city}',
    '{coin} Challenge',
    'Start {coin}',
    "L'Été de {first}",
    'Opération {coin}',
    'Mondial de {city}',
    'Coupe {perName}',
    'Forum de {city}',
    'Semaine du {coin}',
  ].map((pattern) => pattern.replace('{year4}', '20{number}')),
};

const vowel = /^[aeiouyhàâéèêëîïôùûAEIOUYHÀÂÉÈÊËÎÏÔÙÛ]/;

/** `de` and `que` before a vowel lose theirs. */
function elide(text: string): string {
  return text.replace(/\b([Dd])e (?=[aeiouàâéèêîôAEIOUÀÂÉÈÊÎÔ])/g, "$1'");
}

function fixArticle(article: Article, name: string): Article {
  if ((article === 'le' || article === 'la') && vowel.test(name) && !/^h/i.test(name)) return "l'";
  if (article === "l'" && !vowel.test(name)) return 'le';
  return article;
}

/** Some houses write every word of a name with a capital, some only the first, some drop accents on capitals. */
function recase(text: string, random: Random): string {
  const kind = random();
  let result = text;
  if (kind < 0.16)
    result = text.replace(
      /(^|[\s'’-])(\p{Ll})(?=\p{L}{3,})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  if (random() < 0.3) result = result.replace(/[ÉÈÊ]/g, 'E').replace(/À/g, 'A');
  return result;
}
