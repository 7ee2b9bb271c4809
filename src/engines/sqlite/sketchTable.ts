import { areCopies, bandHash, bands } from '../../core/index.ts';

/** Of an article without a copy; families have the number of an article that is or was in them. */
export const noFamily = 0;

/** Numbers of a sketch, 16 bits each. */
export const sketchLength = 64;
/** A power of two, as every number of places. */
const leastPlaces = 1024;

/**
 * All sketches of a corpus in memory, 190 bytes an article, and the families that hang together by them. A new sketch is compared
 * with those that it shares a band with, so that a corpus of any size takes it up at once. Articles go by their numbers, above 0.
 */
export class SketchTable {
  private readonly slots = new Map<number, number>();
  private docs: Int32Array;
  private sketches: Uint16Array;
  private count = 0;
  /**
   * Chains of slots, plus one, for each band on its own: of those that are equal in it, and of others that share a bucket. So many
   * buckets as places: those of one band are few enough to stay near the processor while all slots are linked.
   */
  private heads: Int32Array;
  private next: Int32Array;
  /** Slots that stand in the chains. */
  private linked = 0;
  private readonly families = new Map<number, Set<number>>();
  private readonly familyOf = new Map<number, number>();
  /** Articles whose family may be another one than before. */
  private changed = new Set<number>();
  private readonly loose = new Set<number>();

  /** `expected`: of so many articles it will be told at once. */
  constructor(expected = 0) {
    let places = leastPlaces;
    while (places <= expected) places *= 2;
    this.docs = new Int32Array(places);
    this.sketches = new Uint16Array(places * sketchLength);
    this.heads = new Int32Array(places * bands);
    this.next = new Int32Array(places * bands);
  }

  /** Takes over articles that are known already, without comparing them; their sketches stand one after the other. */
  restore(docs: readonly number[], sketches: Uint16Array): void {
    while (this.count + docs.length > this.docs.length) this.grow();
    this.sketches.set(sketches, this.count * sketchLength);
    for (const doc of docs) {
      this.slots.set(doc, this.count);
      this.docs[this.count++] = doc;
    }
  }

  add(doc: number, sketch: Uint16Array): void {
    this.restore([doc], sketch);
    this.changed.add(doc);
    this.join(doc);
  }

  remove(doc: number): void {
    if (!this.slots.delete(doc)) return;
    this.changed.delete(doc);
    this.loose.delete(doc);
    const family = this.familyOf.get(doc);
    if (family === undefined) return;
    const members = this.families.get(family)!;
    this.families.delete(family);
    for (const member of members) {
      this.familyOf.delete(member);
      if (member === doc) continue;
      this.changed.add(member);
      this.loose.add(member);
    }
  }

  /** Joins again what fell apart; returns the articles whose family may have changed, with their family. */
  settle(): ReadonlyMap<number, number> {
    for (const doc of this.loose) this.join(doc);
    this.loose.clear();
    const settled = new Map([...this.changed].map((doc) => [doc, this.familyOf.get(doc) ?? noFamily]));
    this.changed = new Set();
    return settled;
  }

  /** Articles that were taken out leave their places behind; a table of mostly such places is better made anew. */
  get isWorn(): boolean {
    return this.count > 2 * this.slots.size + 10_000;
  }

  /** Puts the slots that came since the last time into the chains. */
  private link(): void {
    const { heads, next, count } = this;
    for (let band = 0; band < bands; band++) {
      const first = band * this.docs.length;
      for (let slot = this.linked; slot < count; slot++) {
        const bucket = this.bucketOf(slot, band);
        next[first + slot] = heads[bucket]!;
        heads[bucket] = slot + 1;
      }
    }
    this.linked = count;
  }

  private join(doc: number): void {
    this.link();
    const own = this.slots.get(doc)!;
    for (let band = 0; band < bands; band++) {
      const first = band * this.docs.length;
      for (let at = this.heads[this.bucketOf(own, band)]!; at !== 0; at = this.next[first + at - 1]!) {
        const slot = at - 1;
        const other = this.docs[slot]!;
        // The article may be gone, or be of the family already.
        if (other === doc || this.slots.get(other) !== slot) continue;
        const family = this.familyOf.get(doc);
        if (family !== undefined && this.familyOf.get(other) === family) continue;
        if (areCopies(this.sketchAt(own), this.sketchAt(slot))) this.unite(doc, other);
      }
    }
  }

  /** The smaller family goes over into the larger one. */
  private unite(a: number, b: number): void {
    const size = (doc: number): number => this.families.get(this.familyOf.get(doc) ?? noFamily)?.size ?? 1;
    const [larger, smaller] = size(a) >= size(b) ? [a, b] : [b, a];
    const gone = this.familyOf.get(smaller);
    const moved = gone === undefined ? [smaller] : [...this.families.get(gone)!];
    if (gone !== undefined) this.families.delete(gone);
    const kept = this.familyOf.get(larger);
    for (const doc of kept === undefined ? [larger, ...moved] : moved) {
      this.enter(doc, kept ?? larger);
      this.changed.add(doc);
    }
  }

  /** Says what family an article is known to be of. */
  enter(doc: number, family: number): void {
    const members = this.families.get(family);
    if (members) members.add(doc);
    else this.families.set(family, new Set([doc]));
    this.familyOf.set(doc, family);
  }

  private bucketOf(slot: number, band: number): number {
    const places = this.docs.length;
    return band * places + (bandHash(this.sketches, band, slot * sketchLength) & (places - 1));
  }

  private sketchAt(slot: number): Uint16Array {
    return this.sketches.subarray(slot * sketchLength, (slot + 1) * sketchLength);
  }

  private grow(): void {
    const places = this.docs.length * 2;
    const docs = new Int32Array(places);
    docs.set(this.docs);
    const sketches = new Uint16Array(places * sketchLength);
    sketches.set(this.sketches);
    this.docs = docs;
    this.sketches = sketches;
    this.heads = new Int32Array(places * bands);
    this.next = new Int32Array(places * bands);
    this.linked = 0;
  }
}
