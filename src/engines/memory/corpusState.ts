import {
  areCopies,
  articleTokens,
  compareVersions,
  curateNames,
  displayName,
  entityId,
  hidden,
  namesOfChoice,
  parseEntityId,
  type ArticleAnalysis,
  type ArticleContribution,
  type ArticleId,
  type ArticleTokens,
  type CorpusName,
  type EntityChoice,
  type EntityId,
  type EntityList,
  type EntityType,
  type JoinNames,
  type MentionRange,
  type RecordPlace,
} from '../../core/index.ts';

export interface KnownArticle {
  readonly contribution: ArticleContribution;
  readonly analysis: ArticleAnalysis;
  readonly place?: RecordPlace;
}

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
    versions: versionsOf(known),
  };
}

/** Every article is compared with every other one. */
function versionsOf(known: readonly KnownArticle[]): Map<ArticleId, readonly KnownArticle[]> {
  const versions = new Map<ArticleId, readonly KnownArticle[]>();
  const left = new Set(known);
  for (const article of left) {
    left.delete(article);
    const family = [article];
    for (const member of family) {
      const near = [...left].filter((other) =>
        areCopies(member.contribution.sketch, other.contribution.sketch),
      );
      for (const other of near) left.delete(other);
      family.push(...near);
    }
    if (family.length === 1) continue;
    family.sort((a, b) => compareVersions(a.contribution.row, b.contribution.row));
    for (const { contribution } of family) versions.set(contribution.row.id, family);
  }
  return versions;
}

interface NameCount {
  readonly type: EntityType;
  readonly key: string;
  articles: number;
  mentions: number;
  /** Of the mentions. */
  sure: number;
  readonly surfaces: Map<string, number>;
}

/** What the user speaks of is a name, even where no article has it. */
function addName(names: Map<EntityId, NameCount>, id: EntityId): void {
  if (!names.has(id)) {
    names.set(id, {
      ...parseEntityId(id)!,
      articles: 0,
      mentions: 0,
      sure: 0,
      surfaces: new Map<string, number>(),
    });
  }
}

function countNames(known: readonly KnownArticle[]): Map<EntityId, NameCount> {
  const names = new Map<EntityId, NameCount>();
  const nameOf = (type: EntityType, key: string): NameCount => {
    const id = entityId(type, key);
    const count = names.get(id) ?? {
      type,
      key,
      articles: 0,
      mentions: 0,
      sure: 0,
      surfaces: new Map<string, number>(),
    };
    names.set(id, count);
    return count;
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

function corpusNames(names: ReadonlyMap<EntityId, NameCount>, known: readonly KnownArticle[]): CorpusName[] {
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

function sumSurfaces(counts: readonly ReadonlyMap<string, number>[]): { text: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const [text, count] of counts.flatMap((surfaces) => [...surfaces]))
    sums.set(text, (sums.get(text) ?? 0) + count);
  return [...sums].map(([text, count]) => ({ text, count }));
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
