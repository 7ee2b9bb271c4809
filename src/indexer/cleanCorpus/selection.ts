import {
  articleSource,
  isUnfiltered,
  checkFilter,
  type ArticleId,
  type CorpusIndex,
  type FileStamp,
  type Filter,
} from '../../core/index.ts';
import { compareArticleIds } from './journal.ts';

/** A source file that holds wanted articles. */
export interface SourceUnit {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** The wanted articles of the file, in order; absent when all are wanted. */
  readonly articles?: readonly ArticleId[];
}

/** Articles asked for at once: a page costs the index as much as counting all of them. */
const pageSize = 10_000;

/**
 * The files that hold the articles of a filter, in the order of a walk; for an empty filter all files. Holds one id for
 * every article of the filter, and no more.
 */
export async function selectUnits(
  index: CorpusIndex,
  filter: Filter,
  stamps: readonly FileStamp[],
): Promise<readonly SourceUnit[]> {
  if (isUnfiltered(checkFilter(filter))) return stamps.map(({ path }) => ({ path }));
  const ids = await allIds(index, filter);
  ids.sort(compareArticleIds);
  const units: { path: string; articles: ArticleId[] }[] = [];
  for (const id of ids) {
    const path = articleSource(id).file;
    const unit = units.at(-1);
    if (unit?.path === path) unit.articles.push(id);
    else units.push({ path, articles: [id] });
  }
  return units;
}

/** All articles of a filter; begun again when the index has changed between two pages. */
async function allIds(index: CorpusIndex, filter: Filter): Promise<ArticleId[]> {
  for (;;) {
    const ids: ArticleId[] = [];
    let cursor: string | undefined;
    const generations = new Set<number>();
    do {
      const page = await index.documents(filter, 'date', {
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id } of page.items) ids.push(id);
      generations.add(page.generation);
      cursor = page.cursor;
    } while (cursor !== undefined && generations.size === 1);
    if (generations.size === 1) return ids;
  }
}
