import { isLeftOut, type CorpusStatus, type EntityList } from '../../core/index.ts';
import type { CorpusState } from './corpusState.ts';
import { skippedFiles, type KnownFiles } from './knownFiles.ts';

/** What the corpus holds. */
export function statusOf(
  { articles, entities }: CorpusState,
  files: KnownFiles,
): Omit<CorpusStatus, 'generation' | 'isComplete'> {
  const dates = articles.flatMap(({ contribution }) => contribution.row.date ?? []).sort();
  const count = (list: EntityList): number =>
    [...entities.values()].filter((entity) => entity.list === list).length;
  return {
    articles: articles.length,
    undated: articles.length - dates.length,
    entities: {
      ORG: count('ORG'),
      PER: count('PER'),
      LOC: count('LOC'),
      ...(count('unsure') > 0 && { unsure: count('unsure') }),
    },
    ...(dates.length > 0 && { firstDate: dates[0]!, lastDate: dates.at(-1)! }),
    skipped: skippedFiles(files).filter(isLeftOut).length,
  };
}
