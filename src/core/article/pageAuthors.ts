import { isPersonName, splitAuthorNames } from './authorNames.ts';
import { scoreOf, type Weights } from './conditionalLogit.ts';
import { commentNear } from './lists/lineCues.ts';
import { notAName, roleWord } from './lists/nameCues.ts';
import { bucket } from './lineFeatures.ts';
import type { Found } from './metadata.ts';
import { foldTitle } from './pageTitles.ts';
import type { MarkupFact } from './record.ts';

/** A name that the markup or the text of a page offers as its author. */
export interface AuthorOffer {
  readonly value: string;
  readonly source: string;
  readonly quote: string;
  /** Set when the text has the byline itself. */
  readonly inText?: Found<string>;
  readonly features: readonly string[];
}

interface Named {
  readonly value: string;
  readonly source: string;
  readonly quote: string;
  /** Source and rank of the name in it, for each source once. */
  readonly ranks: Map<string, number>;
  times: number;
  inText?: Found<string>;
}

/** More names than this of one page are its commenters. */
const maxNames = 24;

/** All names that a page offers, equal ones together. */
export function authorOffers(
  facts: readonly MarkupFact[],
  inText: readonly Found<string>[],
  host = '',
): AuthorOffer[] {
  const outlets = new Set(
    facts.filter(({ field }) => field === 'outlet').map(({ value }) => foldTitle(value)),
  );
  const names = new Map<string, Named>();
  const counts = new Map<string, number>();
  const offer = (value: string, source: string, quote: string): Named | undefined => {
    const key = foldTitle(value);
    if (key === '') return undefined;
    const known = names.get(key) ?? { value, source, quote, ranks: new Map<string, number>(), times: 0 };
    if (!names.has(key) && names.size >= maxNames) return undefined;
    const place = placeOf(source);
    if (!known.ranks.has(place)) {
      const rank = counts.get(place) ?? 0;
      known.ranks.set(place, rank);
      counts.set(place, rank + 1);
    }
    known.times += 1;
    names.set(key, known);
    return known;
  };
  for (const { field, source, value } of facts) {
    if (field === 'author') for (const name of splitAuthorNames(value)) offer(name, source, value);
  }
  for (const found of inText) {
    const named = offer(found.value, 'text', found.quote);
    if (named) named.inText = found;
  }
  const persons = [...names.values()].filter(({ value }) => isPersonName(value)).length;
  return [...names].map(([key, named]) => ({
    value: named.value,
    source: named.source,
    quote: named.quote,
    ...(named.inText && { inText: named.inText }),
    features: [
      ...featuresOf(key, named, counts, outlets),
      ...overlapFeatures(key, [...names.keys()]),
      ...houseFeatures(key, named.value, host, persons),
      `offers${bucket(names.size, [1, 2, 3, 5, 8])}`,
    ],
  }));
}

const placeOf = (source: string): string => (source.startsWith('meta:') ? 'meta' : source);

function featuresOf(
  key: string,
  { value, ranks, times, inText }: Named,
  counts: ReadonlyMap<string, number>,
  outlets: ReadonlySet<string>,
): string[] {
  const features = ['any', `sources${bucket(ranks.size, [1, 2, 3, 4])}`, `times${bucket(times, [1, 2, 4])}`];
  for (const [place, count] of counts) {
    const rank = ranks.get(place);
    if (rank === undefined) features.push(`notIn_${place}`);
    else
      features.push(
        `in_${place}`,
        `in_${place}_rank${bucket(rank, [0, 1, 2])}_of${bucket(count, [1, 2, 4])}`,
      );
  }
  const words = value.split(/\s+/).length;
  features.push(`words${bucket(words, [1, 2, 3, 4])}`);
  if (isPersonName(value)) features.push('person');
  if (/^\p{Ll}/u.test(value)) features.push('startsLower');
  if (notAName.test(value.toLowerCase())) features.push('desk');
  if (roleWord.test(value.toLowerCase())) features.push('role');
  if (commentNear.test(value.toLowerCase())) features.push('comment');
  if (/[^\p{L}\p{M}\s.'’-]/u.test(value)) features.push('oddCharacters');
  if (outlets.has(key)) features.push('outlet');
  if (inText) features.push(`text_${inText.evidence.rule}`);
  return features;
}

/** The outlet signs where nobody else does: its name is in its own address. */
function houseFeatures(key: string, value: string, host: string, persons: number): string[] {
  const joined = key.replaceAll(' ', '');
  const isHost = joined.length >= 4 && host.replace(/[.-]/g, '').includes(joined);
  if (isHost) return [persons > 0 ? 'hostBesidePerson' : 'hostAlone'];
  return isPersonName(value) || persons === 0 ? [] : ['besidePerson'];
}

/** A name with a role glued to it holds the name alone. */
function overlapFeatures(key: string, keys: readonly string[]): string[] {
  const features: string[] = [];
  if (keys.some((other) => other.length < key.length && other.length > 3 && key.includes(other)))
    features.push('holdsOther');
  if (keys.some((other) => other.length > key.length && other.includes(key))) features.push('partOfOther');
  return features;
}

/** From this probability on a name is given. */
const minConfidence = 0.4;

/** The authors of a page, the likeliest first. Of names that hold one another the shortest full one is given. */
export function pageAuthors(
  facts: readonly MarkupFact[],
  inText: readonly Found<string>[],
  weights: Weights,
  host?: string,
): Found<string>[] {
  const likely = authorOffers(facts, inText, host)
    .map((offer) => ({ ...offer, confidence: 1 / (1 + Math.exp(-scoreOf(offer.features, weights))) }))
    .filter(({ confidence }) => confidence >= minConfidence)
    .sort((a, b) => b.confidence - a.confidence);
  const kept = likely.filter((offer) => !likely.some((other) => isVariantOf(offer, other)));
  return kept.map(({ value, source, quote, inText: found, confidence }) =>
    found ? { ...found, confidence } : { value, source, quote, evidence: { rule: 'pageMarkup' }, confidence },
  );
}

interface LikelyName {
  readonly value: string;
  readonly confidence: number;
}

/** Whether the name is another one with something glued to it, or a part of a full name that is as likely. */
function isVariantOf(own: LikelyName, other: LikelyName): boolean {
  const [key, otherKey] = [foldTitle(own.value), foldTitle(other.value)];
  if (key === otherKey) return false;
  const isFull = otherKey.includes(' ');
  if (key.includes(otherKey)) return isFull || other.confidence >= own.confidence;
  return otherKey.includes(key) && !key.includes(' ') && other.confidence >= own.confidence;
}
