import { mostPairedNames, type TextUnit } from '../../core/index.ts';
import { firstStep, steps } from './namedUnits.ts';
import type { Parts } from './parts.ts';
import type { UnitCounts } from './rankedPairs.ts';

/** Which entities are counted, and whose partners. */
interface CountedUnits {
  readonly unit: TextUnit;
  /** By the numbers of entities, 1 for each that counts. */
  readonly isCounted: Uint8Array;
  /** Who stands in the units that name this one is counted as well. */
  readonly partnersOf?: number;
}

/**
 * Counts by entity, in one loop: who asks for the partners of one has the units of all articles read, where a call for each unit takes as
 * long as the rest. Lists of names are passed over.
 */
export class UnitCounter {
  /** Units and articles that name each entity together with the one whose partners are counted. */
  readonly together: Uint32Array;
  readonly articles: Uint32Array;
  private readonly lastDoc: Int32Array;
  private readonly units: Parts['units'];
  private readonly counted: CountedUnits;
  /** For each name twice its entity, and one more when that counts. */
  private readonly entityOf: Uint32Array;
  /** For each entity the last unit that names it and how many do, beside each other: one look into the memory finds both. */
  private readonly known: Uint32Array;
  /** Entities of one unit, as `entityOf` has them. */
  private readonly named = new Uint32Array(mostPairedNames);
  private unit = 0;
  private total = 0;

  constructor({ units, entities }: Pick<Parts, 'units' | 'entities'>, counted: CountedUnits) {
    const { isCounted, partnersOf } = counted;
    const size = isCounted.length;
    const partners = partnersOf === undefined ? 0 : size;
    this.units = units;
    this.counted = counted;
    this.entityOf = entities.mapping().entityOf.map((entity) => 2 * entity + isCounted[entity]!);
    this.known = new Uint32Array(2 * size);
    this.together = new Uint32Array(partners);
    this.articles = new Uint32Array(partners);
    this.lastDoc = new Int32Array(partners).fill(-1);
  }

  /** Takes in some more articles (ascending). */
  add(docs: Uint32Array): void {
    const { unit, partnersOf = 0 } = this.counted;
    const least = firstStep(unit);
    this.units.each(docs, (mentions, count, doc) => {
      this.addArticle(mentions, count, doc, least, partnersOf);
    });
  }

  /** Units that name each entity that counts, and any. */
  counts(): UnitCounts {
    const { known, total } = this;
    const { isCounted } = this.counted;
    const naming = new Uint32Array(isCounted.length);
    for (let entity = 0; entity < naming.length; entity++)
      if (isCounted[entity] === 1) naming[entity] = known[2 * entity + 1]!;
    return { naming, total };
  }

  private addArticle(
    mentions: Uint32Array,
    count: number,
    doc: number,
    least: number,
    partnersOf: number,
  ): void {
    const { entityOf, known, named } = this;
    let { unit } = this;
    for (let at = 0; at < count;) {
      unit++;
      let found = 0;
      do {
        const entity = entityOf[(mentions[at++]! / steps) | 0]!;
        // 0 is what the user says is no entity.
        if (entity < 2 || known[entity & ~1] === unit) continue;
        known[entity & ~1] = unit;
        // Beyond the end nothing is kept, of a list that is passed over.
        named[found++] = entity;
      } while (at < count && mentions[at]! % steps < least);
      if (found > mostPairedNames) continue;
      let isAny = 0;
      for (let i = 0; i < found; i++) {
        known[named[i]! | 1]!++;
        isAny |= named[i]!;
      }
      this.total += isAny & 1;
      if (partnersOf !== 0 && known[2 * partnersOf] === unit) this.addPartners(found, doc);
    }
    this.unit = unit;
  }

  private addPartners(found: number, doc: number): void {
    const { named, together, articles, lastDoc } = this;
    for (let i = 0; i < found; i++) {
      const entity = named[i]! >>> 1;
      together[entity]!++;
      if (lastDoc[entity] === doc) continue;
      lastDoc[entity] = doc;
      articles[entity]!++;
    }
  }
}
