import { free } from './packing.ts';

/** Articles of one word of a set. */
const bits = 32;

/** A set of articles, a bit for each by its number. */
export type ArticleSet = Uint32Array;

/** Articles (ascending) as a set. */
export function setOf(docs: Uint32Array): ArticleSet {
  const set = new Uint32Array(Math.floor((docs.at(-1) ?? 0) / bits) + 1);
  for (let i = 0; i < docs.length; i++) set[docs[i]! >>> 5]! |= 1 << (docs[i]! & 31);
  return set;
}

/** How many articles stand in both of two sets. */
export function countCommon(a: ArticleSet, b: ArticleSet): number {
  const length = Math.min(a.length, b.length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    // The bits that are set are added up in pairs, fours and bytes: <https://graphics.stanford.edu/~seander/bithacks.html>.
    let word = a[i]! & b[i]!;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The articles that some entities are named in, kept in memory once asked for: an eighth of a byte an article each. */
export class NamedIn {
  private readonly sets = new Map<number, ArticleSet>();

  /** What `find` gives is for this alone: its memory is given back. */
  get(entity: number, find: () => Uint32Array): ArticleSet {
    const known = this.sets.get(entity);
    if (known) return known;
    const docs = find();
    const set = setOf(docs);
    free(docs);
    this.sets.set(entity, set);
    return set;
  }

  forget(): void {
    this.sets.clear();
  }
}
