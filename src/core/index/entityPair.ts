import type { EntityType } from '../entities/mention.ts';
import type { Span } from '../text/span.ts';
import type { ArticleRow, MentionRange } from './articleRow.ts';
import type { EntityId } from './ids.ts';
import type { Page } from './page.ts';
import type { TextUnit } from './textUnits.ts';

/** How pairs are ranked: see `pairScore`. */
export type PairMeasure = 'logLikelihood' | 'npmi' | 'together';

/** Which pairs are wanted. */
export interface PairRequest {
  /** Only pairs with this entity, which then comes first in each; of any type. */
  readonly entity?: EntityId;
  readonly unit: TextUnit;
  readonly measure: PairMeasure;
  /** Types of both, or of the other one; organizations when absent. */
  readonly types?: readonly EntityType[];
  /** Units that must name both; 2 when absent. */
  readonly minimum?: number;
}

/** Two entities named in the same units (sentences or paragraphs) of the filter's articles. */
export interface EntityPair {
  /** The one asked for, else the one in more units. `units` that name it. */
  readonly first: PairedEntity;
  readonly second: PairedEntity;
  /** Units that name both, and the articles they stand in. */
  readonly together: number;
  readonly articles: number;
  /** By the measure asked for. */
  readonly score: number;
}

export interface PairedEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly units: number;
}

/** Pairs, with the number of units that name any entity of the types in question: what chance is counted among. */
export interface PairPage extends Page<EntityPair> {
  readonly units: number;
}

/** A sentence or paragraph that names several entities at once. */
export interface NamedTogether {
  readonly article: ArticleRow;
  /** On one line, blanks made single, with the places of the names in it. */
  readonly text: string;
  readonly matches: readonly Span[];
  /** The unit, and the mentions, in the article's original text. */
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly MentionRange[];
}
