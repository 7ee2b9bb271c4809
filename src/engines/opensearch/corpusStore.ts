import { Cluster, type ClusterOptions, type JsonObject } from './cluster.ts';
import { ClusterError } from './clusterError.ts';
import { indexNames, mappingVersion, type IndexNames } from './mapping.ts';
import { searchAnswer } from './searchAnswer.ts';
import { passes, type ServerError } from './serverFault.ts';

/** One document that a search found. */
export interface Hit<T> {
  readonly _id: string;
  readonly _source: T;
  /** The values of fields that were asked for by themselves. */
  readonly fields?: Readonly<Record<string, readonly unknown[]>>;
  /** Which change of the document this is; where it was asked for. */
  readonly _seq_no?: number;
  readonly _primary_term?: number;
  readonly sort?: readonly (string | number)[];
  readonly _score?: number | null;
}

export interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

/** What the searches of this engine answer. */
export interface SearchAnswer<T> {
  readonly hits: { readonly total?: { readonly value: number }; readonly hits: readonly Hit<T>[] };
  readonly aggregations?: Aggregations;
  readonly pit_id?: string;
}

export type Aggregations = Readonly<Record<string, AggregationAnswer>>;

export interface AggregationAnswer {
  readonly value?: number | null;
  readonly doc_count?: number;
  readonly doc_count_error_upper_bound?: number;
  readonly sum_other_doc_count?: number;
  readonly after_key?: JsonObject;
  readonly buckets?:
    | readonly (Bucket & Readonly<Record<string, unknown>>)[]
    | Readonly<Record<string, { readonly doc_count: number }>>;
}

/** What is known of a corpus as a whole. */
export interface CorpusNote {
  readonly generation: number;
  /** Which parts have been filled to their end: `all`, or `3/16`. */
  readonly parts: Readonly<Record<string, boolean>>;
  readonly curationNote?: string;
  readonly choices?: readonly unknown[];
  /** How many articles there were when the entities were made last. */
  readonly settledArticles?: number;
}

const noteId = '.corpus';

/** Reads and writes the documents of one corpus in a cluster. */
export class CorpusStore {
  readonly cluster: Cluster;
  readonly names: IndexNames;
  /**
   * Bulk requests have at most so many characters, unless one change has more. Nearly every server takes these, and larger ones are not
   * faster; before a gateway that takes less it becomes less.
   */
  requestLength = 4_000_000;

  constructor(options: ClusterOptions) {
    this.cluster = new Cluster(options);
    this.names = indexNames(options.address.name);
  }

  async search<T>(index: keyof IndexNames, body: JsonObject, signal?: AbortSignal): Promise<SearchAnswer<T>> {
    const path = `/${this.names[index]}/_search?allow_partial_search_results=false`;
    const { body: answer } = await this.cluster.ask<SearchAnswer<T>>({ method: 'POST', path, body, signal });
    return searchAnswer(this.cluster, answer);
  }

  async count(index: keyof IndexNames, query: JsonObject): Promise<number> {
    // The server's own count leaves out what a shard that is on its way holds, and says so in passing only.
    const { hits } = await this.search(index, { size: 0, track_total_hits: true, query });
    return hits.total!.value;
  }

  /** The documents of some ids, in any order; what is not there is left out. */
  async get<T>(
    index: keyof IndexNames,
    ids: readonly string[],
    fields?: readonly string[],
  ): Promise<readonly Hit<T>[]> {
    if (ids.length === 0) return [];
    const source = fields === undefined ? '' : `?_source_includes=${fields.join(',')}`;
    const { body } = await this.cluster.ask<{
      docs: readonly (Hit<T> & { found?: boolean; error?: ServerError })[];
    }>({
      method: 'POST',
      path: `/${this.names[index]}/_mget${source}`,
      body: { ids },
      // A document whose shard is on its way is not one that is not there.
      isWhole: ({ docs }) => docs.every(({ error }) => error === undefined || !passes(200, error)),
    });
    return body.docs.filter(({ found }) => found);
  }

  /** Every document that a query finds, in the order of a field that tells them apart. */
  async *scan<T>(
    index: keyof IndexNames,
    query: JsonObject,
    by: string,
    fields: readonly string[],
    size = 2000,
  ): AsyncGenerator<Hit<T>> {
    yield* this.hitsInOrder<T>(index, by, { size, query, _source: fields, seq_no_primary_term: true });
  }

  /**
   * The values of a keyword field of every document of a query, each once, and of the field that tells the documents apart. Read from
   * these fields alone: to read what is stored of a document, be it its id, the server unpacks its text.
   */
  async *valuesOfEach(
    index: keyof IndexNames,
    query: JsonObject,
    by: string,
    field: string,
  ): AsyncGenerator<{ readonly of: string; readonly values: readonly string[] }> {
    const body = { size: 10_000, query, stored_fields: '_none_', docvalue_fields: [field] };
    for await (const { sort, fields } of this.hitsInOrder(index, by, body))
      yield { of: String(sort![0]), values: (fields?.[field] ?? []) as readonly string[] };
  }

