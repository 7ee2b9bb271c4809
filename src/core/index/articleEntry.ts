import type { ArticleAnalysis } from '../analysis.ts';
import type { Span } from '../text/span.ts';
import { contributionOf, type ArticleContribution } from './articleContribution.ts';
import { articleTokens } from './articleTokens.ts';
import type { ArticleId } from './ids.ts';

/**
 * What an index keeps of one article. It is worked out where the article is analysed, in a thread of its own: the one who
 * writes the index has then only to write, and neither the text nor its analysis has to be sent.
 */
export interface ArticleEntry {
  readonly contribution: ArticleContribution;
  /** Of the original text, in UTF-16 code units. */
  readonly length: number;
  /** In the original text. */
  readonly boilerplate: readonly Span[];
  /** `articleTokens`, folded and joined by single blanks. */
  readonly titleWords: string;
  readonly words: string;
  /** The original text, for an engine that keeps texts; one that does not is not sent them. */
  readonly text?: string;
}

/** Reads an analysis into what an index keeps of it. */
export function entryOf(id: ArticleId, analysis: ArticleAnalysis): ArticleEntry {
  const { title, body } = articleTokens(analysis);
  return {
    contribution: contributionOf(id, analysis, body),
    length: analysis.text.length,
    boilerplate: analysis.boilerplate.map(({ start, end }) => ({ start, end })),
    titleWords: joined(title),
    words: joined(body),
  };
}

function joined(tokens: readonly { readonly folded: string }[]): string {
  return tokens.map(({ folded }) => folded).join(' ');
}
