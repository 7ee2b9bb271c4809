import {
  checkFilter,
  checkPairRequest,
  checkUnit,
  entityId,
  parseWordQuery,
  type ArticleId,
  type ArticleRow,
  type CorpusStatus,
  type DocumentSort,
  type EntityCard,
  type EntityDefinition,
  type EntityId,
  type EntityRow,
  type EntityType,
  type FacetBucket,
  type FacetField,
  type Filter,
  type Histogram,
  type HistogramStep,
  type KnownPlace,
  type KwicLine,
  type KwicQuery,
  type MentionRange,
  type NamedTogether,
  type Page,
  type PageRequest,
  type PairPage,
  type PairRequest,
  type SearchHit,
  type SearchSort,
  type SkippedFile,
  type SourceSummary,
  type TextMarks,
  type TextUnit,
} from '../../../core/index.ts';
import type { Cluster } from '../cluster.ts';
import { ClusterError } from '../clusterError.ts';
import type { ClusterReader } from '../clusterReader.ts';
import { entityCard, suggestEntities } from './foreignCards.ts';
import { entityLines, togetherPassages, wordLines } from './foreignConcordance.ts';
import { countFormats } from './foreignCounts.ts';
import { definitionOf } from './foreignDefinitions.ts';
import {
  articleRow,
  listDocuments,
  mentionsOf,
  searchWords,
  textMarksOf,
  textOf,
} from './foreignDocuments.ts';
import { facet } from './foreignFacets.ts';
import { histogram } from './foreignHistograms.ts';
import { dateFieldsOf, type ForeignPlace, type ForeignPreset } from './foreignMapping.ts';
import { knownName } from './foreignNames.ts';
import { findPairs } from './foreignPairs.ts';
import { foreignReading, type ForeignReading } from './foreignReading.ts';
import { statusOf } from './foreignStatus.ts';

const nothing = { items: [], total: 0 };

/**
 * An index of Datashare or OpenAleph, read as a corpus; nothing is ever written to it. Names, and how they are counted, are that
 * program's; words are found by its server and shown where we find them in the text. It knows of no facts, copies, boilerplate
 * and doubts about dates.
 */
export class ForeignIndex implements ClusterReader {
  private readonly reading: ForeignReading;

  constructor(cluster: Cluster, place: ForeignPlace) {
    this.reading = foreignReading(cluster, place);
  }

  preset(): Promise<ForeignPreset> {
    return Promise.resolve(this.reading.articles.place.preset);
  }

  /** The fields that may say when an article was published, while nobody has said which one does, the likeliest first. */
  get openDateFields(): readonly string[] | undefined {
    const { dateField, fields } = this.reading.articles.place;
    return dateField === undefined ? dateFieldsOf(fields) : undefined;
  }

  async check(): Promise<void> {
    await this.reading.whole.ask();
  }

  /** Names and dates are that program's own. */
  curate(): Promise<void> {
    return Promise.resolve();
  }

  pushCuration(): Promise<never> {
    const { server } = this.reading.articles.cluster;
    return Promise.reject(
      new ClusterError('refused', server, 'an index of another program is never written to'),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  text(id: ArticleId): Promise<string | undefined> {
    return textOf(this.reading, id);
  }

  status(): Promise<CorpusStatus> {
    return statusOf(this.reading);
  }

  facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    return this.withGeneration(() => facet(this.reading, checkFilter(filter), by, page));
  }

  histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    return this.withGeneration(() => histogram(this.reading, checkFilter(filter), step, entities));
  }

  documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    return this.withGeneration(() => listDocuments(this.reading, checkFilter(filter), sort, page));
  }

  article(id: ArticleId): Promise<ArticleRow | undefined> {
    return articleRow(this.reading, id);
  }

  async entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    const card = await entityCard(this.reading, id, checkFilter(filter));
    return card && this.withGeneration(() => card);
  }

  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    return suggestEntities(this.reading, prefix, limit);
  }

  search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    return this.withGeneration(() => {
      const query = parseWordQuery(words);
      const checked = checkFilter(filter);
      return query ? searchWords(this.reading, query, checked, sort, page) : nothing;
    });
  }

  kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    return this.withGeneration(() => {
      if ('entity' in query) {
        const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), query.entity] });
        return entityLines(this.reading, query.entity, checked, page);
      }
      const checked = checkFilter(filter);
      const words = parseWordQuery(query.words);
      return words ? wordLines(this.reading, words, checked, page) : nothing;
    });
  }

  namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    return this.withGeneration(() => {
      checkUnit(unit);
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
      return ids.length === 0 ? nothing : togetherPassages(this.reading, ids, unit, checked, page);
    });
  }

  cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    return this.withGeneration(() => {
      const checked = checkPairRequest(request);
      return findPairs(this.reading, checkFilter(filter), checked, page);
    });
  }

  async definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    const found = await Promise.all(ids.map((id) => definitionOf(this.reading, id)));
    return found.filter((definition) => definition !== undefined);
  }

  mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    return mentionsOf(this.reading, id);
  }

  textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    return textMarksOf(this.reading, id);
  }

  async resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    return (await knownName(this.reading.names, entityId(type, key)))?.id;
  }

  /** Such a server does not tell which texts are the same. */
  versions(): Promise<readonly ArticleRow[]> {
    return Promise.resolve([]);
  }

  skipped(): Promise<readonly SkippedFile[]> {
    return Promise.resolve([]);
  }

  place(): Promise<KnownPlace | undefined> {
    return Promise.resolve(undefined);
  }

  async sources(): Promise<SourceSummary> {
    return { formats: await countFormats(this.reading.articles), recordFiles: [] };
  }

  private async withGeneration<T>(
    answer: () => T | Promise<T>,
  ): Promise<T & { readonly generation: number }> {
    const found = await answer();
    return { ...found, generation: (await this.reading.whole.ask()).generation };
  }
}
