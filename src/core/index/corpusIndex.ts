import type { EntityType } from '../entities/mention.ts';
import type { ArticleRow, DocumentSort, MentionRange, TextMarks } from './articleRow.ts';
import type { CorpusStatus, FacetBucket, FacetField, Histogram, HistogramStep } from './counts.ts';
import type { EntityCard, EntityDefinition, EntityRow } from './entityCard.ts';
import type { NamedTogether, PairPage, PairRequest } from './entityPair.ts';
import type { Filter } from './filter.ts';
import type { ArticleId, EntityId } from './ids.ts';
import type { Page, PageRequest } from './page.ts';
import type { KnownPlace, SkippedFile, SourceSummary } from './sourceFiles.ts';
import type { TextUnit } from './textUnits.ts';
import type { KwicLine, KwicQuery, SearchHit, SearchSort } from './wordAnswers.ts';

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
