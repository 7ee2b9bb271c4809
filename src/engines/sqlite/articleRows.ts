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
import type { Row } from './database.ts';
import { PackedReader, PackedWriter } from './packing.ts';
import type { Parts } from './parts.ts';
import type { Posting } from './postings.ts';
import { entityPostingsIn } from './selectDocuments.ts';

const selected = `SELECT doc, article.id, title, date, outlet, language, details, marks,
  (SELECT family FROM version WHERE version.doc = article.doc) AS family FROM article`;
const ofDoc = `${selected} WHERE doc = ?`;
const ofId = `${selected} WHERE article.id = ?`;
/** A page of rows by one statement: that takes half of what as many statements do. */
const ofDocs = `${selected} WHERE doc IN (SELECT value FROM json_each(?))`;

export function articleByDoc(parts: Parts, doc: number): ArticleRow | undefined {
  const row = parts.database.get(ofDoc, doc);
  return row && articleRow(parts, row);
}

export function articleById(parts: Parts, id: string): ArticleRow | undefined {
  const row = parts.database.get(ofId, id);
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
  const { dateSpan } = detailsIn(row);
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
  const mentioned = new Map<number, Posting>();
  if (entity) {
    for (const posting of entityPostingsIn(parts, entity.id, new Set(docs)))
      mentioned.set(posting.doc, posting);
  }
  const found = parts.database.all(ofDocs, JSON.stringify(docs));
  const rows = new Map(found.map((row) => [Number(row['doc']), articleRow(parts, row)]));
  return docs.flatMap((doc) => {
    const row = rows.get(doc);
    const posting = mentioned.get(doc);
    if (!row || !posting) return row ?? [];
    const { start, length, mentions } = posting;
    return { ...row, mentions, firstMention: { start, end: start + length } };
  });
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

function detailsIn(row: Row): ArticleDetails {
  return JSON.parse(String(row['details'] ?? '{}')) as ArticleDetails;
}

function articleRow({ copies, labels }: Parts, row: Row): ArticleRow {
  const { authors = [], ...details } = detailsIn(row);
  delete details.dateSpan;
  // Few have one: no other is asked for.
  const family = row['family'] === null ? undefined : copies.familyOf(Number(row['doc']));
  const marks = marksOfBits(Number(row['marks']));
  const outlet = labels.value(Number(row['outlet']));
  const date = row['date'] === 0 ? undefined : dateOfCode(Number(row['date']));
  return {
    id: String(row['id']),
    title: String(row['title']),
    ...(date !== undefined && { dateSource: commonSource }),
    ...details,
    ...(marks.length > 0 && { marks }),
    ...(outlet !== '' && { outlet }),
    ...(date !== undefined && { date, precision: precisionOfDate(date) }),
    language: labels.value(Number(row['language'])),
    authors,
    ...(family && { versions: { count: family.docs.length, first: family.first } }),
  };
}

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
