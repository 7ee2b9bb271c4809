import {
  dateOfCode,
  entityId,
  entityTypes,
  marksOfBits,
  precisionOfDate,
  type ArticleRow,
  type CheckedFilter,
  type MentionRange,
  type Span,
  type TextMarks,
} from '../../core/index.ts';
import type { Cell, Tuple } from './database.ts';
import { PackedReader, PackedWriter } from './packing.ts';
import type { Parts } from './parts.ts';

const selected = `SELECT doc, article.id, title, date, outlet, language, details, marks,
  (SELECT family FROM version WHERE version.doc = article.doc) AS family FROM article`;
const ofDoc = `${selected} WHERE doc = ?`;
const ofId = `${selected} WHERE article.id = ?`;
/** A page of rows by one statement: that takes a third of what as many statements do. */
const ofDocs = `${selected} WHERE doc IN (SELECT value FROM json_each(?))`;

export function articleByDoc(parts: Parts, doc: number): ArticleRow | undefined {
  const known = parts.rows.get(doc);
  if (known) return known;
  const [row] = parts.database.tuples(ofDoc, doc);
  return row && articleRow(parts, row);
}

export function articleById(parts: Parts, id: string): ArticleRow | undefined {
  const [row] = parts.database.tuples(ofId, id);
  return row && articleRow(parts, row);
}

/** The versions of an article's text in their order; empty when there is one only. */
export function versionsOf(parts: Parts, id: string): ArticleRow[] {
  const row = parts.database.get('SELECT doc FROM article WHERE id = ?', id);
  const family = row && parts.copies.familyOf(Number(row['doc']));
  return (family?.docs ?? []).flatMap((doc) => articleByDoc(parts, doc) ?? []);
}

/** What is known of the places in an article's text. */
export function textMarksOf({ database }: Parts, id: string): TextMarks | undefined {
  const row = database.get(
    'SELECT length, boilerplate, details FROM article JOIN body ON body.doc = article.doc WHERE article.id = ?',
    id,
  );
  if (!row) return undefined;
  const { dateSpan } = detailsIn(row['details']!);
  return {
    length: Number(row['length']),
    boilerplate: unpackSpans(row['boilerplate'] as Uint8Array),
    ...(dateSpan && { date: { start: dateSpan[0], end: dateSpan[1] } }),
  };
}

/** Rows of some articles, with the mentions of the filter's last entity where it names one. */
export function articleRows(parts: Parts, docs: readonly number[], filter: CheckedFilter): ArticleRow[] {
  const last = filter.entities.at(-1);
  const entity = last && parts.entities.named(last.type, last.key);
  const named = entity && namedIn(parts, entity.id, docs);
  const rows = rowsOf(parts, docs);
  const ordered: ArticleRow[] = [];
  for (const doc of docs) {
    const row = rows.get(doc);
    if (row) ordered.push(named ? { ...row, ...named.get(doc) } : row);
  }
  return ordered;
}

/** By their numbers; those that are kept, and the others by one statement. */
function rowsOf(parts: Parts, docs: readonly number[]): ReadonlyMap<number, ArticleRow> {
  const rows = new Map<number, ArticleRow>();
  const missing: number[] = [];
  for (const doc of docs) {
    const known = parts.rows.get(doc);
    if (known) rows.set(doc, known);
    else missing.push(doc);
  }
  if (missing.length === 0) return rows;
  for (const row of parts.database.tuples(ofDocs, JSON.stringify(missing)))
    rows.set(row[0] as number, articleRow(parts, row));
  return rows;
}

/** How often an article names an entity, and where first. */
type Named = Required<Pick<ArticleRow, 'mentions' | 'firstMention'>>;

/**
 * How some articles name an entity. Read of these articles' own mentions: the entity's list may have a hundred thousand others
 * before the last one of a page.
 */
function namedIn({ database, entities }: Parts, entity: number, docs: readonly number[]): Map<number, Named> {
  const spellings = entities.spellingsOf(entity);
  const named = new Map<number, Named>();
  const sql = 'SELECT doc, mentions FROM body WHERE doc IN (SELECT value FROM json_each(?))';
  for (const [doc, mentions] of database.tuples(sql, JSON.stringify(docs))) {
    const own = unpackMentions(mentions as Uint8Array).filter(({ surface }) => spellings.has(surface));
    const [first] = own;
    if (!first) continue;
    named.set(doc as number, { mentions: own.length, firstMention: { start: first.start, end: first.end } });
  }
  return named;
}

