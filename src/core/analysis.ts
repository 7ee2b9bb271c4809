import type { Metadata } from './article/metadata.ts';
import type { Boilerplate } from './clean/passage.ts';
import type { LinkedEntities } from './entities/mention.ts';
import type { Span } from './text/span.ts';

/** All that one article gives, from its text alone or with the evidence of its corpus. Serializable. */
export interface ArticleAnalysis {
  readonly id: string;
  /** The original text that every offset counts in. */
  readonly text: string;
  /** In text order, not overlapping. */
  readonly boilerplate: readonly Boilerplate[];
  /** What the user said is part of the article, in text order; absent when there is nothing. */
  readonly kept?: readonly Span[];
  readonly metadata: Metadata;
  readonly linked: LinkedEntities;
}
