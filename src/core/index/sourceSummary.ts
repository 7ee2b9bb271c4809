import type { RecordFields, SourceSummary } from './sourceFiles.ts';

/** One source file with what it gave. */
export interface SummarizedFile {
  readonly path: string;
  readonly articles: number;
  readonly fields?: RecordFields | undefined;
}

/** A list for eyes ends somewhere. */
const toldFiles = 200;

/** Counts source files by the extension of their names, `jsonl.gz`, `txt`; the same in every engine. */
export function summarizeSources(files: Iterable<SummarizedFile>): SourceSummary {
  const formats = new Map<string, { files: number; articles: number }>();
  const recordFiles: SourceSummary['recordFiles'][number][] = [];
  for (const { path, articles, fields } of files) {
    if (fields) recordFiles.push({ path, articles, fields });
    if (articles === 0) continue;
    const extension = /\.([a-z0-9]+(?:\.gz)?)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
    const count = formats.get(extension) ?? { files: 0, articles: 0 };
    formats.set(extension, { files: count.files + 1, articles: count.articles + articles });
  }
  return {
    formats: [...formats]
      .map(([extension, count]) => ({ extension, ...count }))
      .sort((a, b) => b.articles - a.articles || (a.extension < b.extension ? -1 : 1)),
    recordFiles: recordFiles.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, toldFiles),
  };
}
