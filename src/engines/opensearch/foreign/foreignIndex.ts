import {
  byBucketRank,
  byPairRank,
  checkFilter,
  checkPairRequest,
  checkUnit,
  createPositions,
  entityId,
  entityTypes,
  firstFullName,
  foldText,
  fullNameArticles,
  joinQueries,
  kwicLines,
  namedTogether,
  nextCursor,
  pageStart,
  parseEntityId,
  parseWordQuery,
  searchSnippets,
  searchTokens,
  textUnits,
  unitNumbers,
  wordMatches,
  type ArticleId,
  type ArticleRow,
  type CheckedFilter,
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
  type WordQuery,
} from '../../../core/index.ts';
import type { Cluster, JsonObject } from '../cluster.ts';
import { ClusterError } from '../clusterError.ts';
import type { ClusterReader } from '../clusterReader.ts';
import { PairCounts } from '../pairs.ts';
import { cursorOf, placeOf, type Slice } from '../reading.ts';
import { ForeignArticles, type ForeignArticle } from './foreignArticles.ts';
import { countFormats, countPeriods, countValues, datesOf } from './foreignCounts.ts';
import { DatashareNames } from './datashareNames.ts';
import { languageCode } from './foreignLanguages.ts';
import { dateFieldsOf, type ForeignPlace, type ForeignPreset } from './foreignMapping.ts';
import type { ForeignName, NameSource } from './foreignNames.ts';
import { foreignQuery, contentQuery } from './foreignQueries.ts';
import { OpenalephNames } from './openalephNames.ts';

/** Articles whose texts are read at once. */
const textsAtOnce = 25;
/** Articles of which the names are read for pairs, newest first: their texts come with them. */
const mostPairedArticles = 500;
/** Beyond the page, so that names of as many articles are ordered by their mentions. */
const slack = 100;
const mostBuckets = 10_000;
/** Companions a card names. */
const companionLimit = 5;
/** What was asked of the corpus as a whole is asked again after this long. */
const knownMs = 5000;

/**
 * An index of Datashare or OpenAleph, read as a corpus; nothing is ever written to it. Names, and how they are counted, are that
 * program's; words are found by its server and shown where we find them in the text. It knows of no facts, copies, boilerplate
 * and doubts about dates.
 */
export class ForeignIndex implements ClusterReader {
  private readonly articles: ForeignArticles;
  private readonly names: NameSource;
  private whole: { readonly at: number; readonly answer: Promise<Whole> } | undefined;

  constructor(cluster: Cluster, place: ForeignPlace) {
    this.articles = new ForeignArticles(cluster, place);
    this.names =
      place.preset === 'datashare' ? new DatashareNames(this.articles) : new OpenalephNames(this.articles);
  }

  preset(): Promise<ForeignPreset> {
    return Promise.resolve(this.articles.place.preset);
  }

  /** The fields that may say when an article was published, while nobody has said which one does, the likeliest first. */
  get openDateFields(): readonly string[] | undefined {
    const { dateField, fields } = this.articles.place;
    return dateField === undefined ? dateFieldsOf(fields) : undefined;
  }

  async check(): Promise<void> {
    await this.known();
  }

  /** Names and dates are that program's own. */
  curate(): Promise<void> {
    return Promise.resolve();
  }

