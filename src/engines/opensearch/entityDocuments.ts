import {
  curateNames,
  displayName,
  entityId,
  foldText,
  hidden,
  namesOfChoice,
  parseEntityId,
  type CorpusName,
  type CountedSurface,
  type EntityChoice,
  type EntityId,
  type EntityList,
  type EntityType,
  type JoinNames,
} from '../../core/index.ts';

/** One document of the entities' index. */
export interface EntityDocument {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly list: EntityList;
  readonly key: string;
  readonly label: string;
  readonly names: readonly EntityId[];
  /** Its names as search sees them. */
  readonly words: readonly string[];
  readonly surfaces: readonly CountedSurface[];
  readonly articles: number;
  readonly mentions: number;
  readonly isCurated: boolean;
}

/** What the articles of a corpus say of one name. */
export interface NameCount {
  articles: number;
  mentions: number;
  /** Some article was read as naming it with confidence. */
  isSure: boolean;
  readonly surfaces: Map<string, number>;
  /** Keys of names of the same type that articles prove to be the same, with how many do. */
  readonly also: Map<string, number>;
}

/** An entity; without its number of articles when an article may use two of its names, so that they do not add up. */
export type CountedEntity = Omit<EntityDocument, 'articles'> & { readonly articles?: number };

/** Which names are one entity. */
export interface JoinedNames {
  /** Of every name that is not its own entity; `hidden` for one that is none. */
  readonly canonical: ReadonlyMap<EntityId, EntityId>;
  readonly entities: readonly CountedEntity[];
}

/** The count of a name that may not have been met yet. */
export function nameCount(counts: Map<EntityId, NameCount>, id: EntityId): NameCount {
  let count = counts.get(id);
  if (!count)
    counts.set(
      id,
      (count = { articles: 0, mentions: 0, isSure: false, surfaces: new Map(), also: new Map() }),
    );
  return count;
}

/** Joins the names of a corpus: what articles prove, and the user's word over it. */
export function joinCounted(
  counts: Map<EntityId, NameCount>,
  joinNames: JoinNames,
  choices: readonly EntityChoice[],
): JoinedNames {
  for (const id of choices.flatMap(namesOfChoice)) nameCount(counts, id);
  const names = [...counts].map(([id, { articles, also }]): CorpusName => {
    const { type, key } = parseEntityId(id)!;
    return {
      id,
      type,
      key,
      articles,
      alsoKeys: [...also].map(([other, n]) => ({ key: other, articles: n })),
    };
  });
  const { canonical, labels, curated } = curateNames(names, joinNames(names), choices);
  const members = new Map<EntityId, EntityId[]>();
  for (const { id } of names) {
    const entity = canonical.get(id) ?? id;
    if (entity === hidden) continue;
    const group = members.get(entity);
    if (group) group.push(id);
    else members.set(entity, [id]);
  }
  const entities = [...members].flatMap(([id, group]) => {
    const entity = entityOf(id, group, counts, labels.get(id), curated.has(id));
    return entity.mentions === 0 ? [] : entity;
  });
  return { canonical, entities };
}

function entityOf(
  id: EntityId,
  names: readonly EntityId[],
  counts: ReadonlyMap<EntityId, NameCount>,
  label: string | undefined,
  isCurated: boolean,
): CountedEntity {
  const { type, key } = parseEntityId(id)!;
  const used = names.filter((name) => counts.get(name)!.articles > 0);
  const sums = new Map<string, number>();
  let mentions = 0;
  for (const name of names) {
    const count = counts.get(name)!;
    mentions += count.mentions;
    for (const [text, n] of count.surfaces) sums.set(text, (sums.get(text) ?? 0) + n);
  }
  const surfaces = [...sums].map(([text, count]) => ({ text, count }));
  const keys = names.map((name) => parseEntityId(name)!.key);
  const words = new Set([...keys, ...surfaces.map(({ text }) => text)].map(foldText));
  return {
    id,
    type,
    list: isCurated || names.some((name) => counts.get(name)!.isSure) ? type : 'unsure',
    key,
    label: label ?? displayName(type, surfaces, key),
    names,
    words: [...words].filter((each) => each !== ''),
    surfaces,
    ...(used.length === 1 && { articles: counts.get(used[0]!)!.articles }),
    mentions,
    isCurated,
  };
}

/** The id of the name that an `also` value speaks of, as a key of the same type as `id`; undefined for another type's. */
export function alsoKey(id: EntityId, other: EntityId): string | undefined {
  const [a, b] = [parseEntityId(id), parseEntityId(other)];
  return a && b && a.type === b.type && entityId(b.type, b.key) === other ? b.key : undefined;
}
