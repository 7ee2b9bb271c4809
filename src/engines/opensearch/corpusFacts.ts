import {
  dateOfCode,
  type CorpusStatus,
  type FileStamp,
  type SkippedFile,
  type SourceSummary,
} from '../../core/index.ts';
import type { FileDocument } from './applyBatch.ts';
import type { Bucket, CorpusNote, CorpusStore } from './corpusStore.ts';
import { datedAggs, readDated } from './datedCounts.ts';
import type { Reading } from './reading.ts';

/** A list for eyes ends somewhere. */
const toldFiles = 200;

/** Counts of a corpus as a whole. */
export async function statusOf(
  { store, dates }: Pick<Reading, 'store' | 'dates'>,
  note: CorpusNote | undefined,
): Promise<CorpusStatus> {
  const [articles, entities, skipped] = await Promise.all([
    store.search('articles', {
      size: 0,
      track_total_hits: true,
      aggs: datedAggs(dates),
    }),
    store.search('entities', {
      size: 0,
      track_total_hits: false,
      aggs: { lists: { terms: { field: 'list' } } },
    }),
    store.count('files', { term: { isLeftOut: true } }),
  ]);
  const counts = new Map(
    (entities.aggregations!['lists']!.buckets as readonly Bucket[]).map((each) => [each.key, each.doc_count]),
  );
  const { undated, first, last } = readDated(articles.aggregations!);
  return {
    generation: note?.generation ?? 0,
    articles: articles.hits.total!.value,
    undated: undated.articles,
    entities: {
      ORG: counts.get('ORG') ?? 0,
      PER: counts.get('PER') ?? 0,
      LOC: counts.get('LOC') ?? 0,
      ...(counts.has('unsure') && { unsure: counts.get('unsure')! }),
    },
    ...(first !== undefined && { firstDate: dateOfCode(first) }),
    ...(last !== undefined && { lastDate: dateOfCode(last) }),
    skipped,
    isComplete: isComplete(note),
  };
}

/** Every part of those that were begun was filled to its end. */
function isComplete(note: CorpusNote | undefined): boolean {
  const parts = Object.entries(note?.parts ?? {});
  const asked = Math.max(1, ...parts.map(([part]) => Number(part.split('/')[1] ?? 1)));
  return parts.length >= asked && parts.every(([, isFilled]) => isFilled);
}

/** By path: of all source files, or of one path and all below it. */
export async function stampsOf(
  store: CorpusStore,
  part: string,
  under?: string,
): Promise<ReadonlyMap<string, FileStamp>> {
  const stamps = new Map<string, FileStamp>();
  const below = { bool: { should: [{ term: { path: under } }, { prefix: { path: `${under ?? ''}/` } }] } };
  const own = { term: { part } };
  const query = { bool: { filter: under === undefined ? [own] : [own, below] } };
  for await (const { _source } of store.scan<FileDocument>('files', query, 'path', ['path', 'stamp'], 5000))
    stamps.set(_source.path, { path: _source.path, ..._source.stamp });
  return stamps;
}

/** How many articles of a part the server holds, and how many its files gave. */
export async function countPart(store: CorpusStore, part: string): Promise<{ held: number; read: number }> {
  const [held, files] = await Promise.all([
    store.count('articles', { term: { part } }),
    store.search('files', {
      size: 0,
      track_total_hits: false,
      query: { term: { part } },
      aggs: { read: { sum: { field: 'articles' } } },
    }),
  ]);
  return { held, read: files.aggregations!['read']!.value ?? 0 };
}

export async function skippedFiles(store: CorpusStore): Promise<readonly SkippedFile[]> {
  const skipped: SkippedFile[] = [];
  const found = store.scan<FileDocument>('files', { term: { hasProblem: true } }, 'path', ['skipped']);
  for await (const { _source } of found) skipped.push(_source.skipped!);
  return skipped;
}

export async function sourcesOf(store: CorpusStore): Promise<SourceSummary> {
  const [formats, records] = await Promise.all([
    store.search('files', {
      size: 0,
      track_total_hits: false,
      query: { range: { articles: { gt: 0 } } },
      aggs: {
        extensions: {
          terms: { field: 'extension', size: 1000 },
          aggs: { articles: { sum: { field: 'articles' } } },
        },
      },
    }),
    store.search<FileDocument>('files', {
      size: toldFiles,
      track_total_hits: false,
      query: { term: { hasFields: true } },
      sort: [{ path: 'asc' }],
      _source: ['path', 'articles', 'fields'],
    }),
  ]);
  const buckets = formats.aggregations!['extensions']!.buckets as unknown as readonly (Bucket & {
    articles: { value: number };
  })[];
  return {
    formats: buckets
      .map(({ key, doc_count, articles }) => ({ extension: key, files: doc_count, articles: articles.value }))
      .sort((a, b) => b.articles - a.articles || (a.extension < b.extension ? -1 : 1)),
    recordFiles: records.hits.hits.map(({ _source: { path, articles, fields } }) => ({
      path,
      articles,
      fields: fields!,
    })),
  };
}
