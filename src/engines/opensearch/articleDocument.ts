import { createHash } from 'node:crypto';
import {
  bandKeys,
  dateOfCode,
  entityId,
  entryOfArticle,
  foldText,
  hidden,
  joinKey,
  lastCodeOf,
  parseEntityId,
  truncateCode,
  type ArticleEntry,
  type ArticleId,
  type ArticleRow,
  type EntityId,
  type EntityList,
  type FactKind,
  type BatchArticle,
  type DateCode,
  type RecordPlace,
  type Sketch,
  type Span,
} from '../../core/index.ts';
import type { KnownEntities } from './knownEntities.ts';

/** What an article's document keeps beside its searchable fields. All places count in the original text. */
export interface ArticleContent {
  /** Names that are mentioned, and the entity each one is now; `''` for what the user calls no entity. */
  readonly names: readonly EntityId[];
  readonly entities: readonly EntityId[];
  /** Start, end, index into `names`, numbers of the sentence and the paragraph. */
  readonly mentions: readonly (readonly [number, number, number, number, number])[];
  readonly boilerplate: readonly (readonly [number, number])[];
  readonly facts: readonly StoredFact[];
  readonly sketch: Sketch;
  readonly date?: readonly [number, number];
}

export interface StoredFact {
  readonly name: EntityId;
  readonly other?: EntityId;
  readonly kind: FactKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** One document of the articles' index; see `mapping.ts`. */
export interface ArticleDocument {
  readonly id: ArticleId;
  readonly file: string;
  /** Which part of the corpus it was written with. */
  readonly part: string;
  readonly row: ArticleRow;
  readonly place?: RecordPlace;
  /** As the entities' last settling found them. */
  readonly versions?: ArticleRow['versions'] | null;
  readonly content: ArticleContent;
  readonly text: string;
  readonly titleWords: string;
  readonly [field: string]: unknown;
}

/** Parts of a value that is made of several: no name has such a character. */
const separator = '\u0001';
/** An order by title needs no more of it. */
const sortedLength = 300;
const stemmedLanguages = new Set(['fr', 'en', 'es']);
/** A server takes at most 512 bytes. */
const longestId = 500;

/** The id of an article's document: stable, so that what is sent twice is there once. */
export function documentId(id: string): string {
  return Buffer.byteLength(id) <= longestId ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;
}

/**
 * The document of an article. A name that is not known stands for itself; in the list of its type when this article, or what is known, is
 * sure of it.
 */
export function articleDocument(
  article: BatchArticle,
  file: string,
  { entityOf, sure }: KnownEntities,
): Omit<ArticleDocument, 'part'> {
  const { id, place } = article;
  const { contribution, boilerplate, titleWords, words, text } = entryWithText(article);
  const { row, date, dateSpan, outlet, language, fingerprint, sketch, names, mentions, facts } = contribution;
  const ids = names.map(({ type, key }) => entityId(type, key));
  const mentioned = [...new Set(mentions.map(({ name }) => name))];
  const placeOf = new Map(mentioned.map((name, i) => [name, i]));
  const content: ArticleContent = {
    names: mentioned.map((name) => ids[name]!),
    entities: mentioned.map((name) => entityOf.get(ids[name]!) ?? ids[name]!),
    mentions: mentions.map(
      ({ name, start, end, sentence, paragraph }) =>
        [start, end, placeOf.get(name)!, sentence, paragraph] as const,
    ),
    boilerplate: boilerplate.map(({ start, end }) => [start, end] as const),
    facts: facts.map(({ name, other, ...fact }) => ({
      ...fact,
      name: ids[name]!,
      ...(other !== undefined && { other: ids[other]! }),
    })),
    sketch: [...sketch],
    ...(dateSpan && { date: [dateSpan.start, dateSpan.end] as const }),
  };
  const sureNames = [...new Set(mentions.filter(({ isSure }) => isSure).map(({ name }) => ids[name]!))];
  const sureHere = new Set(sureNames.map((name) => entityOf.get(name) ?? name));
  const surfaces = countOf(mentions.map(({ name, surface }) => ids[name]! + separator + surface));
  return {
    id,
    file,
    row,
    ...(place && { place }),
    content,
    text,
    titleWords,
    bodyWords: words,
    ...(stemmedLanguages.has(language) && { stems: { [language]: bodyOf(text, boilerplate) } }),
    sortTitle: foldText(row.title).slice(0, sortedLength),
    ...dateFields(date),
    outlet,
    language,
    marks: row.marks ?? [],
    ...(fingerprint !== 0 && { fingerprint: String(fingerprint) }),
    hasSameText: false,
    bands: bandKeys(sketch).map(String),
    isCopy: false,
    names: content.names,
    sureNames,
    ...entityFields(content.entities, (id) =>
      sureHere.has(id) || sure.has(id) ? parseEntityId(id)!.type : 'unsure',
    ),
    nameCounts: countedValues(countOf(mentions.map(({ name }) => ids[name]!))),
    surfaceCounts: countedValues(surfaces),
    also: names.flatMap(({ type, alsoKeys }, i) =>
      alsoKeys.map((also) => ids[i]! + separator + entityId(type, also)),
    ),
    joins: names.flatMap(({ joins }, i) => joins.map((join) => ids[i]! + separator + joinKey(join))),
    factNames: [...new Set(content.facts.map(({ name }) => name))],
    factScore: Math.max(0, ...content.facts.map(({ score }) => score)),
  };
}

/** The fields by which an article is dated; 0 is undated. */
export function dateFields(date: DateCode) {
  return {
    isUndated: date === 0 ? 1 : 0,
    date,
    ...(date !== 0 && {
      lastDate: lastCodeOf(date),
      ...(date % 100 > 0 && { exactDay: date }),
      year: dateOfCode(truncateCode(date, 'year')),
      month: dateOfCode(truncateCode(date, 'month')),
      day: dateOfCode(date),
    }),
  };
}

/** The fields by which entities are counted; `listOf` says in which list each one stands. */
export function entityFields(
  entities: readonly EntityId[],
  listOf: (id: EntityId) => EntityList,
): Readonly<Record<EntityField, readonly EntityId[]>> {
  const fields = { org: [], per: [], loc: [], unsure: [] } satisfies Record<EntityField, EntityId[]>;
  for (const id of new Set(entities)) {
    if (id !== hidden) (fields[entityField(listOf(id))] as EntityId[]).push(id);
  }
  return fields;
}

export type EntityField = 'org' | 'per' | 'loc' | 'unsure';

/** The field that entities of a list are counted by. */
export function entityField(list: EntityList): EntityField {
  return ({ ORG: 'org', PER: 'per', LOC: 'loc', unsure: 'unsure' } as const)[list];
}

/** The two parts of an `also`, `joins` or surface value. */
export function splitValue(value: string): readonly string[] {
  return value.split(separator);
}

/** The beginning of all values of a name. */
export function valuePrefix(name: string): string {
  return name + separator;
}

/** Counts up to this many mentions of one name in one article are told; beyond, they stay there. */
const bits = 20;

/**
 * A number for each value, in a field that can only say whether a value is there: for each bit of the number that is set, the value with
 * the bit's place. The articles that have a value with a bit, times the bit's worth, add up to the sum of the numbers.
 */
function countedValues(counts: ReadonlyMap<string, number>): string[] {
  const counted: string[] = [];
  for (const [value, count] of counts) {
    let left = Math.min(count, 2 ** bits - 1);
    for (let bit = 0; left > 0; bit++, left >>= 1) if (left & 1) counted.push(`${value}${separator}${bit}`);
  }
  return counted;
}

/** All values of `countedValues` that a value can have. */
export function possibleValues(value: string): string[] {
  return Array.from({ length: bits }, (_, bit) => `${value}${separator}${bit}`);
}

/** A value of `countedValues` taken apart: the value and what an article that has it adds. */
export function readCountedValue(counted: string): { readonly value: string; readonly worth: number } {
  const at = counted.lastIndexOf(separator);
  return { value: counted.slice(0, at), worth: 2 ** Number(counted.slice(at + 1)) };
}

/** Nobody else holds the texts for whoever reads a cluster. */
function entryWithText(article: BatchArticle): ArticleEntry & { readonly text: string } {
  const entry = entryOfArticle(article);
  const text = 'analysis' in article ? article.analysis.text : entry.text;
  if (text === undefined) throw new TypeError(`${article.id}: this engine takes articles with their texts.`);
  return { ...entry, text };
}

/** The text without boilerplate. */
function bodyOf(text: string, boilerplate: readonly Span[]): string {
  let body = '';
  let at = 0;
  for (const { start, end } of boilerplate) {
    body += `${text.slice(at, start)}\n`;
    at = end;
  }
  return body + text.slice(at);
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
