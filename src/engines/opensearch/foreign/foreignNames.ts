import {
  entityId,
  parseEntityId,
  type EntityId,
  type EntityType,
  type MentionRange,
} from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import type { ForeignArticle } from './foreignArticles.ts';

/** A name as another program counted it. */
export interface ForeignName {
  /** What it is told by: with its type, the id of the entity. */
  readonly key: string;
  readonly label: string;
  readonly articles: number;
  readonly mentions: number;
  /** Ways it is written, as far as they are known. */
  readonly surfaces: readonly string[];
}

export interface CountedNames {
  readonly names: readonly ForeignName[];
  /** Of all there are. */
  readonly total: number;
  readonly isApproximate: boolean;
}

/** Which names are wanted: the one of a key, or those of which a word begins so (folded). */
export type NameWish = { readonly key: string } | { readonly prefix: string };

/** The names that another program found in its documents. */
export interface NameSource {
  /** The articles that name it. */
  condition(type: EntityType, key: string): JsonObject;
  /** Names of a type in the articles of a query (all of them when absent), those of most articles first. */
  count(
    type: EntityType,
    articles: JsonObject | undefined,
    size: number,
    wish?: NameWish,
  ): Promise<CountedNames>;
  /** How often one is named in the articles of each of some queries. */
  mentionsIn(type: EntityType, key: string, queries: readonly JsonObject[]): Promise<readonly number[]>;
  /** Where some articles, which have their texts, name somebody: by article, in text order, not overlapping. */
  places(articles: readonly ForeignArticle[]): Promise<ReadonlyMap<string, readonly MentionRange[]>>;
}

/** A name in the index as a whole. */
export interface KnownName extends ForeignName {
  readonly id: EntityId;
  readonly type: EntityType;
}

/** The name that an entity is known by; undefined when no article has it. */
export async function knownName(names: NameSource, id: EntityId): Promise<KnownName | undefined> {
  const parsed = parseEntityId(id);
  if (!parsed) return undefined;
  const { type, key } = parsed;
  const [name] = (await names.count(type, undefined, 1, { key })).names;
  return name && { ...name, id: entityId(type, name.key), type };
}

/** Ways a name is written beside the one it goes by. */
export function aliasesOf({ label, surfaces }: ForeignName): string[] {
  return surfaces.filter((surface) => surface !== label);
}

/** In text order, without those that lie in an earlier or a longer one. */
export function apart(ranges: readonly MentionRange[]): MentionRange[] {
  const kept: MentionRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}
