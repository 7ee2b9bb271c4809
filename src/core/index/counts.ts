import type { EntityType } from '../entities/mention.ts';
import type { EntityId } from './ids.ts';

/** The entities of a type, or those of all types that are to be looked at: each is in one of these lists. */
export type EntityList = EntityType | 'unsure';

/** What articles can be counted by: the names of a list, the outlet, the language, or what is to be known of their date. */
export type FacetField = EntityList | 'outlet' | 'language' | 'review';

/** One value of a facet with the articles that the filter lets in. Values without articles are left out. */
export interface FacetBucket {
  /** `EntityId` for entity facets, the outlet's name (`''` when unknown), the language or the `ReviewGroup` otherwise. */
  readonly value: string;
  readonly label: string;
  readonly articles: number;
  /** For entity facets. */
  readonly mentions?: number;
  /** The user renamed, merged, split, retyped or confirmed the entity. */
  readonly isCurated?: boolean;
}

/** The periods of a histogram. */
export type HistogramStep = 'year' | 'month' | 'day';

/** An entity's articles and mentions by period of their publication, only periods with any. */
export interface EntitySeries {
  readonly id: EntityId;
  readonly name: string;
  readonly periods: readonly {
    readonly period: string;
    readonly articles: number;
    readonly mentions: number;
  }[];
  readonly undated: { readonly articles: number; readonly mentions: number };
}

/** Articles by period of publication; the calendar is that of the article, without a time zone. */
export interface Histogram {
  /** Ascending, only periods with articles; `period` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or coarser when that is all that is known. */
  readonly periods: readonly { readonly period: string; readonly articles: number }[];
  readonly undated: number;
  /** Of the entities that were asked for, in their order, among the same articles; unknown ones are left out. */
  readonly entities?: readonly EntitySeries[];
  readonly generation: number;
}

/** What an index holds; without dates when no article has one. */
export interface CorpusStatus {
  readonly generation: number;
  readonly articles: number;
  readonly undated: number;
  /** `unsure` when there are any: those are in no other list. */
  readonly entities: Readonly<Record<EntityType, number>> & { readonly unsure?: number };
  readonly firstDate?: string;
  readonly lastDate?: string;
  /** Files that gave no article: those of `skipped()` that `isLeftOut`. */
  readonly skipped: number;
  /** False while files are known to wait for analysis (cancelled or never finished). */
  readonly isComplete: boolean;
}
