import type { Evidence } from '../evidence.ts';
import type { DateMark } from '../article/dateMarks.ts';
import type { DatePrecision, UndatedReason } from '../article/metadata.ts';
import type { EntityType, FactKind } from '../entities/mention.ts';
import type { Span } from '../text/span.ts';
import type { TextUnit } from './textUnits.ts';
import type { TextPosition } from '../text/textPositions.ts';

/** `ORG:maroc telecom`: the type and the folded key of the entity's canonical name. Stable across runs and engines. */
export type EntityId = string;

/** The article's place in its corpus: the path relative to the corpus root with `/`, plus `#n` for record n of a file. */
export type ArticleId = string;

/** One filter serves every view and every export. Absent fields do not narrow. Conditions are joined by AND. */
export interface Filter {
  /** The article names every one of these. */
  readonly entities?: readonly EntityId[];
  /** Inclusive bounds, `YYYY[-MM[-DD]]`. An article of coarser precision is in when its period overlaps. Undated are out. */
  readonly from?: string;
  readonly to?: string;
  /** Only articles without a publication date. */
  readonly isUndated?: boolean;
  /** Any of these outlets; `''` is "no outlet known". */
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  /** Articles whose date is of any of these kinds. */
  readonly review?: readonly ReviewGroup[];
  /** `once`: of the versions of a re-published text only the first one (`compareVersions`), whatever else narrows. */
  readonly copies?: 'once';
  /** A query of words that the text or title answers: see `readWordQuery`. One with a problem throws a `WordQueryError`. */
  readonly words?: string;
  /** Any of these articles. */
  readonly articles?: readonly ArticleId[];
}

/** A kind of date that one may want to look at. `sameText`: the same text stands in the corpus under another day. */
export type ReviewGroup = DateMark | 'sameText';

/** The entities of a type, or those of all types that are to be looked at: each is in one of these lists. */
export type EntityList = EntityType | 'unsure';

/** What articles can be counted by: the names of a list, the outlet, the language, or what is to be known of their date. */
export type FacetField = EntityList | 'outlet' | 'language' | 'review';

/** Which part of a list is wanted. A limit below 1 or a cursor that no page gave throws a RangeError. */
export interface PageRequest {
  /** Items at most. */
  readonly limit: number;
  /** Opaque, from the page before. */
  readonly cursor?: string;
}

/** One part of a list; `cursor` is absent on its last page. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Number of items without paging. */
  readonly total: number;
  readonly cursor?: string;
  /** The generation of the index the answer was read from. */
  readonly generation: number;
  /** The counts are approximate (distributed engines). */
  readonly isApproximate?: boolean;
}

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

/** An article as lists show it. What is not known is absent. */
export interface ArticleRow {
  readonly id: ArticleId;
  /** The title, or the first sentence when `isUntitled`. */
  readonly title: string;
  readonly isUntitled?: boolean;
  readonly outlet?: string;
  /** Who passed the article on, when that is not the outlet. */
  readonly aggregator?: string;
  /** `YYYY[-MM[-DD]]`, as precise as `precision` says. */
  readonly date?: string;
  readonly precision?: DatePrecision;
  /** Where the date was read: `Found.source`. */
  readonly dateSource?: string;
  /** What is to be known of the date; absent when that is nothing. */
  readonly marks?: readonly DateMark[];
  readonly undatedReason?: UndatedReason;
  /** Of an undated article: the earliest day it can be of, `YYYY[-MM[-DD]]`. */
  readonly notBefore?: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly authors: readonly string[];
  /** Of a text that stands in the corpus more than once: how many times, and in which article first (`compareVersions`). */
  readonly versions?: { readonly count: number; readonly first: ArticleId };
  /** Mentions of the filter's last entity in this article, and where the first one stands (original text). */
  readonly mentions?: number;
  readonly firstMention?: { readonly start: number; readonly end: number };
}

/** The order of a list of articles; undated ones come last either way, equal ones by title and id. */
export type DocumentSort = 'date' | 'dateDescending' | 'title';

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

/**
 * The order of what is found: by BM25 (k1 1.2, b 0.75, as SQLite's full-text search has it) over the whole corpus, or by
 * date, undated last; equal ones by date, the newest first, and id.
 */
export type SearchSort = 'rank' | 'date' | 'dateDescending';

/** A stretch of an article that shows why it was found, on one line. */
export interface SearchSnippet {
  /** Blanks made single. */
  readonly text: string;
  /** The words found, in `text`. */
  readonly matches: readonly Span[];
  /** The first of them, in the article's original text. */
  readonly start: number;
  readonly end: number;
}

/** An article that a search found. */
export interface SearchHit {
  readonly article: ArticleRow;
  /**
   * In text order, three at most. None when only the title of an article that is not in its text fits, or when the
   * source has changed or cannot be read.
   */
  readonly snippets: readonly SearchSnippet[];
}

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

