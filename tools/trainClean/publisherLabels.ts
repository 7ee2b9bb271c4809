import type { Markup } from '../../src/core/article/record.ts';
import type { Label, LabelledSpan } from './labelledPages.ts';
import { alignWords, wordsOf } from './pageLabels.ts';

/** What a publisher's own parser takes out of a page. */
export interface PublishedArticle {
  readonly title: string;
  readonly authors: readonly string[];
  /** Of its publication, four digits, or empty. */
  readonly year: string;
  /** The standfirst: neutral, as the sets disagree on it. */
  readonly summary: readonly string[];
  /** Section headings and paragraphs in order. */
  readonly paragraphs: readonly string[];
}

/** A line of a dump is of the article when it shares at least so much of its words, in order, with the article's text. */
const sharedWords = 0.5;
/** A byline or date that is longer is a sentence. */
const mostHeadWords = 14;
/** Lines so far above the first paragraph may be the article's head, UTF-16 code units. */
const headReach = 1500;

/** Labels each line of a page's dump: the article's, its head and captions as neutral, all else as boilerplate. */
export function labelByArticle(text: string, markup: Markup, article: PublishedArticle): LabelledSpan[] {
  const lines = linesOf(text);
  const labels = labelLines(text, lines, [...article.summary, ...article.paragraphs].join('\n'));
  const neutral = labelLines(text, lines, article.summary.join('\n'));
  const first = labels.findIndex((label, i) => label === 'K' && neutral[i] !== 'K');
  const last = labels.lastIndexOf('K');
  const start = lines[first]?.[0] ?? 0;
  const end = lines[last]?.[1] ?? 0;
  const captions = captionSpans(markup).filter((span) => span[0] >= start - headReach && span[1] <= end);
  const title = fold(article.title);
  const merged: [number, number, Label][] = [];
  lines.forEach(([from, to], i) => {
    const line = text.slice(from, to);
    const isHead = i < first + 3 && from > start - headReach && isHeadLine(line, article);
    const isCaption = captions.some(([a, b]) => from >= a && to <= b);
    const isNeutral =
      neutral[i] === 'K' || isHead || isCaption || (from < end && title !== '' && fold(line) === title);
    const label = labels[i] === 'K' && neutral[i] !== 'K' ? 'K' : isNeutral ? 'N' : 'D';
    const open = merged.at(-1);
    if (open?.[2] === label) open[1] = to;
    else merged.push([from, to, label]);
  });
  return merged;
}

export function wordCount(spans: readonly LabelledSpan[], text: string, wanted: Label): number {
  return spans.reduce(
    (sum, [start, end, label]) =>
      sum + (label === wanted ? text.slice(start, end).split(/\s+/).filter(Boolean).length : 0),
    0,
  );
}

function linesOf(text: string): [start: number, end: number][] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map((match) => [match.index, match.index + match[0].length]);
}

function labelLines(text: string, lines: readonly (readonly [number, number])[], article: string): Label[] {
  const words = wordsOf(text);
  const pairs = alignWords(words, wordsOf(article));
  let next = 0;
  return lines.map(([, end]) => {
    let all = 0;
    let shared = 0;
    for (; (words[next]?.start ?? Infinity) < end; next++) {
      all++;
      if ((pairs[next] ?? -1) >= 0) shared++;
    }
    return all > 0 && shared >= all * sharedWords ? 'K' : 'D';
  });
}

const fold = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

function isHeadLine(line: string, { authors, year }: PublishedArticle): boolean {
  const folded = ` ${fold(line)} `;
  if (folded.split(' ').length > mostHeadWords) return false;
  return (
    (year !== '' && folded.includes(` ${year} `)) ||
    authors.map(fold).some((author) => author !== '' && folded.includes(` ${author} `))
  );
}

function captionSpans({ blocks }: Markup): [number, number][] {
  return blocks
    .filter(({ path }) => path.some((label) => /^(figcaption|figure)\b|caption/.test(label)))
    .map(({ start, end }) => [start, end]);
}