  pushCuration(): Promise<never> {
    const { server } = this.articles.cluster;
    return Promise.reject(
      new ClusterError('refused', server, 'an index of another program is never written to'),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async text(id: ArticleId): Promise<string | undefined> {
    return (await this.articles.withIds([id], true))[0]?.text;
  }

  async status(): Promise<CorpusStatus> {
    const all = this.articles.within();
    const [{ generation }, { total, undated, first, last }, ...counted] = await Promise.all([
      this.known(),
      datesOf(this.articles, all),
      ...entityTypes.map((type) => this.names.count(type, undefined, 1)),
    ]);
    const [ORG = 0, PER = 0, LOC = 0] = counted.map((each) => each.total);
    return {
      generation,
      articles: total,
      undated,
      entities: { ORG, PER, LOC },
      ...(first !== undefined && { firstDate: first }),
      ...(last !== undefined && { lastDate: last }),
      skipped: 0,
      isComplete: true,
    };
  }

  async facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    const start = pageStart(page);
    const query = await this.queryOf(checkFilter(filter));
    if (by === 'ORG' || by === 'PER' || by === 'LOC')
      return this.page(await this.namesPage(by, isEmpty(filter) ? undefined : query, start, page.limit));
    const buckets = await this.valueBuckets(by, query);
    const items = buckets.sort(byBucketRank).slice(start, start + page.limit);
    return this.page({ items, total: buckets.length, ...nextCursor(start, items.length, buckets.length) });
  }

  async histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    const query = await this.queryOf(checkFilter(filter));
    const [{ periods, undated }, { generation }, series] = await Promise.all([
      countPeriods(this.articles, query, step),
      this.known(),
      entities && Promise.all(entities.map((id) => this.seriesOf(id, query, step))),
    ]);
    const known = series?.filter((each) => each !== undefined);
    return { periods, undated, ...(known && { entities: known }), generation };
  }

