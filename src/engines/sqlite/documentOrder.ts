import { compareCodePoints, foldText, type DocumentSort } from '../../core/index.ts';
import type { Parts } from './parts.ts';

/** Groups of one date from this size on are read in the order of an index instead of being sorted. */
const largeGroup = 500;

/** The articles at positions `start` to `end` of a sorted selection. Equal dates and titles are ordered by article id. */
export function orderedDocuments(
  parts: Parts,
  docs: Uint32Array,
  sort: DocumentSort,
  start: number,
  end: number,
): readonly number[] {
  return sort === 'title' ? byTitle(parts, docs).slice(start, end) : byDate(parts, docs, sort, start, end);
}

function byTitle({ database }: Parts, docs: Uint32Array): number[] {
  const rows = Array.from(docs, (doc) => {
    const row = database.get('SELECT id, title FROM article WHERE doc = ?', doc);
    return { doc, id: String(row?.['id']), title: foldText(String(row?.['title'])) };
  });
  rows.sort((a, b) => compareCodePoints(a.title, b.title) || compareCodePoints(a.id, b.id));
  return rows.map(({ doc }) => doc);
}

function byDate(parts: Parts, docs: Uint32Array, sort: DocumentSort, start: number, end: number): number[] {
  const groups = new Map<number, number[]>();
  for (const doc of docs) {
    const date = parts.columns.date(doc);
    const group = groups.get(date);
    if (group) group.push(doc);
    else groups.set(date, [doc]);
  }
  const direction = sort === 'date' ? 1 : -1;
  // Undated (0) articles come last whichever way the dates run.
  const dates = [...groups.keys()].sort((a, b) => (a === 0 || b === 0 ? b - a : direction * (a - b)));
  if (direction === 1 && groups.has(0)) dates.push(...dates.splice(dates.indexOf(0), 1));
  const ordered: number[] = [];
  let position = 0;
  for (const date of dates) {
    if (position >= end) break;
    const group = groups.get(date)!;
    if (position + group.length > start) {
      const sorted = sortById(parts, date, group, end - position);
      ordered.push(...sorted.slice(Math.max(0, start - position), end - position));
    }
    position += group.length;
  }
  return ordered;
}

/** The first `count` articles of one date, by id. */
function sortById({ database }: Parts, date: number, docs: readonly number[], count: number): number[] {
  if (docs.length < largeGroup) {
    const rows = docs.map((doc) => ({
      doc,
      id: String(database.get('SELECT id FROM article WHERE doc = ?', doc)?.['id']),
    }));
    return rows.sort((a, b) => compareCodePoints(a.id, b.id)).map(({ doc }) => doc);
  }
  const wanted = new Set(docs);
  const sorted: number[] = [];
  for (const row of database.each('SELECT doc FROM article WHERE date = ? ORDER BY id', date)) {
    if (wanted.has(Number(row['doc']))) sorted.push(Number(row['doc']));
    if (sorted.length >= count) break;
  }
  return sorted;
}