  /** All that a search finds, page by page, in the order of a field that tells the documents apart. */
  private async *hitsInOrder<T>(
    index: keyof IndexNames,
    by: string,
    body: JsonObject & { readonly size: number },
  ): AsyncGenerator<Hit<T>> {
    let after: readonly (string | number)[] | undefined;
    do {
      const { hits } = await this.search<T>(index, {
        ...body,
        sort: [{ [by]: 'asc' }],
        // Who has to count them all cannot pass over those of the pages before.
        track_total_hits: false,
        ...(after && { search_after: after }),
      });
      yield* hits.hits;
      after = hits.hits.length < body.size ? undefined : hits.hits.at(-1)?.sort;
    } while (after);
  }

  /**
   * Every value of a field, with the number of articles that have it, in the order of the values; `aggs` are counted for each. A server
   * looks through all articles for each page, hence long ones. Of no condition at all it would go from value to value in every segment
   * instead: twenty times the work for the same page of 8,000 articles.
   */
  async *values(
    field: string,
    aggs?: JsonObject,
  ): AsyncGenerator<{ value: string; articles: number; bucket: Readonly<Record<string, unknown>> }> {
    const size = 50_000;
    let after: JsonObject | undefined;
    do {
      const composite = { size, sources: [{ value: { terms: { field } } }], ...(after && { after }) };
      const { aggregations } = await this.search('articles', {
        size: 0,
        query: { exists: { field } },
        track_total_hits: false,
        aggs: { values: { composite, ...(aggs && { aggs }) } },
      });
      const { buckets, after_key } = aggregations!['values']!;
      const page = buckets as unknown as readonly { key: { value: string }; doc_count: number }[];
      for (const bucket of page)
        yield {
          value: bucket.key.value,
          articles: bucket.doc_count,
          bucket: bucket,
        };
      after = page.length < size ? undefined : after_key;
    } while (after);
  }

  async refresh(...indexes: readonly (keyof IndexNames)[]): Promise<void> {
    const path = `/${indexes.map((index) => this.names[index]).join(',')}/_refresh`;
    await this.cluster.ask<{ _shards?: { failed: number } }>({
      method: 'POST',
      path,
      // A shard whose node has just died does not show yet what was acknowledged.
      isWhole: ({ _shards }) => (_shards?.failed ?? 0) === 0,
    });
  }

  async deleteWhere(index: keyof IndexNames, query: JsonObject): Promise<number> {
    const { body } = await this.cluster.ask<{ deleted: number }>({
      method: 'POST',
      path: `/${this.names[index]}/_delete_by_query?conflicts=proceed&refresh=true`,
      body: { query },
      timeoutMs: 600_000,
    });
    return body.deleted;
  }

  /** What is known of the corpus; undefined when it was never filled. */
  async note(): Promise<CorpusNote | undefined> {
    const { body } = await this.cluster.ask<{ _source?: { corpus: CorpusNote } }>({
      method: 'GET',
      path: `/${this.names.files}/_doc/${noteId}`,
      allowed: [404],
    });
    return body._source?.corpus;
  }

  /** Changes what is known of the corpus; when another process does so at the same time, again from what that wrote. */
  async changeNote(change: (note: CorpusNote) => CorpusNote): Promise<CorpusNote> {
    for (;;) {
      const path = `/${this.names.files}/_doc/${noteId}`;
      const { body } = await this.cluster.ask<{
        _source?: { corpus: CorpusNote };
        _seq_no?: number;
        _primary_term?: number;
      }>({ method: 'GET', path, allowed: [404] });
      const next = change(body._source?.corpus ?? { generation: 0, parts: {} });
      const condition =
        body._seq_no === undefined
          ? 'op_type=create'
          : `if_seq_no=${body._seq_no}&if_primary_term=${body._primary_term ?? 1}`;
      const { status } = await this.cluster.ask({
        method: 'PUT',
        // Nobody searches for it, and what is got by its id is new at once.
        path: `${path}?${condition}`,
        body: { corpus: next },
        allowed: [409],
      });
      if (status !== 409) return next;
    }
  }

  /** Rejects with `missing` when there is no such corpus, with `newer` when we cannot read it. */
  async check(): Promise<void> {
    const { status, body } = await this.cluster.ask<
      Readonly<Record<string, { mappings: { _meta?: Readonly<Record<string, unknown>> } }>>
    >({ method: 'GET', path: `/${this.names.articles}/_mapping`, allowed: [404] });
    const meta = status === 404 ? undefined : Object.values(body)[0]?.mappings._meta;
    if (status === 404) throw new ClusterError('missing', this.cluster.server, this.cluster.address.name);
    const version = Number(meta?.['corpus-explorer']);
    if (version > mappingVersion) throw new ClusterError('newer', this.cluster.server, `version ${version}`);
  }
}
