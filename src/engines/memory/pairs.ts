import {
  compareCodePoints,
  isNameList,
  pairScore,
  type CheckedPairRequest,
  type EntityId,
  type EntityPair,
} from '../../core/index.ts';
import { entityNamed, type CorpusState, type StateArticle } from './corpusState.ts';

/** All pairs of some articles, in no order, and the units that name any entity of the types in question. */
export function countPairs(
  state: CorpusState,
  articles: readonly StateArticle[],
  { entity: asked, unit, measure, types, minimum }: CheckedPairRequest,
): { pairs: EntityPair[]; units: number } {
  const { entities } = state;
  const known = asked === undefined ? undefined : entityNamed(state, asked);
  if (asked !== undefined && !known) return { pairs: [], units: 0 };
  const { id: entity, type: own } = known ?? {};
  const isCounted = (id: EntityId): boolean => {
    const { type } = entities.get(id)!;
    return types.has(type) || type === own;
  };
  const units = unitsOf(articles, unit, isCounted);
  const unitsNaming = (id: EntityId): number => units.filter(({ names }) => names.has(id)).length;
  const together = new Map<
    string,
    { ids: [EntityId, EntityId]; count: number; articles: Set<StateArticle> }
  >();
  for (const { names, article } of units) {
    for (const first of names) {
      for (const second of names) {
        if (entity === undefined ? first >= second : first !== entity || second === entity) continue;
        if (!types.has(entities.get(second)!.type)) continue;
        const key = JSON.stringify([first, second]);
        const pair = together.get(key) ?? { ids: [first, second], count: 0, articles: new Set() };
        together.set(key, pair);
        pair.count++;
        pair.articles.add(article);
      }
    }
  }
  const paired = (id: EntityId): EntityPair['first'] => {
    const { type, name } = entities.get(id)!;
    return { id, type, name, units: unitsNaming(id) };
  };
  const pairs = [...together.values()]
    .filter(({ count }) => count >= minimum)
    .map(({ ids, count, articles: among }): EntityPair => {
      const [first, second] = ids.map(paired) as [EntityPair['first'], EntityPair['first']];
      const isTurned = entity === undefined && comesFirst(second, first);
      return {
        first: isTurned ? second : first,
        second: isTurned ? first : second,
        together: count,
        articles: among.size,
        score: pairScore(measure, count, first.units, second.units, units.length),
      };
    });
  return { pairs, units: units.length };
}

function comesFirst(a: EntityPair['first'], b: EntityPair['first']): boolean {
  return (b.units - a.units || compareCodePoints(a.id, b.id)) < 0;
}

function unitsOf(
  articles: readonly StateArticle[],
  unit: CheckedPairRequest['unit'],
  isCounted: (id: EntityId) => boolean,
): { names: Set<EntityId>; article: StateArticle }[] {
  return articles.flatMap((article) => {
    const byUnit = new Map<number, Set<EntityId>>();
    for (const mention of article.mentions) {
      byUnit.set(mention[unit], (byUnit.get(mention[unit]) ?? new Set()).add(mention.entity));
    }
    return [...byUnit.values()]
      .filter((names) => !isNameList(names.size))
      .map((names) => ({ names: new Set([...names].filter(isCounted)), article }))
      .filter(({ names }) => names.size > 0);
  });
}
