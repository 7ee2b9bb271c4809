import {
  articleTokens,
  curateNames,
  displayName,
  entityId,
  hidden,
  namesOfChoice,
  parseEntityId,
  type ArticleId,
  type ArticleTokens,
  type EntityChoice,
  type EntityId,
  type EntityList,
  type EntityType,
  type JoinNames,
  type MentionRange,
} from '../../core/index.ts';
import { addName, corpusNames, countNames, sumSurfaces, type NameCount } from './corpusNames.ts';
import type { KnownArticle } from './knownFiles.ts';
import { versionsById } from './versions.ts';

export interface KnownEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly keys: readonly string[];
  /** Of its names, which may be of another type than the entity. */
  readonly nameIds: ReadonlySet<EntityId>;
  readonly surfaces: readonly { readonly text: string; readonly count: number }[];
  readonly isCurated: boolean;
  readonly list: EntityList;
}

/** A mention with the numbers of its sentence and paragraph in the article. */
export interface StateMention extends MentionRange {
  readonly sentence: number;
  readonly paragraph: number;
}

/** An article with its mentions told by entity. */
export interface StateArticle extends KnownArticle {
  /** In text order. */
  readonly mentions: readonly StateMention[];
  readonly tokens: () => ArticleTokens;
}

/** All that queries need, worked out from scratch: no total is kept that could go wrong. */
export interface CorpusState {
  readonly articles: readonly StateArticle[];
  readonly entities: ReadonlyMap<EntityId, KnownEntity>;
  /** From the id of any name to its entity. */
  readonly entityOf: ReadonlyMap<EntityId, EntityId>;
  /** The versions of every text that stands in the corpus more than once, in their order, by the id of each. */
  readonly versions: ReadonlyMap<ArticleId, readonly KnownArticle[]>;
}

/** Works the state out from the articles alone. */
export function corpusState(
  known: readonly KnownArticle[],
  joinNames: JoinNames,
  choices: readonly EntityChoice[],
): CorpusState {
  const names = countNames(known);
  for (const id of choices.flatMap(namesOfChoice)) addName(names, id);
  const counted = corpusNames(names, known);
  const { canonical, labels, curated } = curateNames(counted, joinNames(counted), choices);
  const members = new Map<EntityId, NameCount[]>();
  for (const [id, name] of names) {
    const entity = canonical.get(id) ?? id;
    if (entity === hidden) continue;
    members.set(entity, [...(members.get(entity) ?? []), name]);
  }
  const entities = new Map<EntityId, KnownEntity>();
  const entityOf = new Map<EntityId, EntityId>();
  for (const [id, group] of members) {
    if (group.every(({ mentions }) => mentions === 0)) continue;
    for (const { type, key } of group) entityOf.set(entityId(type, key), id);
    const { type, key } = names.get(id)!;
    const surfaces = sumSurfaces(group.map((name) => name.surfaces));
    const keys = group.map((name) => name.key);
    const name = labels.get(id) ?? displayName(type, surfaces, key);
    const nameIds = new Set(group.map((each) => entityId(each.type, each.key)));
    const isCurated = curated.has(id);
    const list = isCurated || group.some(({ sure }) => sure > 0) ? type : 'unsure';
    entities.set(id, { id, type, name, keys, nameIds, surfaces, isCurated, list });
  }
  return {
    articles: known.map((article) => stateArticle(article, entityOf)),
    entities,
    entityOf,
    versions: versionsById(known),
  };
}

/** The entity that has a name. */
export function entityNamed({ entities, entityOf }: CorpusState, id: EntityId): KnownEntity | undefined {
  const parsed = parseEntityId(id);
  const entity = parsed && entityOf.get(entityId(parsed.type, parsed.key));
  return entity === undefined ? undefined : entities.get(entity);
}

function stateArticle(article: KnownArticle, entityOf: ReadonlyMap<EntityId, EntityId>): StateArticle {
  const { contribution, analysis } = article;
  let tokens: ArticleTokens | undefined;
  return {
    ...article,
    mentions: contribution.mentions.flatMap(({ name, start, end, sentence, paragraph }) => {
      const { type, key } = contribution.names[name]!;
      const entity = entityOf.get(entityId(type, key));
      return entity === undefined ? [] : { start, end, entity, sentence, paragraph };
    }),
    tokens: () => (tokens ??= articleTokens(analysis)),
  };
}