  async documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    const { after } = placeOf(page);
    const checked = checkFilter(filter);
    const last = checked.entities.at(-1);
    const query = await this.queryOf(checked);
    const { articles, total } = await this.articles.read(query, sort, page.limit, {
      withText: last !== undefined,
      ...(after && { after }),
    });
    const places = last ? await this.names.places(articles) : undefined;
    const items = articles.map(({ row }) => {
      const own = places
        ?.get(row.id)
        ?.filter(({ entity }) => last && entity === entityId(last.type, last.key));
      const [first] = own ?? [];
      return first
        ? { ...row, mentions: own!.length, firstMention: { start: first.start, end: first.end } }
        : row;
    });
    return this.page({ items, total, ...endOf(articles, page.limit) });
  }

  async article(id: ArticleId): Promise<ArticleRow | undefined> {
    return (await this.articles.withIds([id]))[0]?.row;
  }

  async entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    const parsed = parseEntityId(id);
    if (!parsed) return undefined;
    const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), id] });
    const query = await this.queryOf(checked);
    const { type, key } = parsed;
    const [{ names }, dates, { periods }, companions, { generation }] = await Promise.all([
      this.names.count(type, isEmpty(filter) ? undefined : query, 1, { key }),
      datesOf(this.articles, query),
      countPeriods(this.articles, query, 'year'),
      this.names.count('ORG', query, companionLimit + 1),
      this.known(),
    ]);
    const [name] = names;
    if (!name) return undefined;
    return {
      id: entityId(type, name.key),
      type,
      name: name.label,
      aliases: name.surfaces.filter((surface) => surface !== name.label),
      joins: [],
      articles: dates.total,
      mentions: name.mentions,
      undatedArticles: dates.undated,
      ...(dates.first !== undefined && { first: dates.first }),
      ...(dates.last !== undefined && { last: dates.last }),
      years: periods.map(({ period, articles }) => ({ year: period, articles })),
      facts: [],
      companions: bucketsOf('ORG', companions.names)
        .filter(({ value }) => value !== entityId(type, name.key))
        .slice(0, companionLimit)
        .map(({ value, label, articles }) => ({ id: value, name: label, articles })),
      generation,
    };
  }

  async suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    const folded = foldText(prefix);
    if (folded === '' || limit < 1) return [];
    const found = await Promise.all(
      entityTypes.map(async (type) => {
        const { names } = await this.names.count(type, undefined, limit + slack, { prefix: folded });
        return bucketsOf(type, names).map((bucket) => ({ ...bucket, type }));
      }),
    );
    return found
      .flat()
      .sort(byBucketRank)
      .slice(0, limit)
      .map(({ value, label, articles, mentions = 0, type }) => ({
        id: value,
        type,
        name: label,
        articles,
        mentions,
      }));
  }

  async search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    const { after } = placeOf(page);
    const query = parseWordQuery(words);
    if (!query) return this.page({ items: [], total: 0 });
    const narrowed = await this.queryOf(checkFilter(filter));
    const { content } = this.articles.fields;
    const scoring = { bool: { must: [contentQuery(content, query)], filter: [narrowed] } };
    const { articles, total } = await this.articles.read(scoring, sort, page.limit, {
      withText: true,
      ...(after && { after }),
    });
    const items = articles.map(({ row, text }) => ({
      article: row,
      snippets: text === undefined ? [] : searchSnippets(text, matchesIn(query, text)),
    }));
    return this.page({ items, total, ...endOf(articles, page.limit) });
  }

  async kwic(wanted: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    if ('entity' in wanted) {
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), wanted.entity] });
      return this.held(checked, 'date', page, ({ row, text }, places) => {
        const own = places.filter(({ entity }) => entity === wanted.entity);
        return kwicLines(row, text, own);
      });
    }
    const checked = checkFilter(filter);
    const words = parseWordQuery(wanted.words);
    if (!words) return this.page({ items: [], total: 0 });
    const narrowed = { ...checked, words: joinQueries(checked.words, words)! };
    return this.held(
      narrowed,
      'date',
      page,
      ({ row, text }) => kwicLines(row, text, matchesIn(words, text)),
      false,
    );
  }

  async namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    checkUnit(unit);
    const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
    if (ids.length === 0) return this.page({ items: [], total: 0 });
    return this.held(checked, 'dateDescending', page, ({ row, text }, places) =>
      namedTogether(row, text, [], places, ids, unit),
    );
  }

  async cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    const checked = checkPairRequest(request);
    const start = pageStart(page);
    const query = await this.queryOf(checkFilter(filter));
    const counts = new PairCounts(checked);
    const own = checked.entity === undefined ? undefined : parseEntityId(checked.entity)?.type;
    let isCut = false;
    for await (const batch of inBatches(this.articles.inOrder(query, 'dateDescending', textsAtOnce))) {
      const places = await this.names.places(batch);
      for (const { row, text } of batch) counts.add(contentOf(text ?? '', places.get(row.id) ?? []), own);
      isCut = counts.articles >= mostPairedArticles;
      if (isCut) break;
    }
    const pairs = counts.ranked().sort(byPairRank);
    const shown = pairs.slice(start, start + page.limit);
    const labels = await this.labelsOf(shown.flatMap(({ first, second }) => [first.id, second.id]));
    const named = <T extends { readonly id: EntityId; readonly name: string }>(each: T): T => ({
      ...each,
      name: labels.get(each.id) ?? each.name,
    });
    const slice = {
      items: shown.map((pair) => ({ ...pair, first: named(pair.first), second: named(pair.second) })),
      total: pairs.length,
      ...nextCursor(start, shown.length, pairs.length),
      ...(isCut && { isApproximate: true }),
    };
    return { ...(await this.page(slice)), units: counts.units };
  }

  async definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    const found = await Promise.all(ids.map((id) => this.definition(id)));
    return found.filter((definition) => definition !== undefined);
  }

  async mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    const articles = await this.articles.withIds([id], true);
    return (await this.names.places(articles)).get(id) ?? [];
  }

  async textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    const text = await this.text(id);
    return text === undefined ? undefined : { length: text.length, boilerplate: [] };
  }

  async resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    const [name] = (await this.names.count(type, undefined, 1, { key })).names;
    return name && entityId(type, name.key);
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
    return { formats: await countFormats(this.articles), recordFiles: [] };
  }

  private async definition(id: EntityId): Promise<EntityDefinition | undefined> {
    const card = await this.entity(id);
    if (!card) return undefined;
    const query = await this.queryOf(checkFilter({ entities: [id] }));
    const { articles } = await this.articles.read(query, 'date', Math.min(fullNameArticles, textsAtOnce), {
      withText: true,
    });
    const places = await this.names.places(articles);
    const mentions = articles.flatMap(({ row, text = '' }) =>
      (places.get(row.id) ?? [])
        .filter(({ entity }) => entity === card.id)
        .map(({ start, end }) => ({ row, text, start, end, surface: text.slice(start, end) })),
    );
    const best = firstFullName(mentions, card.name);
    if (!best) return undefined;
    const { row, text, start, end } = best;
    const at = createPositions(text);
    const { aliases } = card;
    return { entity: id, aliases, article: row, isSentence: false, start, end, from: at(start), to: at(end) };
  }

  private async namesPage(
    type: EntityType,
    query: JsonObject | undefined,
    start: number,
    limit: number,
  ): Promise<Slice<FacetBucket>> {
    const size = Math.min(mostBuckets, start + limit + slack);
    const { names, total, isApproximate } = await this.names.count(type, query, size);
    const items = bucketsOf(type, names).slice(start, start + limit);
    return {
      items,
      total,
      ...nextCursor(start, items.length, total),
      ...(isApproximate && { isApproximate }),
    };
  }

  private async valueBuckets(by: FacetField, query: JsonObject): Promise<FacetBucket[]> {
    const { fields } = this.articles;
    if (by === 'outlet') return countValues(this.articles, query, fields.outlet);
    if (by !== 'language') return [];
    const sums = new Map<string, number>();
    for (const { value, articles } of await countValues(this.articles, query, fields.language)) {
      const code = languageCode(value);
      sums.set(code, (sums.get(code) ?? 0) + articles);
    }
    return [...sums].map(([value, articles]) => ({ value, label: value, articles }));
  }

  private async seriesOf(id: EntityId, query: JsonObject, step: HistogramStep) {
    const parsed = parseEntityId(id);
    const [name] = parsed
      ? (await this.names.count(parsed.type, undefined, 1, { key: parsed.key })).names
      : [];
    if (!parsed || !name) return undefined;
    const own = { bool: { filter: [query, this.names.condition(parsed.type, name.key)] } };
    const { periods, undated } = await countPeriods(this.articles, own, step);
    const isUndated = { bool: { must_not: [this.articles.isDated] } };
    const within = await Promise.all(
      periods.map(({ period }) => this.queryOf(checkFilter({ from: period, to: period }))),
    );
    const mentions = await this.names.mentionsIn(
      parsed.type,
      name.key,
      [...within, isUndated].map((part) => ({ bool: { filter: [query, part] } })),
    );
    return {
      id: entityId(parsed.type, name.key),
      name: name.label,
      periods: periods.map((each, i) => ({ ...each, mentions: mentions[i] ?? 0 })),
      undated: { articles: undated, mentions: mentions.at(-1) ?? 0 },
    };
  }

  /** A page of what articles hold, article after article; how many there are in all is known on the last page only. */
  private async held<T>(
    filter: CheckedFilter,
    order: DocumentSort,
    page: PageRequest,
    hold: (article: ForeignArticle & { text: string }, places: readonly MentionRange[]) => readonly T[],
    wantsPlaces = true,
  ): Promise<Page<T>> {
    const { after, shown: shownBefore } = placeOf(page);
    const query = await this.queryOf(filter);
    const items: T[] = [];
    let shown = shownBefore;
    let before = after;
    const batches = inBatches(this.articles.inOrder(query, order, textsAtOnce, after));
    for await (const batch of batches) {
      const places = wantsPlaces ? await this.names.places(batch) : undefined;
      for (const article of batch) {
        const { text, row, sort } = article;
        const found =
          text === undefined ? [] : hold({ ...article, text }, places?.get(row.id) ?? []).slice(shown);
        const room = page.limit - items.length;
        items.push(...found.slice(0, room));
        if (found.length > room) {
          const cursor = cursorOf({ shown: shown + room, ...(before && { after: before }) });
          const left = found.length - room;
          return this.page({ items, total: shownBefore + items.length + left, cursor, isApproximate: true });
        }
        shown = 0;
        before = sort;
      }
    }
    return this.page({
      items,
      total: items.length,
      ...(page.cursor !== undefined && { isApproximate: true }),
    });
  }

  private async labelsOf(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, string>> {
    const labels = await Promise.all(
      [...new Set(ids)].map(async (id) => {
        const { type, key } = parseEntityId(id)!;
        const [name] = (await this.names.count(type, undefined, 1, { key })).names;
        return [id, name?.label ?? key] as const;
      }),
    );
    return new Map(labels);
  }

  private async queryOf(filter: CheckedFilter): Promise<JsonObject> {
    const { languages } = await this.known();
    return foreignQuery(this.articles, this.names, filter, (code) => {
      return languages.filter((value) => languageCode(value) === code);
    });
  }

  private async page<T, S extends Slice<T>>(slice: S): Promise<S & { readonly generation: number }> {
    return { ...slice, generation: (await this.known()).generation };
  }

  /** What is asked of the index as a whole: it has no number that counts up, so that its documents tell that it changed. */
  private known(): Promise<Whole> {
    if (this.whole && performance.now() - this.whole.at < knownMs) return this.whole.answer;
    const answer = this.askWhole();
    this.whole = { at: performance.now(), answer };
    answer.catch(() => (this.whole = undefined));
    return answer;
  }

  private async askWhole(): Promise<Whole> {
    const { language } = this.articles.fields;
    const { hits, aggregations } = await this.articles.search({
      size: 0,
      track_total_hits: true,
      aggs: { languages: { terms: { field: language, size: 1000 } } },
    });
    const buckets = aggregations?.['languages']?.buckets;
    if (!Array.isArray(buckets))
      throw new ClusterError('refused', this.articles.cluster.server, `no field “${language}”`);
    const languages = (buckets as readonly { readonly key: string }[]).map(({ key }) => key);
    return { generation: hits.total!.value, languages };
  }
}

