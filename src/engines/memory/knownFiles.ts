import {
  entryOf,
  summarizeSources,
  type ArticleAnalysis,
  type ArticleContribution,
  type ArticleId,
  type Batch,
  type BatchFile,
  type FileStamp,
  type KnownPlace,
  type RecordFields,
  type RecordPlace,
  type SkippedFile,
  type SourceSummary,
} from '../../core/index.ts';

/** An article as it was given, and what it brings to the corpus. */
export interface KnownArticle {
  readonly contribution: ArticleContribution;
  readonly analysis: ArticleAnalysis;
  readonly place?: RecordPlace;
}

/** A source file and what it gave. */
export interface KnownFile {
  readonly stamp: FileStamp;
  readonly articles: readonly KnownArticle[];
  readonly skipped?: SkippedFile;
  readonly fields?: RecordFields;
  readonly isPartial: boolean;
}

/** By path. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

/** The files after a batch. */
export function filesAfter(before: KnownFiles, { removedPaths, files, amended = [] }: Batch): KnownFiles {
  const after = new Map(before);
  for (const path of removedPaths) after.delete(path);
  for (const file of files) after.set(file.stamp.path, knownFile(file, after.get(file.stamp.path)));
  for (const { id, analysis } of amended) {
    for (const [path, file] of after) after.set(path, amendedFile(file, id, analysis));
  }
  return after;
}

/** Of the files at or below a path. One that was not read to its end has a size that no file has. */
export function stampsOf(files: KnownFiles, under?: string): ReadonlyMap<string, FileStamp> {
  const wanted = [...files].filter(([path]) => {
    return under === undefined || path === under || path.startsWith(`${under}/`);
  });
  return new Map(
    wanted.map(([path, { stamp, isPartial }]) => [path, isPartial ? { ...stamp, size: -1 } : stamp]),
  );
}

export function skippedFiles(files: KnownFiles): readonly SkippedFile[] {
  const skipped = [...files.values()].flatMap((file) => file.skipped ?? []);
  return skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function placeOf(files: KnownFiles, id: ArticleId): KnownPlace | undefined {
  for (const { stamp, articles } of files.values()) {
    const place = articles.find(({ contribution }) => contribution.row.id === id)?.place;
    const { modifiedMs, size } = stamp;
    if (place) return { ...place, modifiedMs, size };
  }
  return undefined;
}

export function sourcesOf(files: KnownFiles): SourceSummary {
  return summarizeSources(
    [...files].map(([path, { articles, fields }]) => ({ path, articles: articles.length, fields })),
  );
}

function knownFile(file: BatchFile, before: KnownFile | undefined): KnownFile {
  const { stamp, articles, skipped, fields, isContinued, isPartial } = file;
  const added = articles.map((article) => {
    const { id, place } = article;
    // Its concordances need the texts, and it is not for corpora that would be sent without them.
    if (!('analysis' in article))
      throw new TypeError(`${id}: this engine takes articles with their analysis.`);
    const { analysis } = article;
    return { contribution: entryOf(id, analysis).contribution, analysis, ...(place && { place }) };
  });
  const ids = new Set(articles.map(({ id }) => id));
  const kept = isContinued && before ? before.articles : [];
  return {
    stamp,
    articles: [...kept.filter(({ contribution }) => !ids.has(contribution.row.id)), ...added],
    isPartial: isPartial ?? false,
    ...(skipped && { skipped }),
    ...(fields && { fields }),
  };
}

function amendedFile(file: KnownFile, id: ArticleId, analysis: ArticleAnalysis): KnownFile {
  const articles = file.articles.map((known) => {
    const isMeant = known.contribution.row.id === id;
    return isMeant ? { ...known, contribution: entryOf(id, analysis).contribution, analysis } : known;
  });
  return { ...file, articles };
}
