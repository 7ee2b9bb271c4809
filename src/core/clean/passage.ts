import type { Evidence } from '../evidence.ts';
import type { Span } from '../text/span.ts';

/** What is on the page but not of the article. */
export type BoilerplateKind =
  'ticker' | 'navigation' | 'teaser' | 'share' | 'notice' | 'crossLink' | 'sectionLabel' | 'legal';

/** A span of the original text that is on the page but not of the article. */
export interface Boilerplate extends Span {
  readonly kind: BoilerplateKind;
  readonly evidence: Evidence;
  /** Probability in 0..1 that the span is boilerplate. */
  readonly confidence: number;
}
