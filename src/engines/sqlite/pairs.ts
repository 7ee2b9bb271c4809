import {
  byPairRank,
  compareCodePoints,
  nextCursor,
  pageStart,
  type CheckedFilter,
  type CheckedPairRequest,
  type EntityPair,
  type PageRequest,
  type PairedEntity,
} from '../../core/index.ts';
import { typeNumber, type StoredEntity } from './entityTable.ts';
import type { Slice } from './facets.ts';
import { eachUnit } from './eachUnit.ts';
import type { Parts } from './parts.ts';
import { entityDocuments, intersect, selectDocuments } from './selectDocuments.ts';
import { PairCounter } from './pairCounter.ts';
import { RankedPairs, type PairTable, type RankedPair, type UnitCounts } from './rankedPairs.ts';

/** A page of pairs before the index's generation is put on it. */
export interface PairSlice extends Slice<EntityPair> {
  readonly units: number;
}

/** What is asked, with its entity found. */
export interface PairQuestion extends Omit<CheckedPairRequest, 'entity'> {
  readonly entity?: StoredEntity;
  /** Tells filters apart. */
  readonly filterKey: string;
}

/** Which entities may be in a pair, or are counted at all. */
interface Counting {
  readonly isPaired: (entity: number) => boolean;
  readonly isCounted: (entity: number) => boolean;
}

/** The strongest pairs of the filter's articles. */
export function findPairs(
  parts: Parts,
  filter: CheckedFilter,
  question: PairQuestion,
  page: PageRequest,
): PairSlice {
  const start = pageStart(page);
  const ranked = rankedPairs(parts, filter, question);
  // Names decide only among pairs that tie with the ends of the page.
  const { from, pairs } = ranked.page(question.measure, start, start + page.limit);
  const items = pairs
    .map((pair) => named(parts, pair, question.entity !== undefined))
    .sort(byPairRank)
    .slice(start - from, start - from + page.limit);
  return {
    items,
    total: ranked.length,
    units: ranked.units,
    ...nextCursor(start, items.length, ranked.length),
  };
}

/** Kept: the next page is asked for, another measure is tried, a view is opened again. */
function rankedPairs(parts: Parts, filter: CheckedFilter, question: PairQuestion): RankedPairs {
  const { filterKey, unit, types, minimum, entity } = question;
  const key = JSON.stringify([filterKey, unit, [...types].sort(), minimum, entity?.id]);
  return parts.pairs.get(key, () => {
    const counting = countingOf(parts, question);
    const docs = selectDocuments(parts, filter);
    const counts = countUnits(parts, docs, question, counting);
    const pairs = entity
      ? partnersOf(parts, docs, question, counting, entity.id)
      : allPairs(parts, docs, question, counting, counts);
    return new RankedPairs(pairs, counts);
  });
}

function countingOf({ entities }: Parts, { types, entity }: PairQuestion): Counting {
  const { typeOf } = entities.mapping();
  const paired = new Set([...types].map(typeNumber));
  const own = entity && typeNumber(entity.type);
  return {
    isPaired: (id) => paired.has(typeOf[id]!),
    isCounted: (id) => paired.has(typeOf[id]!) || typeOf[id] === own,
  };
}

/** How many units name each entity, and any: kept, since every list of partners needs it. */
function countUnits(
  parts: Parts,
  docs: Uint32Array,
  { filterKey, unit, types, entity }: PairQuestion,
  { isCounted }: Counting,
): UnitCounts {
  const counted = [...new Set([...types, ...(entity ? [entity.type] : [])])].sort();
  return parts.unitCounts.get(JSON.stringify([filterKey, unit, counted]), () => {
    const naming = new Uint32Array(parts.entities.mapping().entityOf.length);
    let total = 0;
    eachUnit(parts, docs, unit, (names) => {
      let isNamed = 0;
      for (const id of names) {
        if (!isCounted(id)) continue;
        naming[id]!++;
        isNamed = 1;
      }
      total += isNamed;
    });
    return { naming, total };
  });
}

function partnersOf(
  parts: Parts,
  docs: Uint32Array,
  { unit, minimum }: PairQuestion,
  { isPaired }: Counting,
  entity: number,
): PairTable {
  const size = parts.entities.mapping().entityOf.length;
  const together = new Uint32Array(size);
  const articles = new Uint32Array(size);
  const lastDoc = new Int32Array(size).fill(-1);
  const own = entityDocuments(parts, entity);
  eachUnit(parts, intersect(own, docs), unit, (names, doc) => {
    if (!names.includes(entity)) return;
    for (const id of names) {
      together[id]!++;
      if (lastDoc[id] === doc) continue;
      lastDoc[id] = doc;
      articles[id]!++;
    }
  });
  const partners: number[] = [];
  for (let id = 1; id < size; id++)
    if (together[id]! >= minimum && id !== entity && isPaired(id)) partners.push(id);
  return {
    first: new Uint32Array(partners.length).fill(entity),
    second: Uint32Array.from(partners),
    together: Uint32Array.from(partners, (id) => together[id]!),
    articles: Uint32Array.from(partners, (id) => articles[id]!),
  };
}

/** The one in more units comes first. */
function allPairs(
  parts: Parts,
  docs: Uint32Array,
  { unit, minimum }: PairQuestion,
  { isPaired }: Counting,
  { naming }: UnitCounts,
): PairTable {
  // A name in fewer units than a pair needs is in no pair.
  const canPair = Uint8Array.from(naming, (units, id) => (units >= minimum && isPaired(id) ? 1 : 0));
  const counter = new PairCounter();
  const paired: number[] = [];
  eachUnit(parts, docs, unit, (names, doc) => {
    paired.length = 0;
    for (const id of names) if (canPair[id] === 1) paired.push(id);
    for (let i = 1; i < paired.length; i++) {
      const one = paired[i]!;
      for (let j = 0; j < i; j++) {
        const other = paired[j]!;
        counter.add(Math.min(one, other), Math.max(one, other), doc);
      }
    }
  });
  const pairs = counter.atLeast(minimum);
  for (const [row, other] of pairs.second.entries()) {
    const one = pairs.first[row]!;
    if (naming[other]! <= naming[one]!) continue;
    pairs.first[row] = other;
    pairs.second[row] = one;
  }
  return pairs;
}

/** The pair with its names; those in equally many units stand in the order of their ids. */
function named({ entities }: Parts, { ids, first, second, ...pair }: RankedPair, isLed: boolean): EntityPair {
  const nameOf = (id: number, units: number): PairedEntity => {
    const { entityId, type, label } = entities.byId(id)!;
    return { id: entityId, type, name: label, units };
  };
  const both = [nameOf(ids[0], first.units), nameOf(ids[1], second.units)] as const;
  const isTurned = !isLed && first.units === second.units && compareCodePoints(both[1].id, both[0].id) < 0;
  return { first: isTurned ? both[1] : both[0], second: isTurned ? both[0] : both[1], ...pair };
}
