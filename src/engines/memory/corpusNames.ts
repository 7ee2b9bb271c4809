import {
  entityId,
  parseEntityId,
  type CorpusName,
  type EntityId,
  type EntityType,
} from '../../core/index.ts';
import type { KnownArticle } from './knownFiles.ts';

/** A name and how often the corpus has it. */
export interface NameCount {
  readonly type: EntityType;
  readonly key: string;
  articles: number;
  mentions: number;
  /** Of the mentions. */
  sure: number;
  readonly surfaces: Map<string, number>;
}

/** What the user speaks of is a name, even where no article has it. */
export function addName(names: Map<EntityId, NameCount>, id: EntityId): void {
  if (names.has(id)) return;
  names.set(id, {
    ...parseEntityId(id)!,
    articles: 0,
    mentions: 0,
    sure: 0,
    surfaces: new Map<string, number>(),
  });
}

/** Every name of some articles, those that they only prove included. */
export function countNames(known: readonly KnownArticle[]): Map<EntityId, NameCount> {
  const names = new Map<EntityId, NameCount>();
  const nameOf = (type: EntityType, key: string): NameCount => {
    const id = entityId(type, key);
    addName(names, id);
    return names.get(id)!;
  };
  for (const { contribution } of known) {
    for (const { type, key, alsoKeys } of contribution.names) {
      for (const name of [key, ...alsoKeys]) nameOf(type, name);
    }
    for (const { name, surface, isSure } of contribution.mentions) {
      const { type, key } = contribution.names[name]!;
      const count = nameOf(type, key);
      count.mentions++;
      count.sure += Number(isSure);
      count.surfaces.set(surface, (count.surfaces.get(surface) ?? 0) + 1);
    }
    for (const name of new Set(contribution.mentions.map((mention) => mention.name))) {
      const { type, key } = contribution.names[name]!;
      nameOf(type, key).articles++;
    }
  }
  return names;
}

/** The names with what the articles prove of them, for `JoinNames`. */
export function corpusNames(
  names: ReadonlyMap<EntityId, NameCount>,
  known: readonly KnownArticle[],
): CorpusName[] {
  const proofs = new Map<EntityId, Map<string, number>>();
  for (const { type, key, alsoKeys } of known.flatMap((article) => article.contribution.names)) {
    const proved = proofs.get(entityId(type, key)) ?? new Map<string, number>();
    proofs.set(entityId(type, key), proved);
    for (const alsoKey of alsoKeys) proved.set(alsoKey, (proved.get(alsoKey) ?? 0) + 1);
  }
  return [...names].map(([id, { type, key, articles }]) => ({
    id,
    type,
    key,
    articles,
    alsoKeys: [...(proofs.get(id) ?? [])].map(([alsoKey, count]) => ({ key: alsoKey, articles: count })),
  }));
}

/** The spellings of several names together. */
export function sumSurfaces(
  counts: readonly ReadonlyMap<string, number>[],
): { text: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const [text, count] of counts.flatMap((surfaces) => [...surfaces]))
    sums.set(text, (sums.get(text) ?? 0) + count);
  return [...sums].map(([text, count]) => ({ text, count }));
}
