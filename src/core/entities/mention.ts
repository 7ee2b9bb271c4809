import type { Evidence } from '../evidence.ts';
import type { Span } from '../text/span.ts';

/** Organization, person, place. */
export type EntityType = 'ORG' | 'PER' | 'LOC';

/** A span of the original text that names an entity, as the recogniser delivers it. Titles (M., président) stay outside. */
export interface RecognisedMention extends Span {
  readonly type: EntityType;
  /** `text.slice(start, end)`. */
  readonly text: string;
  /** Probability in 0..1. */
  readonly confidence: number;
  /** Why it is a name, when that is not the recogniser's reading: `userChoice`. */
  readonly evidence?: Evidence;
}

/** A mention joined to an entity of its article. */
export interface Mention extends RecognisedMention {
  /** Index into `LinkedEntities.entities`. */
  readonly entity: number;
}

/** Why two names were taken for one: `acronymInParentheses`, `initials`, `surname`, `sameName`… */
export interface Join {
  readonly name: string;
  readonly evidence: Evidence;
}

/** An entity as one article knows it. */
export interface ArticleEntity {
  readonly type: EntityType;
  /** Folded name that is the same across articles (no case, accents, apostrophe variants, legal form, "Groupe"…). */
  readonly key: string;
  /** The canonical name: the fullest surface that stands in the article. */
  readonly name: string;
  /** Keys of the other names this article proves to be the same (an acronym and its long form). */
  readonly alsoKeys: readonly string[];
  /** Distinct surfaces, most frequent first. */
  readonly surfaces: readonly string[];
  /** The user spoke of it. */
  readonly isCurated?: boolean;
  readonly joins: readonly Join[];
}

/** What it is, whose it is, what its acronym stands for, or what somebody is in it. */
export type FactKind = 'description' | 'parent' | 'longName' | 'role';

/** What a sentence of the article says of an entity. `start`/`end` are the sentence in the original text. */
export interface Fact extends Span {
  /** Index into `LinkedEntities.entities`. */
  readonly entity: number;
  readonly kind: FactKind;
  /** The words that say it, e.g. "filiale d’Orange, spécialisée dans le conseil". */
  readonly value: string;
  /** For `parent` and `role`: the other entity, index into `LinkedEntities.entities`. */
  readonly other?: number;
  /** Higher is a better sentence to show; comparable across articles. */
  readonly score: number;
}

/** Everything an article names, joined. */
export interface LinkedEntities {
  readonly entities: readonly ArticleEntity[];
  /** In text order, not overlapping. */
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
}
