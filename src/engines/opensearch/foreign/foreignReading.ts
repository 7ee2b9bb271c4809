import type { CheckedFilter } from '../../../core/index.ts';
import type { Cluster, JsonObject } from '../cluster.ts';
import { DatashareNames } from './datashareNames.ts';
import { ForeignArticles } from './foreignArticles.ts';
import { languageCode } from './foreignLanguages.ts';
import type { ForeignPlace } from './foreignMapping.ts';
import type { NameSource } from './foreignNames.ts';
import { foreignQuery } from './foreignQueries.ts';
import { OpenalephNames } from './openalephNames.ts';
import { WholeIndex } from './wholeIndex.ts';

/** What every question to an index of another program needs. */
export interface ForeignReading {
  readonly articles: ForeignArticles;
  readonly names: NameSource;
  readonly whole: WholeIndex;
}

export function foreignReading(cluster: Cluster, place: ForeignPlace): ForeignReading {
  const articles = new ForeignArticles(cluster, place);
  const names = place.preset === 'datashare' ? new DatashareNames(articles) : new OpenalephNames(articles);
  return { articles, names, whole: new WholeIndex(articles) };
}

/** The query for the articles that a filter lets in. */
export async function queryOf(
  { articles, names, whole }: ForeignReading,
  filter: CheckedFilter,
): Promise<JsonObject> {
  const { languages } = await whole.ask();
  return foreignQuery(articles, names, filter, (code) => {
    return languages.filter((value) => languageCode(value) === code);
  });
}
