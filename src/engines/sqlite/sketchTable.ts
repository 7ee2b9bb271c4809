import { areCopies, bandKey, bands } from '../../core/index.ts';

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
  /** Chains of `slot * bands + band`, plus one: of equal bands, and of others that share a bucket. */
  private heads: Int32Array;
  private next: Int32Array;
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

  /** Takes over what is known already, without comparing it. */
  restore(doc: number, sketch: Uint16Array): void {
    this.place(doc, sketch);
  }

  add(doc: number, sketch: Uint16Array): void {
    this.place(doc, sketch);
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

  private place(doc: number, sketch: Uint16Array): void {
    const slot = this.count++;
    if (slot === this.docs.length) this.grow();
    this.slots.set(doc, slot);
    this.docs[slot] = doc;
    this.sketches.set(sketch, slot * sketchLength);
    this.link(slot);
  }

  private link(slot: number): void {
    for (let band = 0; band < bands; band++) {
      const bucket = this.bucketOf(slot, band);
      this.next[slot * bands + band] = this.heads[bucket]!;
      this.heads[bucket] = slot * bands + band + 1;
    }
  }

  private join(doc: number): void {
    const own = this.slots.get(doc)!;
    for (let band = 0; band < bands; band++) {
      for (let at = this.heads[this.bucketOf(own, band)]!; at !== 0; at = this.next[at - 1]!) {
        const slot = Math.floor((at - 1) / bands);
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
    const key = bandKey(this.sketches, band, slot * sketchLength);
    const hash = Math.imul((key % 0x100000000) ^ Math.floor(key / 0x100000000), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & (this.heads.length - 1);
  }

  private sketchAt(slot: number): Uint16Array {
    return this.sketches.subarray(slot * sketchLength, (slot + 1) * sketchLength);
  }

  private grow(): void {
    this.docs = enlarged(this.docs);
    this.next = enlarged(this.next);
    const sketches = new Uint16Array(this.sketches.length * 2);
    sketches.set(this.sketches);
    this.sketches = sketches;
    this.heads = new Int32Array(this.heads.length * 2);
    for (let slot = 0; slot < this.count - 1; slot++) this.link(slot);
  }
}

function enlarged(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
