import type { ArticleAnalysis, ArticleEntity, EntityType, Mention } from '../../src/core/index.ts';
import { foldText } from '../../src/core/index.ts';

/** An article of the benchmark with the analysis that a perfect analyser would deliver. */
export interface GeneratedArticle {
  readonly path: string;
  readonly text: string;
  readonly analysis: ArticleAnalysis;
}

interface Name {
  readonly type: EntityType;
  readonly key: string;
  readonly text: string;
  /** Its acronym: some articles use only that, some prove by "Name (ACRONYM)" that both are one. */
  readonly short?: { readonly key: string; readonly text: string };
}

const syllables = [
  'ba',
  'cor',
  'dé',
  'fi',
  'gran',
  'lo',
  'mé',
  'ni',
  'pou',
  'ra',
  'sel',
  'ti',
  'vau',
  'zè',
  'œu',
  'chan',
];
const mentionsPerArticle = 25;
/** UTF-16 code units, the mean of the press articles that the store was studied on. */
const articleLength = 3500;
const firstYear = 2005;
const years = 20;
const undatedShare = 0.05;

/** Articles of made-up words and names: names by a Zipf law, dates over twenty years. The same seed gives the same. */
export function* generateCorpus(count: number, seed = 1): Generator<GeneratedArticle> {
  const random = seededRandom(seed);
  const words = Array.from({ length: 20_000 }, () => makeWord(random, 1 + Math.floor(random() * 4)));
  const names = makeNames(Math.max(200, Math.round(count / 4)), random);
  const pickName = zipf(names.length, random);
  const pickWord = zipf(words.length, random);
  for (let i = 0; i < count; i++) {
    const path = `${firstYear + (i % years)}/${String(i % 997).padStart(3, '0')}/${i}.txt`;
    yield writeArticle(
      path,
      random,
      () => words[pickWord()]!,
      () => names[pickName()]!,
    );
  }
}

function writeArticle(
  path: string,
  random: () => number,
  word: () => string,
  name: () => Name,
): GeneratedArticle {
  const title = Array.from({ length: 8 }, word).join(' ');
  let text = `${title}\n\n`;
  const entities: ArticleEntity[] = [];
  const indexOf = new Map<Name, number>();
  const mentions: Mention[] = [];
  // An article returns to the names it has: some fifteen different ones for twenty-five mentions.
  const ownNames = Array.from({ length: 15 }, name);
  while (text.length < articleLength) {
    if (mentions.length < mentionsPerArticle && random() * articleLength < mentionsPerArticle * 8) {
      const named = ownNames[Math.floor(random() * ownNames.length)]!;
      const entity = indexOf.get(named) ?? entities.length;
      if (entity === entities.length) {
        indexOf.set(named, entity);
        entities.push(entityOf(named, random()));
      }
      const start = text.length;
      const [long, short = long] = entities[entity]!.surfaces;
      const surface = (random() < 0.4 ? short : long) ?? named.text;
      text += surface;
      mentions.push({ start, end: text.length, type: named.type, text: surface, confidence: 1, entity });
    } else {
      text += word();
    }
    text += random() < 0.08 ? '. ' : random() < 0.02 ? '\n' : ' ';
  }
  const isUndated = random() < undatedShare;
  const date = randomDate(random);
  const evidence = { rule: 'generated' };
  const found = <T>(value: T) => ({ value, source: 'generated', quote: '', evidence, confidence: 1 });
  const description = {
    entity: 0,
    kind: 'description',
    value: title,
    start: 0,
    end: title.length,
    score: random(),
  } as const;
  return {
    path,
    text,
    analysis: {
      id: path,
      text,
      boilerplate: [],
      metadata: {
        title: { ...found(title), span: { start: 0, end: title.length } },
        ...(isUndated ? { undatedReason: 'noDate' } : { date: { ...found(date), precision: 'day' } }),
        rejectedDates: [],
        authors: [],
        outlet: found(`Gazette ${Math.floor(random() ** 2 * 40)}`),
        language: 'fr',
      },
      linked: { entities, mentions, facts: entities.length > 0 ? [description] : [] },
    },
  };
}

/** A name as an article has it: of one with an acronym the long form, the short one, or both joined. */
function entityOf({ short, type, key, text }: Name, dice: number): ArticleEntity {
  const plain = { type, key, name: text, alsoKeys: [], surfaces: [text], joins: [] };
  if (!short || dice < 0.5) return plain;
  if (dice < 0.75) return { ...plain, key: short.key, name: short.text, surfaces: [short.text] };
  const joins = [{ name: short.text, evidence: { rule: 'acronymInParentheses' } }];
  return { ...plain, alsoKeys: [short.key], surfaces: [text, short.text], joins };
}

/** Every so many-th organization has an acronym. */
const acronymEvery = 4;

function makeNames(count: number, random: () => number): Name[] {
  return Array.from({ length: count }, (_, i) => {
    const type: EntityType = i % 10 < 5 ? 'ORG' : i % 10 < 8 ? 'PER' : 'LOC';
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => capital(makeWord(random, 3)));
    const text = `${words.join(' ')} ${capital(makeWord(random, 2))}${i.toString(36)}`;
    const acronym = `${words.map((word) => word.charAt(0)).join('')}${i.toString(36)}`.toUpperCase();
    const hasShort = type === 'ORG' && i % acronymEvery === 0;
    const short = hasShort && { short: { key: foldText(acronym), text: acronym } };
    return { type, text, key: foldText(text), ...short };
  });
}

function makeWord(random: () => number, length: number): string {
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function randomDate(random: () => number): string {
  const year = firstYear + Math.floor(random() * years);
  const [month, day] = [12, 28].map((last) => String(1 + Math.floor(random() * last)).padStart(2, '0'));
  return `${year}-${month ?? ''}-${day ?? ''}`;
}

/** Picks 0 … count−1 with probability proportional to 1 / (rank + 2.7) (Zipf-Mandelbrot). */
function zipf(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) sums[i] = sum += 1 / (i + 2.7);
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** mulberry32: 32 bits of state, good enough for words. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
