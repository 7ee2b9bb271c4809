import {
  byPairRank,
  compareCodePoints,
  isUnfiltered,
  mostPairedNames,
  nextCursor,
  pageStart,
  type CheckedFilter,
  type CheckedPairRequest,
  type EntityPair,
  type PageRequest,
  type PairedEntity,
  type Slice,
} from '../../core/index.ts';
import { typeNumber, type StoredEntity } from './entityTable.ts';
import { unitReader } from './eachUnit.ts';
import type { Parts } from './parts.ts';
import { intersect, namingDocuments, selectDocuments } from './selectDocuments.ts';
import { PairCounter } from './pairCounter.ts';
import { atOnce } from './unhurried.ts';
import { UnitCounter } from './unitCounter.ts';
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

/** Which entities may be in a pair, or are counted at all: 1 for each that is. */
interface Counting {
  readonly isPaired: Uint8Array;
  readonly isCounted: Uint8Array;
}

/** As many articles are counted while others wait: some 30 ms. */
export const fewArticles = 4000;

/** The strongest pairs of the filter's articles; undefined when that takes long, and `countPairs` is to be done aside. */
export function findPairs(
  parts: Parts,
  filter: CheckedFilter,
  question: PairQuestion,
  page: PageRequest,
  most = fewArticles,
): PairSlice | undefined {
  const known = parts.pairs.known(keyOf(question));
  const isQuick = known !== undefined || isAmongFew(parts, filter, most);
  return isQuick ? pairPage(parts, atOnce(countPairs(parts, filter, question)), question, page) : undefined;
}

/** Whether a filter lets in so few articles. Without one nothing is looked up but how many there are. */
function isAmongFew(parts: Parts, filter: CheckedFilter, most: number): boolean {
  if (isUnfiltered(filter) && parts.periods.total() > most) return false;
  return selectDocuments(parts, filter).length <= most;
}

/** A page of pairs that are counted. */
export function pairPage(
  parts: Parts,
  ranked: RankedPairs,
  { measure, entity }: PairQuestion,
  page: PageRequest,
): PairSlice {
  const start = pageStart(page);
  // Names decide only among pairs that tie with the ends of the page.
  const { from, pairs } = ranked.page(measure, start, start + page.limit);
  const items = pairs
    .map((pair) => named(parts, pair, entity !== undefined))
    .sort(byPairRank)
    .slice(start - from, start - from + page.limit);
  return {
    items,
    total: ranked.length,
    units: ranked.units,
    ...nextCursor(start, items.length, ranked.length),
  };
}

/** Kept: the next page is asked for, another measure is tried, a view is opened again. Yields every few milliseconds. */
export function* countPairs(
  parts: Parts,
  filter: CheckedFilter,
  question: PairQuestion,
): Generator<void, RankedPairs> {
  const key = keyOf(question);
  const known = parts.pairs.known(key);
  if (known) return parts.pairs.get(key, () => known);
  const counting = countingOf(parts, question);
  const docs = selectDocuments(parts, filter);
  const counted = yield* countUnits(parts, docs, question, counting);
  const pairs = counted.partners ?? (yield* allPairs(parts, docs, question, counting, counted.counts));
  return parts.pairs.get(key, () => new RankedPairs(pairs, counted.counts));
}

/** Takes over what was counted in another view of the same state. */
export function keepPairs(parts: Parts, question: PairQuestion, ranked: RankedPairs): void {
  parts.pairs.get(keyOf(question), () => ranked);
  parts.unitCounts.get(unitsKeyOf(question), () => ranked.counts);
}

/** Gives another view of the same state what every list of partners needs, where it was counted before. */
export function lendUnits(from: Parts, to: Parts, question: PairQuestion): void {
  const key = unitsKeyOf(question);
  const known = from.unitCounts.known(key);
  if (known) to.unitCounts.get(key, () => known);
}

function keyOf({ filterKey, unit, types, minimum, entity }: PairQuestion): string {
  return JSON.stringify([filterKey, unit, [...types].sort(), minimum, entity?.id]);
}

function unitsKeyOf({ filterKey, unit, types, entity }: PairQuestion): string {
  return JSON.stringify([filterKey, unit, [...new Set([...types, ...(entity ? [entity.type] : [])])].sort()]);
}

