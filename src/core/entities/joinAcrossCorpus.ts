import type { EntityType } from './mention.ts';
import { singularKey } from './nameKey.ts';

/** A name as the articles of a corpus key it, with the other names that some of them prove to be the same. */
export interface CorpusName {
  readonly id: string;
  readonly type: EntityType;
  readonly key: string;
  /** Articles that name it so. */
  readonly articles: number;
  /** From `ArticleEntity.alsoKeys`, with the number of articles that prove each. */
  readonly alsoKeys: readonly { readonly key: string; readonly articles: number }[];
}

/**
 * Which names of a corpus are one: each joined name's id with the id of the name that stands for it. Names that stand
 * for themselves are not in the map. An acronym is joined with its long form only when the corpus gives it exactly one
 * and gives that long form no other acronym; long forms that differ by number or one letter count as one. A former name
 * is joined with its successor on the same terms. Never across types. The name of most articles stands for the others. The order of `names` does not matter.
 */
export function joinAcrossCorpus(names: readonly CorpusName[]): Map<string, string> {
  const canonical = new Map<string, string>();
  for (const type of ['ORG', 'PER', 'LOC'] as const) {
    joinOneType(
      names.filter((name) => name.type === type),
      canonical,
    );
  }
  return canonical;
}

function joinOneType(names: readonly CorpusName[], canonical: Map<string, string>): void {
  const { longsOf, equals, others } = readProofs(names);
  const groups = new KeyGroups();
  for (const [a, b] of equals) groups.unite(a, b);
  const certain = [...longsOf].filter(([, longs]) => areNearEqual([...longs]));
  for (const [, [first, ...others]] of certain) for (const other of others) groups.unite(first!, other);
  const shortsOf = new Map<string, Set<string>>();
  for (const [short, longs] of longsOf) for (const long of longs) add(shortsOf, groups.root(long), short);
  for (const [short, [long]] of certain) {
    if (shortsOf.get(groups.root(long!))?.size === 1) groups.unite(long!, short);
  }
  uniteOnlyPartners(others, groups);
  const members = new Map<string, CorpusName[]>();
  for (const name of names) {
    const root = groups.root(name.key);
    members.set(root, [...(members.get(root) ?? []), name]);
  }
  for (const group of members.values()) joinMembers(group, canonical);
}

/** Joins two names that are each other's only partner. */
function uniteOnlyPartners(pairs: readonly KeyPair[], groups: KeyGroups): void {
  const rooted = pairs.map(([a, b]) => [groups.root(a), groups.root(b)] as const);
  const partners = new Map<string, Set<string>>();
  for (const [a, b] of rooted) {
    add(partners, a, b);
    add(partners, b, a);
  }
  for (const [a, b] of rooted) {
    if (partners.get(a)?.size === 1 && partners.get(b)?.size === 1) groups.unite(a, b);
  }
}

type KeyPair = readonly [string, string];

interface Proofs {
  /** The long forms of each acronym. */
  readonly longsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that differ by number or a letter. */
  readonly equals: readonly KeyPair[];
  /** Any others: a former name. */
  readonly others: readonly KeyPair[];
}

/** What the articles prove. */
function readProofs(names: readonly CorpusName[]): Proofs {
  const longsOf = new Map<string, Set<string>>();
  const equals: KeyPair[] = [];
  const others: KeyPair[] = [];
  for (const name of names) {
    for (const { key } of name.alsoKeys) {
      const pair = shortAndLong(name.key, key);
      if (pair) add(longsOf, pair.short, pair.long);
      else (isNearEqual(name.key, key) ? equals : others).push([name.key, key]);
    }
  }
  return { longsOf, equals, others };
}

/** Sets of keys that are one; the root is the least key of its set, so that no order matters. */
class KeyGroups {
  private readonly parents = new Map<string, string>();

  root(key: string): string {
    let at = key;
    for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) at = up;
    return at;
  }

  unite(a: string, b: string): void {
    const [low, high] = [this.root(a), this.root(b)].sort() as [string, string];
    if (low !== high) this.parents.set(high, low);
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/** Keys are folded, so an acronym is known by being one short word beside a name of several. */
function shortAndLong(a: string, b: string): { short: string; long: string } | undefined {
  if (isShort(a) && !isShort(b)) return { short: a, long: b };
  if (isShort(b) && !isShort(a)) return { short: b, long: a };
  return undefined;
}

const longestAcronym = 12;

function isShort(key: string): boolean {
  return key.length <= longestAcronym && !key.includes(' ');
}

function joinMembers(members: readonly CorpusName[], canonical: Map<string, string>): void {
  const [best, ...others] = [...members].sort(byWeight);
  for (const other of others) if (best && other.id !== best.id) canonical.set(other.id, best.id);
}

function byWeight(a: CorpusName, b: CorpusName): number {
  return b.articles - a.articles || b.key.length - a.key.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** All pairs, so that the answer does not depend on the order; an acronym has a handful of long forms at most. */
function areNearEqual(keys: readonly string[]): boolean {
  return keys.every((a, i) => keys.slice(i + 1).every((b) => isNearEqual(a, b)));
}

function isNearEqual(a: string, b: string): boolean {
  if (singularKey(a) === singularKey(b)) return true;
  const left = a.split(' ');
  const right = b.split(' ');
  return left.length === right.length && left.every((word, i) => isSameWord(word, right[i]!));
}

/** One letter changed, left out or doubled in a word of at least six letters. */
function isSameWord(written: string, otherWritten: string): boolean {
  const [a, b] = [singularKey(written), singularKey(otherWritten)];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