/** Fields of an `ArticleRow` that few queries sort or filter by, as stored in `article.details`. */
export type ArticleDetails = Pick<
  ArticleRow,
  'isUntitled' | 'aggregator' | 'dateSource' | 'undatedReason' | 'notBefore'
> & {
  readonly authors?: readonly string[];
  /** Start and end, in the original text. */
  dateSpan?: readonly [number, number];
};

/** Where most dates are read: it is not written down. */
export const commonSource = 'text';

function detailsIn(stored: Cell): ArticleDetails {
  return stored === null ? {} : (JSON.parse(stored as string) as ArticleDetails);
}

/**
 * Of a row of `selected`, kept. One field after the other is set:
 * spreading parts into one another takes twice as long, and of a page there are a hundred.
 */
function articleRow({ copies, labels, rows }: Parts, row: Tuple): ArticleRow {
  const [doc, id, title, date, outlet, language, details, marks, family] = row as StoredRow;
  const { authors = [], ...others } = detailsIn(details);
  delete others.dateSpan;
  const article: { -readonly [Field in keyof ArticleRow]: ArticleRow[Field] } = {
    id,
    title,
    language: labels.value(language),
    authors,
  };
  if (date !== 0) {
    article.date = dateOfCode(date);
    article.precision = precisionOfDate(article.date);
    article.dateSource = commonSource;
  }
  Object.assign(article, others);
  if (marks !== 0) article.marks = marksOfBits(marks);
  const outletName = labels.value(outlet);
  if (outletName !== '') article.outlet = outletName;
  // Few have one: no other is asked for.
  const versions = family === null ? undefined : copies.familyOf(doc);
  if (versions) article.versions = { count: versions.docs.length, first: versions.first };
  rows.keep(doc, article);
  return article;
}

/** As `selected` has it. */
type StoredRow = readonly [
  doc: number,
  id: string,
  title: string,
  date: number,
  outlet: number,
  language: number,
  details: string | null,
  marks: number,
  family: number | null,
];

/** A mention as stored: ids of its surface and so of its name. */
export interface StoredMention extends Span {
  readonly surface: number;
  readonly isSure: boolean;
}

const writer = new PackedWriter();

/** In text order: surface, distance from the start of the one before, twice the length and one more when it is sure. */
export function packMentions(mentions: readonly StoredMention[]): Uint8Array {
  let previous = 0;
  for (const { surface, start, end, isSure } of mentions) {
    writer.number(surface);
    writer.number(start - previous);
    writer.number(2 * (end - start) + Number(isSure));
    previous = start;
  }
  return writer.take();
}

export function unpackMentions(data: Uint8Array): StoredMention[] {
  const reader = new PackedReader(data);
  const mentions: StoredMention[] = [];
  let start = 0;
  while (!reader.isAtEnd) {
    const surface = reader.number();
    start += reader.number();
    const packed = reader.number();
    mentions.push({ surface, start, end: start + (packed >> 1), isSure: (packed & 1) === 1 });
  }
  return mentions;
}

/** Sorted spans: distance from the end of the one before, length. */
export function packSpans(spans: readonly Span[]): Uint8Array {
  let previous = 0;
  for (const { start, end } of spans) {
    writer.number(start - previous);
    writer.number(end - start);
    previous = end;
  }
  return writer.take();
}

export function unpackSpans(data: Uint8Array): Span[] {
  const reader = new PackedReader(data);
  const spans: Span[] = [];
  let previous = 0;
  while (!reader.isAtEnd) {
    const start = previous + reader.number();
    previous = start + reader.number();
    spans.push({ start, end: previous });
  }
  return spans;
}

/** The mentions of an article with their entities, in text order. */
export function mentionsOf({ database }: Parts, doc: number): MentionRange[] {
  const row = database.get('SELECT mentions FROM body WHERE doc = ?', doc);
  if (!row) return [];
  const entities = new Map<number, string | undefined>();
  return unpackMentions(row['mentions'] as Uint8Array).flatMap(({ surface, start, end }) => {
    let entity = entities.get(surface);
    if (!entities.has(surface)) {
      const stored = database.get(
        `SELECT entity.type, entity.key FROM surface JOIN name ON name.id = surface.name
         JOIN entity ON entity.id = name.entity WHERE surface.id = ?`,
        surface,
      );
      // The user may have said that it is no entity.
      entity = stored && entityId(entityTypes[Number(stored['type'])]!, String(stored['key']));
      entities.set(surface, entity);
    }
    return entity === undefined ? [] : { start, end, entity };
  });
}
