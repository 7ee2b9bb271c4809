import type { Span } from '../text/span.ts';
import type { ArticleRow } from '../index/articleRow.ts';
import type { EntityCard, EntityFact } from '../index/entityCard.ts';

/** What the corpus knows of one entity, with the places that say so: everything a dossier is written from. */
export interface Dossier {
  readonly card: EntityCard;
  /** The name of the corpus. */
  readonly corpus: string;
  /** The filter in words; empty when nothing narrows. */
  readonly filter: string;
  readonly facts: readonly SaidFact[];
  /** The first ones of `card.mentions`, in the order of the concordance. */
  readonly lines: readonly DossierLine[];
  /** Named in the same sentences, by how much more often than chance has it. */
  readonly companions: readonly {
    readonly name: string;
    readonly sentences: number;
    readonly articles: number;
  }[];
  /** The first ones of `card.articles`, by date, with the line of the first mention. */
  readonly sources: readonly { readonly article: ArticleRow; readonly line: number }[];
}

/** A fact with the place that says so. */
export interface SaidFact {
  readonly fact: EntityFact;
  /** The sentence, on one line; absent when its source has changed. */
  readonly quote?: string;
  readonly line: number;
}

/** A mention in its context. */
export interface DossierLine {
  readonly article: ArticleRow;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** In the article's original text. */
  readonly span: Span;
  /** Of the source file, from 1. */
  readonly line: number;
}