/** A keyword in its context, blanks made single: up to 80 UTF-16 code units on each side, whole words only. */
export interface KwicLine {
  readonly article: ArticleRow;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** The keyword, in the article's original text. */
  readonly start: number;
  readonly end: number;
  /** The same places as lines and UTF-16 code units of the line. */
  readonly from: TextPosition;
  readonly to: TextPosition;
}

/** What a concordance looks for. */
export type KwicQuery = { readonly entity: EntityId } | { readonly words: string };

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

/** Where an article names an entity of the corpus, in the article's original text, in UTF-16 code units. */
export interface MentionRange {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityId;
}

/** What the index knows of an article's text, in UTF-16 code units of the original. */
export interface TextMarks {
  /** A text of another length is another one than was indexed: the places are wrong in it. */
  readonly length: number;
  /** In text order. */
  readonly boilerplate: readonly Span[];
  /** Where the date was read, when that was the text. */
  readonly date?: Span;
}

/** A source file that gave no article, or only part of its articles; or a folder or link that could not be followed. */
export interface SkippedFile {
  /** Relative to the corpus root. */
  readonly path: string;
  readonly evidence: Evidence;
  /** Nothing is left out: the file was read all the same (bytes were replaced), or is read in another place (a link). */
  readonly isRead?: boolean;
  /**
   * Of a file of many records: how many could not be read, of how many, and the line of the first one, from 1;
   * `evidence` is why that one could not.
   */
  readonly records?: { readonly bad: number; readonly total: number; readonly line: number };
}

/** Where a record stands in its file. */
export interface RecordPlace {
  /** In bytes of the plain stream: of the file without a byte order mark, or of what a compressed one holds. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly line: number;
}

/** The place of a record, and the file that it is true of: in a file that changed since, it may be another record's. */
export interface KnownPlace extends RecordPlace {
  readonly modifiedMs: number;
  readonly size: number;
}

/** Which fields of a file of records were taken for what. */
export interface RecordFields {
  /** Names as their author wrote them; `role` is `text`, `title`, `published`, `crawled`… */
  readonly roles: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly unused: readonly string[];
}

/** What the articles of a corpus were read from. */
export interface SourceSummary {
  /** By file extension, most articles first; only what gave articles. */
  readonly formats: readonly {
    readonly extension: string;
    readonly files: number;
    readonly articles: number;
  }[];
  /** Files of records and tables of metadata, by path; the first ones of very many. */
  readonly recordFiles: readonly {
    readonly path: string;
    readonly articles: number;
    readonly fields: RecordFields;
  }[];
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

/**
 * The one door to a corpus's knowledge, whichever engine holds it. Pages are stable within a generation. Unknown ids
 * give `undefined` or an empty page; a malformed filter throws a RangeError naming the field.
 */
export interface CorpusIndex {
  status(): Promise<CorpusStatus>;
  facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>>;
  /** With `entities`, the mentions of each among the filter's articles as well. */
  histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram>;
  documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>>;
  article(id: ArticleId): Promise<ArticleRow | undefined>;
  entity(id: EntityId, filter?: Filter): Promise<EntityCard | undefined>;
  /** Entities one of whose names begins with the folded prefix (any word of it), most articles first. */
  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]>;
  /** Articles that a query of words finds; none for a query without a word. By rank when `sort` is absent. */
  search(words: string, filter: Filter, page: PageRequest, sort?: SearchSort): Promise<Page<SearchHit>>;
  /**
   * Mentions of an entity or occurrences of what a query of words looks for, in their context; by date then position. What
   * a query excludes has no occurrences. A malformed query throws a `WordQueryError`, as everywhere.
   */
  kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>>;
  /** For each entity that an article names, in the order asked for; without those whose article has changed since. */
  definitions(entities: readonly EntityId[]): Promise<readonly EntityDefinition[]>;
  mentions(article: ArticleId): Promise<readonly MentionRange[]>;
  /** All articles with the text of one, itself included, first published first (`compareVersions`); empty when it has no copy. */
  versions(article: ArticleId): Promise<readonly ArticleRow[]>;
  textMarks(article: ArticleId): Promise<TextMarks | undefined>;
  /** Entities named together, the strongest pair first. A malformed request throws a RangeError naming the field. */
  cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage>;
  /** The units that name all of some entities, the newest article first. */
  namedTogether(
    entities: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>>;
  /** The entity of a name as an article's analysis keys it; resolves merged names. */
  resolve(type: EntityType, key: string): Promise<EntityId | undefined>;
  skipped(): Promise<readonly SkippedFile[]>;
  /** Where the record of an article stands; undefined for an article that is a file, and for unknown ones. */
  place(article: ArticleId): Promise<KnownPlace | undefined>;
  sources(): Promise<SourceSummary>;
}
