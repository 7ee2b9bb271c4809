import {
  admitsDate,
  bitsOfMarks,
  isUnfiltered,
  narrowsByDatesOnly,
  type ArticleId,
  type CheckedFilter,
  type ReviewGroup,
  type WordQuery,
} from '../../core/index.ts';
import type { Database } from './database.ts';
import { matchExpression } from './matchExpression.ts';
import type { Parts } from './parts.ts';
import { readCounts, readDocuments, unite, uniteCounts, type ArticleCounts } from './postings.ts';

/** Numbers of the articles a filter lets in, ascending. */
export function selectDocuments(parts: Parts, filter: CheckedFilter): Uint32Array {
  const { words, articles, ...rest } = filter;
  const lists: Uint32Array[] = [];
  for (const { type, key } of filter.entities) {
    const entity = parts.entities.named(type, key);
    if (!entity) return new Uint32Array();
    lists.push(namingDocuments(parts, entity.id));
  }
  if (words) lists.push(documentsWithWords(parts, words));
  if (articles) lists.push(numbersOf(parts.database, articles));
  lists.sort((a, b) => a.length - b.length);
  const [first, ...more] = lists;
  const others = { ...rest, entities: [] };
  const isByDates = narrowsByDatesOnly(others) && !isUnfiltered(others);
  if (!first && isByDates) return datedDocuments(parts, filter);
  const found = more.reduce(intersect, first ?? parts.columns.documents());
  if (isUnfiltered(others)) return found;
  return isByDates ? ofDates(parts, found, filter) : found.filter(admits(parts, filter));
}

/** Those of some articles whose dates a filter lets in: a loop, for a frequent entity has very many. */
function ofDates({ columns }: Parts, docs: Uint32Array, filter: CheckedFilter): Uint32Array {
  const isIn = dateTest(filter);
  const dates = columns.dates();
  const found = new Uint32Array(docs.length);
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (isIn(dates[docs[i]!]!)) found[count++] = docs[i]!;
  return found.subarray(0, count);
}

/** The same of all articles, without a list of them. */
function datedDocuments({ columns }: Parts, filter: CheckedFilter): Uint32Array {
  const isIn = dateTest(filter);
  const dates = columns.dates();
  const found = new Uint32Array(dates.length);
  let count = 0;
  // Below 0 is what no article has.
  for (let doc = 0; doc < dates.length; doc++)
    if (dates[doc]! >= 0 && isIn(dates[doc]!)) found[count++] = doc;
  return found.subarray(0, count);
}

/** The articles that name an entity, ascending: kept, and to be read only. */
export function namingDocuments(parts: Parts, entity: number): Uint32Array {
  return parts.documents.get(`entity ${entity}`, () => entityDocuments(parts, entity));
}

/** The same for the caller alone, read anew. */
export function entityDocuments({ database, entities }: Parts, entity: number): Uint32Array {
  const [first, ...others] = entities.namesOf(entity).map((name) => readDocuments(database, name));
  return others.reduce(unite, first ?? new Uint32Array());
}

/** The articles that name an entity, and how often each does. */
export function entityCounts({ database, entities }: Parts, entity: number): ArticleCounts {
  const [first, ...others] = entities.namesOf(entity).map((name) => readCounts(database, name));
  return others.reduce(uniteCounts, first ?? { docs: new Uint32Array(), mentions: new Uint32Array() });
}

function documentsWithWords({ database, columns, documents }: Parts, words: WordQuery): Uint32Array {
  const { match, isComplement } = matchExpression(words);
  const found = documents.get(match, () => documentsMatching(database, match));
  if (!isComplement) return found;
  const excluded = new Set(found);
  return columns.documents().filter((doc) => !excluded.has(doc));
}

/** The articles that FTS5 finds, ascending. */
function documentsMatching(database: Database, match: string): Uint32Array {
  // One row that tells all of them is read three times faster than as many rows.
  const row = database.get("SELECT group_concat(rowid, ' ') AS docs FROM words WHERE words MATCH ?", match);
  const docs = row?.['docs'] ?? null;
  return docs === null ? new Uint32Array() : readNumbers(String(docs)).sort();
}

/** Numbers with a blank between them. */
function readNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array((text.length >> 1) + 1);
  let count = 0;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) {
      numbers[count++] = number;
      number = 0;
    } else {
      number = number * 10 + (code - 0x30);
    }
  }
  numbers[count++] = number;
  return numbers.slice(0, count);
}

function numbersOf(database: Database, articles: ReadonlySet<ArticleId>): Uint32Array {
  const docs = [...articles].flatMap((id) => {
    const row = database.get('SELECT doc FROM article WHERE id = ?', id);
    return row ? Number(row['doc']) : [];
  });
  return Uint32Array.from(docs).sort();
}

function admits(parts: Parts, filter: CheckedFilter): (doc: number) => boolean {
  const { database, columns } = parts;
  const isInReview = filter.review && reviewed(parts, filter.review);
  const outlets = filter.outlets && labelIds(database, 'outlet', filter.outlets);
  const languages = filter.languages && labelIds(database, 'language', filter.languages);
  const isIn = dateTest(filter);
  return (doc) =>
    isIn(columns.date(doc)) &&
    (outlets?.has(columns.outlet(doc)) ?? true) &&
    (languages?.has(columns.language(doc)) ?? true) &&
    (filter.copies === undefined || parts.copies.isFirst(doc)) &&
    (isInReview?.(doc) ?? true);
}

/** Whether an article is in any of some groups. */
export function reviewed(
  { columns, sameTexts }: Parts,
  groups: ReadonlySet<ReviewGroup>,
): (doc: number) => boolean {
  const bits = bitsOfMarks([...groups].filter((group) => group !== 'sameText'));
  const twice = groups.has('sameText') ? sameTexts.documents() : undefined;
  return (doc) => (columns.marks(doc) & bits) !== 0 || (twice?.has(doc) ?? false);
}

/** `admitsDate` for very many dates: most are days, and need two comparisons. */
function dateTest(filter: CheckedFilter): (date: number) => boolean {
  const { from = -Infinity, to = Infinity, isUndated } = filter;
  if (!isUndated && from === -Infinity && to === Infinity) return () => true;
  return (date) => (date % 100 === 0 ? admitsDate(filter, date) : !isUndated && date >= from && date <= to);
}

function labelIds(database: Database, field: string, values: ReadonlySet<string>): ReadonlySet<number> {
  const ids = [...values].map((value) => labelId(database, field, value));
  return new Set(ids.filter((id) => id !== undefined));
}

/** The id of an outlet or language; `undefined` when no article ever had it. */
function labelId(database: Database, field: string, value: string): number | undefined {
  const row = database.get('SELECT id FROM label WHERE field = ? AND value = ?', field, value);
  return row && Number(row['id']);
}

/** What stands in both of two ascending lists. */
export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) both[count++] = left;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return both.subarray(0, count);
}
