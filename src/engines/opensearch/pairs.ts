import {
  byPairRank,
  compareCodePoints,
  hidden,
  isNameList,
  nextCursor,
  pageStart,
  pairScore,
  parseEntityId,
  type CheckedFilter,
  type CheckedPairRequest,
  type EntityId,
  type EntityPair,
  type EntityType,
  type PageRequest,
  type PairedEntity,
  type Slice,
} from '../../core/index.ts';
import type { ArticleContent } from './articleDocument.ts';
import { queryOf, type Reading } from './reading.ts';

/**
 * Articles whose names are read for a list of pairs: a server cannot count by sentence, so they come here. Of more, the newest are
 * read, and the counts are said to be approximate.
 */
const mostArticles = 20_000;
const articlesAtOnce = 2000;

export interface PairSlice extends Slice<EntityPair> {
  readonly units: number;
}

/** The strongest pairs of the filter's articles. */
export async function findPairs(
  reading: Reading,
  filter: CheckedFilter,
  request: CheckedPairRequest,
  page: PageRequest,
): Promise<PairSlice> {
  const start = pageStart(page);
  const counts = new PairCounts(request);
  const own = request.entity === undefined ? undefined : parseEntityId(request.entity)!;
  // Which units name anybody is counted among all articles, also where only one entity's partners are wanted.
  const query = await queryOf(reading, filter);
  const overlay = await reading.entities.overlay();
  let after: readonly (string | number)[] | undefined;
  do {
    const { hits } = await reading.store.search<{ content: ArticleContent }>('articles', {
      size: articlesAtOnce,
      track_total_hits: false,
      query: { bool: { filter: [query, { exists: { field: 'names' } }] } },
      sort: [{ date: 'desc' }, { id: 'asc' }],
      _source: ['content.names', 'content.entities', 'content.mentions'],
      ...(after && { search_after: after }),
    });
    for (const { _source } of hits.hits)
      counts.add({ ..._source.content, entities: overlay.entitiesIn(_source.content) }, own?.type);
    after = hits.hits.length < articlesAtOnce ? undefined : hits.hits.at(-1)?.sort;
  } while (after && counts.articles < mostArticles);
  const pairs = counts.ranked();
  const shown = pairs.slice(start, start + page.limit);
  const names = await reading.entities.withIds(shown.flatMap(({ first, second }) => [first.id, second.id]));
  const named = (entity: PairedEntity): PairedEntity => ({
    ...entity,
    name: names.get(entity.id)?.label ?? entity.name,
  });
  return {
    items: shown.map((pair) => ({ ...pair, first: named(pair.first), second: named(pair.second) })),
    total: pairs.length,
    units: counts.units,
    ...nextCursor(start, shown.length, pairs.length),
    ...(after && { isApproximate: true }),
  };
}

interface Together {
  readonly ids: readonly [EntityId, EntityId];
  count: number;
  articles: number;
  lastArticle: number;
}

/** Counts units article by article. */
export class PairCounts {
  articles = 0;
  units = 0;
  private readonly request: CheckedPairRequest;
  private readonly naming = new Map<EntityId, number>();
  private readonly together = new Map<string, Together>();

  constructor(request: CheckedPairRequest) {
    this.request = request;
  }

  add(
    { mentions, entities }: Pick<ArticleContent, 'mentions' | 'entities'>,
    own: EntityType | undefined,
  ): void {
    this.articles++;
    const byUnit = new Map<number, Set<EntityId>>();
    for (const [, , name, sentence, paragraph] of mentions) {
      const id = entities[name]!;
      if (id === hidden) continue;
      const unit = this.request.unit === 'sentence' ? sentence : paragraph;
      byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(id));
    }
    for (const all of byUnit.values()) {
      if (isNameList(all.size)) continue;
      const names = [...all].filter((id) => this.isPaired(id) || parseEntityId(id)!.type === own);
      if (names.length === 0) continue;
      this.units++;
      for (const id of names) this.naming.set(id, (this.naming.get(id) ?? 0) + 1);
      this.addPairs(names);
    }
  }

  ranked(): EntityPair[] {
    const { measure, minimum, entity } = this.request;
    const paired = (id: EntityId): PairedEntity => {
      return { id, type: parseEntityId(id)!.type, name: id, units: this.naming.get(id)! };
    };
    return [...this.together.values()]
      .filter(({ count }) => count >= minimum)
      .map(({ ids, count, articles }): EntityPair => {
        const [a, b] = [paired(ids[0]), paired(ids[1])];
        const isTurned = entity === undefined && (b.units - a.units || compareCodePoints(a.id, b.id)) > 0;
        const [first, second] = isTurned ? [b, a] : [a, b];
        const score = pairScore(measure, count, first.units, second.units, this.units);
        return { first, second, together: count, articles, score };
      })
      .sort(byPairRank);
  }

  private isPaired(id: EntityId): boolean {
    return this.request.types.has(parseEntityId(id)!.type);
  }

  private addPairs(names: readonly EntityId[]): void {
    const { entity } = this.request;
    const firsts = entity === undefined ? names : names.filter((id) => id === entity);
    for (const first of firsts) {
      for (const second of names) {
        if (entity === undefined ? first >= second : second === entity) continue;
        if (!this.isPaired(second) || (entity === undefined && !this.isPaired(first))) continue;
        const key = `${first}\n${second}`;
        const pair = this.together.get(key) ?? {
          ids: [first, second],
          count: 0,
          articles: 0,
          lastArticle: 0,
        };
        this.together.set(key, pair);
        pair.count++;
        if (pair.lastArticle !== this.articles) pair.articles++;
        pair.lastArticle = this.articles;
      }
    }
  }
}
