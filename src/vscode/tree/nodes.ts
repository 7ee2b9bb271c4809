import type {
  ArticleRow,
  DateMark,
  EntityId,
  EntityList,
  EntityType,
  Filter,
  ReviewGroup,
} from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';

/**
 * What stands in the trees. A node keeps its identity through refreshes, by its id; its numbers are replaced in place.
 * `filter` finds the articles under the node.
 */
export type TreeNode =
  | FolderNode
  | TypeNode
  | EntityNode
  | YearNode
  | MonthNode
  | UndatedNode
  | ReasonNode
  | ReviewNode
  | ArticleNode
  | MoreNode;

/** What a tree needs of a corpus. */
export type ShownCorpus = Pick<Corpus, 'root' | 'name' | 'index' | 'indexUntil' | 'status' | 'isOpen'>;

interface NodeBase {
  /** Unique in its tree, and the same after a restart. */
  readonly id: string;
  readonly corpus: ShownCorpus;
  readonly parent: TreeNode | undefined;
}

export interface FolderNode extends NodeBase {
  readonly kind: 'folder';
}

export interface TypeNode extends NodeBase {
  readonly kind: 'type';
  /** `unsure`: of all types, to be looked at. */
  readonly type: EntityList;
  readonly entities: number;
  readonly isApproximate?: boolean;
}

export interface EntityNode extends NodeBase {
  readonly kind: 'entity';
  readonly type: EntityType;
  readonly entity: EntityId;
  readonly name: string;
  readonly articles: number;
  readonly mentions: number;
  /** The server counted it in parts, and may have missed some. */
  readonly isApproximate?: boolean;
  /** The user renamed, merged, split or retyped it. */
  readonly isCurated?: boolean;
  /** It stands among those to be looked at. */
  readonly isUnsure?: boolean;
  readonly filter: Filter;
}

export interface YearNode extends NodeBase {
  readonly kind: 'year';
  readonly year: string;
  readonly articles: number;
  readonly filter: Filter;
  /** The entity whose articles these are. */
  readonly entity?: EntityId;
}

export interface MonthNode extends NodeBase {
  readonly kind: 'month';
  /** `YYYY-MM`, or `YYYY` for the articles known by their year only. */
  readonly month: string;
  readonly articles: number;
  readonly filter: Filter;
}

export interface UndatedNode extends NodeBase {
  readonly kind: 'undated';
  readonly articles: number;
  readonly filter: Filter;
  readonly entity?: EntityId;
}

/** Why an article has no date. */
export type UndatedMark = Extract<DateMark, 'noDate' | 'onlyEventDates' | 'userUndated'>;

/** Undated articles of one reason. */
export interface ReasonNode extends NodeBase {
  readonly kind: 'reason';
  readonly reason: UndatedMark;
  readonly articles: number;
  readonly filter: Filter;
}

/** Articles whose date one may want to look at, in the Review view. */
export interface ReviewNode extends NodeBase {
  readonly kind: 'review';
  readonly group: ReviewHeading;
  readonly articles: number;
  readonly filter: Filter;
}

/** The groups of the Review view; `undated` is of every reason but the user's own word. */
export type ReviewHeading =
  'undated' | Extract<ReviewGroup, 'conflicting' | 'inFuture' | 'sameText' | 'lowConfidence'>;

export interface ArticleNode extends NodeBase {
  readonly kind: 'article';
  readonly article: ArticleRow;
  readonly entity?: EntityId;
  /** Where it stands: among the articles of a year, of a month, without a date, to be reviewed, or below its text's first listed one. */
  readonly place: 'year' | 'month' | 'undated' | 'review' | 'version';
  /** Other articles of the same list with the same text: they stand below this one. */
  readonly gathers?: readonly ArticleRow[];
}

/** Stands for what was not loaded; choosing it loads the next page in its place. */
export interface MoreNode extends NodeBase {
  readonly kind: 'more';
  readonly left: number;
}

/** How many children of a node are loaded at a time. */
export const pageSize = 100;

export type EntityRowOf = Pick<EntityNode, 'entity' | 'name' | 'articles' | 'mentions' | 'isApproximate'>;

/** A node that stands in its list though its page is not loaded, because the user asked to see it. */
export type Pinned =
  | { readonly kind: 'entity'; readonly row: EntityRowOf }
  | { readonly kind: 'article'; readonly row: ArticleRow };