function countingOf({ entities }: Parts, { types, entity }: PairQuestion): Counting {
  const { typeOf } = entities.mapping();
  const paired = new Set([...types].map(typeNumber));
  const counted = new Set([...paired, ...(entity ? [typeNumber(entity.type)] : [])]);
  return {
    isPaired: typeOf.map((type) => Number(paired.has(type))),
    isCounted: typeOf.map((type) => Number(counted.has(type))),
  };
}

/**
 * How many units name each entity, and any: kept, since every list of partners needs it. With it the partners of the entity that is
 * asked for: found in the same pass, or in its own articles where the rest is kept.
 */
function* countUnits(
  parts: Parts,
  docs: Uint32Array,
  question: PairQuestion,
  counting: Counting,
): Generator<void, { readonly counts: UnitCounts; readonly partners?: PairTable }> {
  const { unit, entity } = question;
  const key = unitsKeyOf(question);
  const known = parts.unitCounts.known(key);
  const { isCounted } = counting;
  const counter = new UnitCounter(parts, { unit, isCounted, ...(entity && { partnersOf: entity.id }) });
  const needed = known ? (entity ? intersect(namingDocuments(parts, entity.id), docs) : noDocs) : docs;
  for (const some of slicesOf(needed)) {
    counter.add(some);
    yield;
  }
  const counts = parts.unitCounts.get(key, () => known ?? counter.counts());
  return { counts, ...(entity && { partners: partnersIn(counter, question, counting, entity.id) }) };
}

const noDocs = new Uint32Array();

function partnersIn(
  { together, articles }: UnitCounter,
  { minimum }: PairQuestion,
  { isPaired }: Counting,
  entity: number,
): PairTable {
  const partners = new Uint32Array(together.length);
  let count = 0;
  for (let id = 1; id < together.length; id++)
    if (together[id]! >= minimum && id !== entity && isPaired[id] === 1) partners[count++] = id;
  const second = partners.slice(0, count);
  return {
    first: new Uint32Array(count).fill(entity),
    second,
    together: second.map((id) => together[id]!),
    articles: second.map((id) => articles[id]!),
  };
}

/** The one in more units comes first. */
function* allPairs(
  parts: Parts,
  docs: Uint32Array,
  { unit, minimum }: PairQuestion,
  { isPaired }: Counting,
  { naming }: UnitCounts,
): Generator<void, PairTable> {
  // A name in fewer units than a pair needs is in no pair.
  const canPair = Uint8Array.from(naming, (units, id) => (units >= minimum ? isPaired[id]! : 0));
  // Several tables, for one of millions of pairs would hold up everybody whenever it grows.
  const counters = Array.from({ length: counterCount }, () => new PairCounter());
  const paired = new Uint32Array(mostPairedNames);
  const eachUnit = unitReader(parts, unit);
  for (const some of slicesOf(docs)) {
    eachUnit(some, ({ ids, count }, doc) => {
      let pairing = 0;
      for (let i = 0; i < count; i++) if (canPair[ids[i]!] === 1) paired[pairing++] = ids[i]!;
      for (let i = 1; i < pairing; i++) {
        const one = paired[i]!;
        for (let j = 0; j < i; j++) {
          const other = paired[j]!;
          const [first, second] = one < other ? [one, other] : [other, one];
          counters[(first + second) % counterCount]!.add(first, second, doc);
        }
      }
    });
    yield;
  }
  const tables: PairTable[] = [];
  while (counters.length > 0) {
    tables.push(counters.pop()!.atLeast(minimum));
    yield;
  }
  const pairs = joined(tables);
  for (let row = 0; row < pairs.first.length; row++) {
    const one = pairs.first[row]!;
    const other = pairs.second[row]!;
    if (naming[other]! <= naming[one]!) continue;
    pairs.first[row] = other;
    pairs.second[row] = one;
  }
  return pairs;
}

const counterCount = 64;

function joined(tables: readonly PairTable[]): PairTable {
  const length = tables.reduce((sum, { first }) => sum + first.length, 0);
  const join = (column: keyof PairTable): Uint32Array => {
    const all = new Uint32Array(length);
    let at = 0;
    for (const table of tables) {
      all.set(table[column], at);
      at += table[column].length;
    }
    return all;
  };
  return {
    first: join('first'),
    second: join('second'),
    together: join('together'),
    articles: join('articles'),
  };
}

/** Articles that are counted in some milliseconds, and whose units are read by one statement. */
const sliceSize = 1024;

function* slicesOf(docs: Uint32Array): Generator<Uint32Array> {
  for (let from = 0; from < docs.length; from += sliceSize) yield docs.subarray(from, from + sliceSize);
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
