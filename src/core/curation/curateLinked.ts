import type { ArticleEntity, EntityType, LinkedEntities, Mention } from '../entities/mention.ts';
import { nameKey } from '../entities/nameKey.ts';
import { entityId, parseEntityId } from '../index/entityId.ts';
import type { EntityId } from '../index/ids.ts';
import { namesOfChoice } from './choiceSubject.ts';
import { curateNames, hidden, type CuratedNames } from './curateNames.ts';
import type { EntityChoice } from './entityChoice.ts';

/**
 * The entities of one article as the user has put them right: renamed, merged, split, retyped, or gone. An index does
 * the same for its whole corpus, from names alone, so it is given what was found; this is for who sees one article.
 */
export function curateLinked(linked: LinkedEntities, choices: readonly EntityChoice[]): LinkedEntities {
  const names = new ArticleNames(linked);
  if (!choices.flatMap(namesOfChoice).some((id) => names.entityOf.has(id))) return linked;
  const curated = names.curate(choices);
  const entities: ArticleEntity[] = [];
  const numbers = new Map<EntityId, number>();
  const mentions = linked.mentions.flatMap((mention): Mention[] => {
    const id = names.canonical(curated, names.idOf(mention));
    if (id === hidden) return [];
    let entity = numbers.get(id);
    if (entity === undefined) {
      entity = entities.push(names.describe(curated, mention, id)) - 1;
      numbers.set(id, entity);
    }
    return [{ ...mention, type: entities[entity]!.type, entity }];
  });
  const own = entities.map((entity, i) => withOwnSurfaces(entity, mentionsOf(mentions, i)));
  return { entities: own, mentions, facts: factsOf(linked, mentions) };
}

/** The names of an article, told by their ids. */
class ArticleNames {
  /** From the id of each name to that of the entity that it was joined to. */
  readonly entityOf = new Map<EntityId, EntityId>();
  private readonly entities: readonly ArticleEntity[];
  private readonly ids = new Map<string, EntityId>();

  constructor({ entities, mentions }: LinkedEntities) {
    this.entities = entities;
    for (const { type, key, alsoKeys } of entities) {
      for (const name of [key, ...alsoKeys]) this.entityOf.set(entityId(type, name), entityId(type, key));
    }
    for (const mention of mentions) {
      const { type, key } = entities[mention.entity]!;
      this.entityOf.set(this.idOf(mention), entityId(type, key));
    }
  }

  idOf({ type, text }: Mention): EntityId {
    const written = `${type} ${text}`;
    const id = this.ids.get(written) ?? entityId(type, nameKey(text, type));
    this.ids.set(written, id);
    return id;
  }

  curate(choices: readonly EntityChoice[]): CuratedNames {
    const names = [...this.entityOf.keys()].map((id) => ({
      id,
      ...parseEntityId(id)!,
      articles: 1,
      alsoKeys: [],
    }));
    const joined = [...this.entityOf].filter(([name, entity]) => name !== entity);
    return curateNames(names, new Map(joined), choices);
  }

  canonical({ canonical }: CuratedNames, id: EntityId): EntityId {
    return canonical.get(id) ?? id;
  }

  /** All that was known of a mention's entity; of a name that was split off from it the name alone. */
  describe(curated: CuratedNames, mention: Mention, id: EntityId): ArticleEntity {
    const { type, key } = parseEntityId(id) as { type: EntityType; key: string };
    const before = this.entities[mention.entity]!;
    const isWhole = this.canonical(curated, entityId(before.type, before.key)) === id;
    const name = curated.labels.get(id) ?? (isWhole ? before.name : mention.text);
    return {
      type,
      key,
      name,
      alsoKeys: isWhole ? before.alsoKeys : [],
      surfaces: [],
      joins: isWhole ? before.joins : [],
      ...(curated.curated.has(id) && { isCurated: true }),
    };
  }
}

function mentionsOf(mentions: readonly Mention[], entity: number): readonly Mention[] {
  return mentions.filter((mention) => mention.entity === entity);
}

function withOwnSurfaces(entity: ArticleEntity, mentions: readonly Mention[]): ArticleEntity {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  const surfaces = [...counts].sort(([, a], [, b]) => b - a).map(([surface]) => surface);
  return { ...entity, surfaces, joins: entity.joins.filter(({ name }) => counts.has(name)) };
}

/** Facts follow the first mention of their entity that is left. */
function factsOf(before: LinkedEntities, mentions: readonly Mention[]): LinkedEntities['facts'] {
  const nowAt = new Map(mentions.map(({ start, entity }) => [start, entity]));
  const moved = new Map<number, number>();
  for (const { start, entity } of before.mentions) {
    const now = nowAt.get(start);
    if (now !== undefined && !moved.has(entity)) moved.set(entity, now);
  }
  return before.facts.flatMap(({ other: earlier, ...fact }) => {
    const entity = moved.get(fact.entity);
    const other = earlier === undefined ? undefined : moved.get(earlier);
    return entity === undefined
      ? []
      : [{ ...fact, entity, ...(other !== undefined && other !== entity && { other }) }];
  });
}
