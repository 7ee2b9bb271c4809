import {
  articleSource,
  isLeftOut,
  type Batch,
  type BatchFile,
  type FileStamp,
  type RecordFields,
  type RecordPlace,
  type SkippedFile,
} from '../../core/index.ts';
import { articleDocument, documentId, type ArticleDocument } from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { KnownEntities } from './knownEntities.ts';

/** One document of the files' index. A file that was read in part has a size that no file has. */
export interface FileDocument {
  readonly path: string;
  /** Which part of the corpus was read of it. */
  readonly part: string;
  readonly extension: string;
  readonly articles: number;
  readonly isLeftOut: boolean;
  readonly hasProblem: boolean;
  readonly hasFields: boolean;
  readonly stamp: Omit<FileStamp, 'path'>;
  readonly skipped?: SkippedFile;
  readonly fields?: RecordFields;
}

export interface Applying {
  readonly store: CorpusStore;
  /** Which part of the corpus is written: nothing else is touched. */
  readonly part: string;
  /** As far as this process knows. */
  readonly known: KnownEntities;
  readonly refresh: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Writes a batch. A file's own document is written after its articles: a process that ends between the two leaves a file that counts
 * as not read, and reading it again writes the same documents.
 */
export async function applyBatch(applying: Applying, batch: Batch): Promise<void> {
  const { store } = applying;
  if (batch.removedPaths.length > 0) await removeFiles(applying, batch.removedPaths);
  const known = await knownFiles(
    applying,
    batch.files.filter((file) => !isItsArticle(file)).map(({ stamp }) => stamp.path),
  );
  const replaced = batch.files.filter(
    ({ stamp, isContinued }) => !isContinued && known.get(stamp.path)?.articles,
  );
  await removeStale(applying, replaced);
  const changes = batch.files.flatMap(({ stamp, articles }) =>
    articles.map((article) => change(applying, article, stamp.path)),
  );
  changes.push(...(await amendments(applying, batch.amended ?? [])));
  await writeBulk(store, 'articles', changes, applying);
  await writeBulk(store, 'files', fileChanges(applying, batch.files, known), applying);
}

type Article = BatchFile['articles'][number];

function change({ part, known }: Applying, article: Article, file: string): BulkChange {
  return {
    kind: 'index',
    id: documentId(article.id),
    document: { ...articleDocument(article, file, known), part },
  };
}

async function removeFiles({ store, part }: Applying, paths: readonly string[]): Promise<void> {
  const atOnce = 5000;
  // What is deleted is searched for first.
  await store.refresh('articles', 'files');
  for (let i = 0; i < paths.length; i += atOnce) {
    const some = paths.slice(i, i + atOnce);
    await store.deleteWhere('articles', {
      bool: { filter: [{ term: { part } }, { terms: { file: some } }] },
    });
    await store.deleteWhere('files', { bool: { filter: [{ term: { part } }, { terms: { path: some } }] } });
  }
}

/** A file that is one article, with its name: it never was anything else, and its document is written over. */
function isItsArticle({ stamp, articles }: BatchFile): boolean {
  return articles.length === 1 && articles[0]!.id === stamp.path;
}

/** Articles that a file no longer has. */
async function removeStale({ store, part }: Applying, files: readonly BatchFile[]): Promise<void> {
  for (const { stamp, articles } of files) {
    await store.refresh('articles');
    const kept = articles.map(({ id }) => id);
    await store.deleteWhere('articles', {
      bool: {
        filter: [{ term: { part } }, { term: { file: stamp.path } }],
        must_not: [{ terms: { id: kept } }],
      },
    });
  }
}

/** What the corpus holds of some files. */
async function knownFiles(
  { store, part }: Applying,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileDocument>> {
  const hits = await store.get<FileDocument>(
    'files',
    [...new Set(paths)].map((path) => fileId(path, part)),
  );
  return new Map(hits.map(({ _source }) => [_source.path, _source]));
}

function fileChanges(
  { part }: Applying,
  files: readonly BatchFile[],
  known: ReadonlyMap<string, FileDocument>,
): BulkChange[] {
  const counts = new Map<string, number>();
  return files.map(({ stamp, articles, skipped, fields, isContinued, isPartial }) => {
    const { path, modifiedMs, size } = stamp;
    const before = isContinued ? (counts.get(path) ?? known.get(path)?.articles ?? 0) : 0;
    const count = before + articles.length;
    counts.set(path, count);
    const document: FileDocument = {
      path,
      part,
      extension: /\.([a-z0-9]+(?:\.gz)?)$/i.exec(path)?.[1]?.toLowerCase() ?? '',
      articles: count,
      isLeftOut: skipped !== undefined && isLeftOut(skipped),
      hasProblem: skipped !== undefined,
      hasFields: fields !== undefined,
      stamp: { modifiedMs, size: isPartial ? -1 : size },
      ...(skipped && { skipped }),
      ...(fields && { fields }),
    };
    return { kind: 'index', id: fileId(path, part), document: { ...document } };
  });
}

/** The id of a file's document: every part of a corpus has its own of a file of records. */
export function fileId(path: string, part: string): string {
  return documentId(part === wholePart ? path : `${path}\u0001${part}`);
}

/** The part of a corpus that is filled by one process. */
export const wholePart = 'all';

/** Articles that were analysed again keep their file and their place in it. */
async function amendments(applying: Applying, amended: NonNullable<Batch['amended']>): Promise<BulkChange[]> {
  const ids = amended.map(({ id }) => documentId(id));
  const hits = await applying.store.get<Pick<ArticleDocument, 'id'> & { place?: RecordPlace }>(
    'articles',
    ids,
    ['id', 'place'],
  );
  const places = new Map(hits.map(({ _source }) => [_source.id, _source.place]));
  return amended
    .filter(({ id }) => places.has(id))
    .map(({ id, analysis }) => {
      const place = places.get(id);
      return change(applying, { id, analysis, ...(place && { place }) }, articleSource(id).file);
    });
}
