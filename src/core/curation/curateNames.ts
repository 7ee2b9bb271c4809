import type { CorpusName } from '../entities/joinAcrossCorpus.ts';
import type { EntityId } from '../index/ids.ts';
import { subjectId, targetId } from './choiceSubject.ts';
import type { EntityChoice } from './entityChoice.ts';

/** Which names of a corpus are one entity, with the user's word over what was found. */
export interface CuratedNames {
  /** The id of each joined name with the id of the name that stands for it; `hidden` for what is no entity. */
  readonly canonical: ReadonlyMap<EntityId, EntityId>;
  /** Names the user gave, by entity. */
  readonly labels: ReadonlyMap<EntityId, string>;
  /** Entities about which the user said anything. */
  readonly curated: ReadonlySet<EntityId>;
}

/** Stands for a name in `CuratedNames.canonical` that is no entity. */
export const hidden = '';

/**
 * Applies the user's choices to the joins that were found. What is split off stands for itself, then what is merged
 * follows what it is merged into, but takes nothing along that was split off from there; then what is no entity goes,
 * with all its names. Pure, and independent of the order of names and choices.
 */
export function curateNames(
  names: readonly CorpusName[],
  joined: ReadonlyMap<EntityId, EntityId>,
  choices: readonly EntityChoice[],
): CuratedNames {
  if (choices.length === 0) return { canonical: joined, labels: new Map(), curated: new Set() };
  const groups = new Groups(names, joined);
  const splits = of(choices, 'splitFrom');
  for (const choice of splits) groups.split(subjectId(choice), targetId(choice)!);
  groups.mergeAll([...of(choices, 'mergeInto'), ...of(choices, 'changeType')]);
  for (const choice of splits) {
    if (groups.isLast(subjectId(choice))) groups.split(subjectId(choice), targetId(choice)!);
  }
  const labels = labelsOf(choices, groups);
  const curated = new Set(choices.map((choice) => groups.root(subjectId(choice))));
  for (const choice of of(choices, 'notAnEntity')) groups.hide(subjectId(choice));
  return { canonical: groups.canonical(), labels, curated };
}

function of(choices: readonly EntityChoice[], action: EntityChoice['action']): readonly EntityChoice[] {
  return choices
    .filter((choice) => choice.action === action)
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

/**
 * A given name first, then the name that something was merged into, then one that was given before it was merged; of
 * several the one for the name that stands for all.
 */
function labelsOf(choices: readonly EntityChoice[], groups: Groups): Map<EntityId, string> {
  const labels = new Map<EntityId, string>();
  const renames = of(choices, 'rename');
  for (const choice of renames) labels.set(groups.root(subjectId(choice)), choice.to);
  for (const choice of of(choices, 'mergeInto')) {
    const target = targetId(choice)!;
    if (groups.isLast(target)) labels.set(groups.root(target), choice.to);
  }
  const isOwn = (choice: EntityChoice): boolean => groups.root(subjectId(choice)) === subjectId(choice);
  const last = renames.filter((choice) => groups.isLast(subjectId(choice)));
  for (const choice of [...last.filter((each) => !isOwn(each)), ...last.filter(isOwn)]) {
    labels.set(groups.root(subjectId(choice)), choice.to);
  }
  return labels;
}

/** Sets of names, each known by the name that stands for it. */
class Groups {
  private readonly roots = new Map<EntityId, EntityId>();
  private readonly articles: ReadonlyMap<EntityId, number>;
  private readonly sources = new Set<EntityId>();
  private readonly gone = new Set<EntityId>();

  constructor(names: readonly CorpusName[], joined: ReadonlyMap<EntityId, EntityId>) {
    this.articles = new Map(names.map(({ id, articles }) => [id, articles]));
    for (const [name, root] of joined) this.roots.set(name, root);
  }

  root(id: EntityId): EntityId {
    return this.roots.get(id) ?? id;
  }

  /** Nothing was merged from it into something else. */
  isLast(id: EntityId): boolean {
    return !this.sources.has(id);
  }

  /** Takes a name out of the group that it shares with another; the most frequent of the rest stands for the rest. */
  split(id: EntityId, from: EntityId): void {
    const root = this.root(id);
    if (id === from || root !== this.root(from)) return;
    const rest = this.members(root).filter((member) => member !== id);
    const heir = rest.includes(root) ? root : this.heaviest(rest);
    this.roots.set(id, id);
    for (const member of rest) this.roots.set(member, heir);
  }

  /** Merges along all choices at once, so that their order does not matter. */
  mergeAll(choices: readonly EntityChoice[]): void {
    const parents = new Map<EntityId, EntityId>();
    const top = (id: EntityId): EntityId => {
      let at = id;
      for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
      return at;
    };
    const before = new Map<EntityId, EntityId>();
    for (const choice of choices) {
      const [from, to] = [subjectId(choice), targetId(choice)!];
      if (from !== to) this.sources.add(from);
      for (const id of [from, to]) before.set(id, this.root(id));
      const [a, b] = [top(this.root(from)), top(this.root(to))].sort(compare) as [EntityId, EntityId];
      if (a !== b) parents.set(b, a);
    }
    const merged = new Map<EntityId, EntityId[]>();
    for (const root of new Set(before.values()))
      merged.set(top(root), [...(merged.get(top(root)) ?? []), root]);
    for (const roots of merged.values()) this.unite(roots, before);
  }

  hide(id: EntityId): void {
    this.gone.add(this.root(id));
  }

  canonical(): Map<EntityId, EntityId> {
    const canonical = new Map<EntityId, EntityId>();
    for (const [name, root] of this.roots) if (name !== root) canonical.set(name, root);
    for (const root of this.gone) for (const name of this.members(root)) canonical.set(name, hidden);
    return canonical;
  }

  /** What nothing else was merged into stands for all; in a circle, the most frequent. */
  private unite(roots: readonly EntityId[], before: ReadonlyMap<EntityId, EntityId>): void {
    const last = [...before].filter(([id, root]) => roots.includes(root) && this.isLast(id));
    const root = this.heaviest(last.length > 0 ? last.map(([, each]) => each) : roots);
    for (const each of roots) for (const member of this.members(each)) this.roots.set(member, root);
  }

  private members(root: EntityId): readonly EntityId[] {
    return [root, ...[...this.roots].filter(([id, each]) => each === root && id !== root).map(([id]) => id)];
  }

  private heaviest(ids: readonly EntityId[]): EntityId {
    const weight = (id: EntityId): number => this.articles.get(id) ?? 0;
    return [...ids].sort((a, b) => weight(b) - weight(a) || compare(a, b))[0]!;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