interface Whole {
  readonly generation: number;
  /** As the server names them. */
  readonly languages: readonly string[];
}

function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
}

function bucketsOf(type: EntityType, names: readonly ForeignName[]): FacetBucket[] {
  return names
    .map(({ key, label, articles, mentions }) => ({ value: entityId(type, key), label, articles, mentions }))
    .sort(byBucketRank);
}

function endOf(articles: readonly ForeignArticle[], limit: number): { cursor?: string } {
  const after = articles.at(-1)?.sort;
  return articles.length === limit && after ? { cursor: cursorOf({ after, shown: 0 }) } : {};
}

function matchesIn(words: WordQuery, text: string) {
  return wordMatches(words, { title: [], body: searchTokens(text) }) ?? [];
}

/** What pairs are counted from. */
function contentOf(text: string, places: readonly MentionRange[]) {
  const starts = places.map(({ start }) => start);
  const numbers = (unit: TextUnit): number[] => unitNumbers(textUnits(text, [], unit), starts);
  const [sentences, paragraphs] = [numbers('sentence'), numbers('paragraph')];
  const entities = [...new Set(places.map(({ entity }) => entity))];
  const mentions = places.map(
    ({ start, end, entity }, i) =>
      [start, end, entities.indexOf(entity), sentences[i]!, paragraphs[i]!] as const,
  );
  return { entities, mentions };
}

async function* inBatches(
  articles: AsyncIterable<ForeignArticle>,
): AsyncGenerator<readonly ForeignArticle[]> {
  let batch: ForeignArticle[] = [];
  for await (const article of articles) {
    batch.push(article);
    if (batch.length < textsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
