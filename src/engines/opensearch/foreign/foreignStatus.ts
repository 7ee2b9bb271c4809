import { entityTypes, type CorpusStatus } from '../../../core/index.ts';
import { datesOf } from './foreignCounts.ts';
import type { ForeignReading } from './foreignReading.ts';

/** What the index holds. Nothing is known of files that gave no document. */
export async function statusOf({ articles, names, whole }: ForeignReading): Promise<CorpusStatus> {
  const [{ generation }, { total, undated, first, last }, ...counted] = await Promise.all([
    whole.ask(),
    datesOf(articles, articles.within()),
    ...entityTypes.map((type) => names.count(type, undefined, 1)),
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
