import type { Markup } from '../article/record.ts';
import type { Measures } from './measures.ts';
import { forEachToken, joinTokenHashes } from './tokens.ts';

/** What the page says of itself, found again in its lines. */
export interface PageSays {
  /** The segment that is the article's title; -1 where none is. */
  readonly titleAt: number;
  /** Shares of the segment's words that stand in the same order in the text its linked data give; -1 without one. */
  readonly inArticleBody: Float32Array;
  /** The same for words, in any order, of the page's title. */
  readonly inTitle: Float32Array;
}

/** A text of fewer words is an abstract, whatever the page calls it. */
const leastBodyWords = 60;

/** A page gives its title a few times; one of a thousand headlines must not be looked for a thousand times. */
const mostTitles = 8;

/** Runs of so many words are looked up; shorter lines count as one run. */
const runWords = 3;

export function readPageSays({ facts, articleBody }: Markup, measures: Measures): PageSays {
  const titles = facts
    .filter(({ field }) => field === 'title')
    .slice(0, mostTitles)
    .map(({ value }) => tokensOf(value));
  const titleWords = new Set(titles[0] ?? []);
  const body = tokensOf(articleBody ?? '');
  return {
    titleAt: findTitle(titles, measures),
    inArticleBody:
      body.length < leastBodyWords ? filled(measures.count) : sharesOfRuns(runsOf(body), measures),
    inTitle: titleWords.size === 0 ? filled(measures.count) : sharesOfWords(titleWords, measures),
  };
}

const filled = (count: number): Float32Array => new Float32Array(count).fill(-1);

function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  forEachToken(text, 0, text.length, (hash) => tokens.push(hash));
  return tokens;
}

function runsOf(tokens: readonly number[]): Set<number> {
  const runs = new Set<number>(tokens);
  for (let i = 0; i + runWords <= tokens.length; i++) runs.add(joinRun(tokens, i));
  return runs;
}

function joinRun(tokens: ArrayLike<number>, at: number): number {
  let run = tokens[at] ?? 0;
  for (let k = 1; k < runWords; k++) run = joinTokenHashes(run, tokens[at + k] ?? 0);
  return run;
}

function sharesOfRuns(runs: ReadonlySet<number>, { tokens, tokenStarts, count }: Measures): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    const from = tokenStarts[i] ?? 0;
    const to = tokenStarts[i + 1] ?? 0;
    if (to - from < runWords) return -0.5;
    let found = 0;
    for (let t = from; t + runWords <= to; t++) if (runs.has(joinRun(tokens, t))) found++;
    return found / (to - from - runWords + 1);
  });
}

function sharesOfWords(words: ReadonlySet<number>, { tokens, tokenStarts, count }: Measures): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    const from = tokenStarts[i] ?? 0;
    const to = tokenStarts[i + 1] ?? 0;
    let found = 0;
    for (let t = from; t < to; t++) if (words.has(tokens[t] ?? 0)) found++;
    return to > from ? found / (to - from) : 0;
  });
}

/** The first line that has the words of a title and few others; titles come in the order of their sources. */
function findTitle(titles: readonly (readonly number[])[], { tokens, tokenStarts, count }: Measures): number {
  let best = -1;
  let most = 0.75;
  const lines: (ReadonlySet<number> | undefined)[] = [];
  for (const title of titles) {
    const words = new Set(title);
    for (let i = 0; i < count; i++) {
      const from = tokenStarts[i] ?? 0;
      const to = tokenStarts[i + 1] ?? 0;
      if (to - from < 2 || to - from > 60 || (to - from) / words.size <= most) continue;
      const own = (lines[i] ??= new Set(tokens.subarray(from, to)));
      if (words.size / own.size <= most) continue;
      let both = 0;
      for (const token of own) if (words.has(token)) both++;
      const likeness = both / Math.max(own.size, words.size);
      if (likeness > most) {
        most = likeness;
        best = i;
      }
    }
  }
  return best;
}
