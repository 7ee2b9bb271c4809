import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readHtml } from '../../src/formats/html.ts';
import { wordsOf } from './pageLabels.ts';

/** What another reader takes for the article of a page. */
export interface SecondReading {
  readonly title: string;
  readonly text: string;
}

/** A DOM: this project's types know none. */
type Page = object;

/** Runs of so many words are compared. */
const runLength = 4;

/** The article as Readability sees it (Mozilla, Apache-2.0), which shares nothing with our finder; nothing where it finds none. */
export function readAgain(html: string): SecondReading | undefined {
  try {
    const { document } = parseHTML(html) as unknown as { readonly document: Page };
    const article = new Readability(document).parse();
    if (article?.content == null) return undefined;
    return { title: article.title ?? '', text: readHtml(article.content).text };
  } catch {
    // linkedom makes no document of a few damaged pages: a page that cannot be read twice is not learned from.
    return undefined;
  }
}

/** How far two readings agree: 2PR / (P + R) of their runs of four words, whatever the case, from 0 to 1. */
export function agreement(a: string, b: string): number {
  const ours = runsOf(a);
  const theirs = runsOf(b);
  const shared = [...ours].filter((run) => theirs.has(run)).length;
  return ours.size + theirs.size === 0 ? 0 : (2 * shared) / (ours.size + theirs.size);
}

/** The runs of four words of a text, whatever their case. */
export function runsOf(text: string): Set<string> {
  const words = wordsOf(text).map(({ word }) => word);
  const runs = new Set<string>();
  for (let i = 0; i + runLength <= words.length; i++) runs.add(words.slice(i, i + runLength).join(' '));
  return runs;
}
