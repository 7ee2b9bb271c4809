import { byFactRank, entityId, joinKey, type EntityFact, type EntityId } from '../../core/index.ts';
import type { CorpusState, KnownEntity, StateArticle } from './corpusState.ts';

/** What some articles say of an entity, best first, the same thing as often as it is said. */
export function factsOf(
  { entityOf, entities }: CorpusState,
  entity: KnownEntity,
  articles: readonly StateArticle[],
): { readonly score: number; readonly fact: EntityFact }[] {
  const found = articles.flatMap(({ contribution: { row, names, facts } }) =>
    facts
      .filter(({ name }) => entity.nameIds.has(entityId(names[name]!.type, names[name]!.key)))
      .map(({ kind, value, other, start, end, score }) => {
        const otherName = other === undefined ? undefined : names[other]!;
        const otherId = otherName && entityOf.get(entityId(otherName.type, otherName.key));
        // What an acronym and its long form say of each other says nothing of the entity they are.
        const about =
          otherId === undefined || otherId === entity.id
            ? undefined
            : { id: otherId, name: entities.get(otherId)!.name };
        const where = {
          article: row.id,
          articleTitle: row.title,
          ...(row.date !== undefined && { date: row.date }),
        };
        return { score, fact: { kind, value, ...(about && { other: about }), ...where, start, end } };
      }),
  );
  return found.sort(byFactRank);
}

/** In how many articles each reason to join one of these names is given, by `joinKey`. */
export function countJoins(
  articles: readonly StateArticle[],
  names: ReadonlySet<EntityId>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, key, joins } of articles.flatMap(({ contribution }) => contribution.names)) {
    if (!names.has(entityId(type, key))) continue;
    for (const join of new Set(joins.map(joinKey))) counts.set(join, (counts.get(join) ?? 0) + 1);
  }
  return counts;
}
