import {
  compareCodePoints,
  foldText,
  narrowsByDatesOnly,
  type CheckedFilter,
  type DateCode,
  type DocumentSort,
} from '../../core/index.ts';
import type { Row } from './database.ts';
import { DateSlots } from './dateSlots.ts';
import type { Parts } from './parts.ts';
import { selectDocuments } from './selectDocuments.ts';

/** Groups of one date from this size on are read in the order of an index instead of being sorted. */
const largeGroup = 500;

/** Some of the articles that a filter lets in, and how many those are. */
export interface Selection {
  readonly docs: readonly number[];
  readonly total: number;
}

/** The articles at positions `start` to `end` of what a filter lets in. Equal dates and titles are ordered by article id. */
export function documentPage(
  parts: Parts,
  filter: CheckedFilter,
  sort: DocumentSort,
  start: number,
  end: number,
): Selection {
  if (narrowsByDatesOnly(filter) && (sort !== 'title' || filter.isUndated))
    return datedPage(parts, filter, sort, start, end);
  const docs = selectDocuments(parts, filter);
  return { docs: orderedDocuments(parts, docs, sort, start, end), total: docs.length };
}

/** The same where only dates narrow: no other article is looked at. */
function datedPage(
  { database, periods }: Parts,
  filter: CheckedFilter,
  sort: DocumentSort,
  start: number,
  end: number,
): Selection {
  const docs: number[] = [];
  let position = 0;
  for (const { date, articles } of periods.admitted(filter).sort(byDateIn(sort))) {
    const skipped = Math.max(0, start - position);
    const wanted = Math.min(articles, end - position) - skipped;
    position += articles;
    if (wanted <= 0) continue;
    const rows =
      sort === 'title'
        ? database.tuples(undatedByTitlePage, wanted, skipped)
        : database.tuples(ofDatePage, date, wanted, skipped);
    for (const [doc] of rows) docs.push(doc as number);
  }
  return { docs, total: position };
}

const ofDate = 'SELECT doc FROM article WHERE date = ? ORDER BY id';
const ofDatePage = `${ofDate} LIMIT ? OFFSET ?`;
const undatedByTitle =
  'SELECT doc FROM article INDEXED BY article_undated WHERE date = 0 ORDER BY undated_title, id';
const undatedByTitlePage = `${undatedByTitle} LIMIT ? OFFSET ?`;

/** The articles at positions `start` to `end` of some, sorted. */
export function orderedDocuments(
  parts: Parts,
  docs: Uint32Array,
  sort: DocumentSort,
  start: number,
  end: number,
): readonly number[] {
  return sort === 'title' ? byTitle(parts, docs, start, end) : byDate(parts, docs, sort, start, end);
}

function byTitle({ database, columns }: Parts, docs: Uint32Array, start: number, end: number): number[] {
  if (docs.length >= largeGroup && docs.every((doc) => columns.date(doc) === 0))
    return firstOf(database.each(undatedByTitle), docs, end).slice(start);
  const rows = Array.from(docs, (doc) => {
    const row = database.get('SELECT id, title FROM article WHERE doc = ?', doc);
    return { doc, id: String(row?.['id']), title: foldText(String(row?.['title'])) };
  });
  rows.sort((a, b) => compareCodePoints(a.title, b.title) || compareCodePoints(a.id, b.id));
  return rows.slice(start, end).map(({ doc }) => doc);
}

function byDate(parts: Parts, docs: Uint32Array, sort: DateSort, start: number, end: number): number[] {
  const ordered: number[] = [];
  for (const group of dateGroups(parts, docs, sort, start, end)) {
    const sorted = sortById(parts, group, end - group.position);
    ordered.push(...sorted.slice(Math.max(0, start - group.position), end - group.position));
  }
  return ordered;
}

/** A sort by date, either way. */
export type DateSort = Exclude<DocumentSort, 'title'>;

/** Articles of one date. */
interface DateGroup {
  readonly date: DateCode;
  /** Ascending. */
  readonly docs: readonly number[];
  /** Where they begin in the order. */
  readonly position: number;
}

/**
 * Those groups of one date that hold some of the positions `start` to `end` of articles (ascending) in the order of a sort: undated
 * ones come last whichever way the dates run. `weights`, beside `docs`, says how many positions each article takes: one
 * when it is left out. The articles of other dates are counted, and nothing else.
 */
export function dateGroups(
  { columns, periods }: Parts,
  docs: Uint32Array,
  sort: DateSort,
  start: number,
  end: number,
  weights?: Uint32Array,
): DateGroup[] {
  const { first, last } = periods.bounds();
  const dates = columns.dates();
  const slots = new DateSlots(first, last, sort === 'dateDescending' ? -1 : 1);
  const sizes = slots.sizes(dates, docs, weights);
  const wanted = new Map<DateCode, { date: DateCode; docs: number[]; position: number }>();
  let least = Infinity;
  let most = -1;
  let position = 0;
  for (let slot = 0; slot < sizes.length && position < end; slot++) {
    const size = sizes[slot]!;
    if (size > 0 && position + size > start) {
      const date = slots.dateOf(slot);
      wanted.set(date, { date, docs: [], position });
      if (date < least) least = date;
      if (date > most) most = date;
    }
    position += size;
  }
  for (let i = 0; i < docs.length; i++) {
    const date = dates[docs[i]!]!;
    if (date >= least && date <= most) wanted.get(date)?.docs.push(docs[i]!);
  }
  return [...wanted.values()];
}

function byDateIn(sort: DocumentSort): (a: { date: DateCode }, b: { date: DateCode }) => number {
  const direction = sort === 'dateDescending' ? -1 : 1;
  return (a, b) => Number(a.date === 0) - Number(b.date === 0) || direction * (a.date - b.date);
}

/** The first `count` articles of one date, by id. */
export function sortById(
  { database }: Parts,
  { date, docs }: Pick<DateGroup, 'date' | 'docs'>,
  count: number,
): readonly number[] {
  if (docs.length >= largeGroup) return firstOf(database.each(ofDate, date), docs, count);
  const rows = Array.from(docs, (doc) => ({
    doc,
    id: String(database.get('SELECT id FROM article WHERE doc = ?', doc)?.['id']),
  }));
  return rows.sort((a, b) => compareCodePoints(a.id, b.id)).map(({ doc }) => doc);
}

/** The first `count` of the rows that are among some articles. */
function firstOf(rows: Iterable<Row>, docs: Iterable<number>, count: number): number[] {
  const wanted = new Set(docs);
  const found: number[] = [];
  for (const row of rows) {
    if (wanted.has(Number(row['doc']))) found.push(Number(row['doc']));
    if (found.length >= count) break;
  }
  return found;
}
