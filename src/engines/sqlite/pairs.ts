import {
  byPairCounts,
  byPairRank,
  compareCodePoints,
  nextCursor,
  pageStart,
  pairScore,
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
import type { UnitCounts } from './unitCounts.ts';

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

/** Two entities by number, the one asked for or in more units first. */
interface CountedPair {
  readonly ids: readonly [number, number];
  readonly together: number;
  readonly articles: number;
  readonly score: number;
  readonly first: { readonly units: number };
  readonly second: { readonly units: number };
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
  const counting = countingOf(parts, question);
  const docs = selectDocuments(parts, filter);
  const counts = countUnits(parts, docs, question, counting);
  const together = question.entity
    ? partnersOf(parts, docs, question, counting, question.entity.id)
    : allPairs(parts, docs, question, counting, counts);
  const pairs = together.flatMap((pair) => countedPair(pair, counts, question));
  pairs.sort(byPairCounts);
  // Names decide only among pairs that tie with the ends of the page.
  let first = Math.min(start, pairs.length);
  let last = Math.min(start + page.limit, pairs.length);
  while (first > 0 && first < pairs.length && byPairCounts(pairs[first - 1]!, pairs[start]!) === 0) first--;
  while (last > 0 && last < pairs.length && byPairCounts(pairs[last - 1]!, pairs[last]!) === 0) last++;
  const items = pairs
    .slice(first, last)
    .map((pair) => named(parts, pair, question.entity !== undefined))
    .sort(byPairRank)
    .slice(start - first, start - first + page.limit);
  return {
    items,
    total: pairs.length,
    units: counts.total,
    ...nextCursor(start, items.length, pairs.length),
  };
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

type Together = Pick<CountedPair, 'ids' | 'together' | 'articles'>;

function partnersOf(
  parts: Parts,
  docs: Uint32Array,
  { unit }: PairQuestion,
  { isPaired }: Counting,
  entity: number,
): Together[] {
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
  const found: Together[] = [];
  for (let id = 0; id < size; id++) {
    if (together[id] === 0 || id === entity || !isPaired(id)) continue;
    found.push({ ids: [entity, id], together: together[id]!, articles: articles[id]! });
  }
  return found;
}

function allPairs(
  parts: Parts,
  docs: Uint32Array,
  { unit, minimum }: PairQuestion,
  { isPaired }: Counting,
  { naming }: UnitCounts,
): Together[] {
  const size = naming.length;
  const pairs = new Map<number, { together: number; articles: number; lastDoc: number }>();
  eachUnit(parts, docs, unit, (names, doc) => {
    // A name in fewer units than a pair needs is in no pair.
    const paired = names.filter((id) => naming[id]! >= minimum && isPaired(id)).sort((a, b) => a - b);
    for (let i = 0; i < paired.length; i++) {
      for (let j = i + 1; j < paired.length; j++) {
        const key = paired[i]! * size + paired[j]!;
        const pair = pairs.get(key);
        if (!pair) {
          pairs.set(key, { together: 1, articles: 1, lastDoc: doc });
          continue;
        }
        pair.together++;
        if (pair.lastDoc !== doc) pair.articles++;
        pair.lastDoc = doc;
      }
    }
  });
  return Array.from(pairs, ([key, { together, articles }]) => {
    return { ids: [Math.floor(key / size), key % size], together, articles };
  });
}

function countedPair(
  { ids, together, articles }: Together,
  { naming, total }: UnitCounts,
  { measure, minimum, entity }: PairQuestion,
): CountedPair[] {
  if (together < minimum) return [];
  const isTurned = !entity && naming[ids[1]]! > naming[ids[0]]!;
  const [one, other] = isTurned ? [ids[1], ids[0]] : ids;
  const first = { units: naming[one]! };
  const second = { units: naming[other]! };
  const score = pairScore(measure, together, first.units, second.units, total);
  return [{ ids: [one, other], together, articles, score, first, second }];
}

/** The pair with its names; those in equally many units stand in the order of their ids. */
function named(
  { entities }: Parts,
  { ids, first, second, ...pair }: CountedPair,
  isLed: boolean,
): EntityPair {
  const nameOf = (id: number, units: number): PairedEntity => {
    const { entityId, type, label } = entities.byId(id)!;
    return { id: entityId, type, name: label, units };
  };
  const both = [nameOf(ids[0], first.units), nameOf(ids[1], second.units)] as const;
  const isTurned = !isLed && first.units === second.units && compareCodePoints(both[1].id, both[0].id) < 0;
  return { first: isTurned ? both[1] : both[0], second: isTurned ? both[0] : both[1], ...pair };
}
