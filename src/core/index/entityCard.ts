import type { EntityType, FactKind } from '../entities/mention.ts';
import type { Evidence } from '../evidence.ts';
import type { TextPosition } from '../text/textPositions.ts';
import type { ArticleRow } from './articleRow.ts';
import type { ArticleId, EntityId } from './ids.ts';

/** What one sentence of one article says of an entity. */
export interface EntityFact {
  readonly kind: FactKind;
  readonly value: string;
  readonly other?: { readonly id: EntityId; readonly name: string };
  readonly article: ArticleId;
  readonly articleTitle: string;
  readonly date?: string;
  /** The sentence, in the article's original text. */
  readonly start: number;
  readonly end: number;
}

/** What the corpus knows of one entity. */
export interface EntityCard {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  /** The user renamed, merged, split, retyped or confirmed it. */
  readonly isCurated?: boolean;
  /** No article was read as naming it with confidence, and the user has not confirmed it: it may be no entity. */
  readonly isUnsure?: boolean;
  /** Other surfaces seen, most frequent first. */
  readonly aliases: readonly string[];
  /** Why names were joined, for the names that are not just spellings. */
  readonly joins: readonly { readonly name: string; readonly evidence: Evidence }[];
  readonly articles: number;
  readonly mentions: number;
  readonly undatedArticles: number;
  /** Earliest and latest publication date, as precise as known. */
  readonly first?: string;
  readonly last?: string;
  /** Articles per year, ascending, only years with articles. */
  readonly years: readonly { readonly year: string; readonly articles: number }[];
  /** Best first. */
  readonly facts: readonly EntityFact[];
  /** Entities most often named in the same articles, most first: organizations only. */
  readonly companions: readonly { readonly id: EntityId; readonly name: string; readonly articles: number }[];
  readonly generation: number;
}

/** An entity as lists show it. */
export interface EntityRow {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly isCurated?: boolean;
  readonly isUnsure?: boolean;
  readonly articles: number;
  readonly mentions: number;
}

/** The place in the corpus that says best what an entity is. */
export interface EntityDefinition {
  readonly entity: EntityId;
  /** Its other spellings, most frequent first. */
  readonly aliases: readonly string[];
  readonly article: ArticleRow;
  /** The sentence that says it; else, where no sentence does, the first mention by the full name. In the original text. */
  readonly isSentence: boolean;
  readonly start: number;
  readonly end: number;
  /** The same places as lines and UTF-16 code units of the line. */
  readonly from: TextPosition;
  readonly to: TextPosition;
}
