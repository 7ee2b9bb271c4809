import type { ArticleId, EntityId } from '../index/ids.ts';

/** Where a click on a part of a card leads. */
export type CardTarget =
  | {
      readonly kind: 'passage';
      readonly article: ArticleId;
      /** UTF-16 code units of the article's original text. */
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'entity'; readonly entity: EntityId }
  | {
      readonly kind: 'action';
      readonly action:
        'showInTree' | 'showAllMentions' | 'showConcordance' | 'filterByThis' | 'openDossier' | 'putRight';
      readonly entity: EntityId;
    };

/** A piece of a line. `text` is plain: whoever draws it escapes it. */
export interface CardPart {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis';
  readonly target?: CardTarget;
  /** A complete SVG document, whose text alternative is `text`. */
  readonly svg?: string;
}

/** One line; its parts are set apart by " · ", except that of the title line's first two, which the icon precedes. */
export interface CardLine {
  readonly kind: 'title' | 'description' | 'people' | 'counts' | 'joins' | 'years' | 'companions' | 'actions';
  readonly parts: readonly CardPart[];
  /** A codicon's name, to stand before the line. */
  readonly icon?: string;
  /** What stands before the parts, with the colon of its language: "With:". */
  readonly label?: string;
}
