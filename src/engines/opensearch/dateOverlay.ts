import {
  dateCode,
  dateOfCode,
  lastCodeOf,
  precisionOfDate,
  type ArticleId,
  type ArticleRow,
  type CheckedFilter,
  type Curation,
  type DateCode,
  type DateMark,
} from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';

/**
 * The dates that the reader gives articles, over those that the server holds. Nothing is written; the answers are those of a corpus to
 * which the dates were pushed, but for which version of a text is the first.
 */
export class DateOverlay {
  /** By article; 0 for one that has none, as the reader says. */
  readonly codes: ReadonlyMap<ArticleId, DateCode>;

  constructor(dates: Curation['dates']) {
    this.codes = new Map(
      dates.map(({ article, date }) => [article, date === null ? 0 : (dateCode(date) ?? 0)]),
    );
  }

  get isEmpty(): boolean {
    return this.codes.size === 0;
  }

  /** The articles that the reader dated. */
  get own(): JsonObject {
    return withIds([...this.codes.keys()]);
  }

  /** All others of a query. */
  without(query: JsonObject): JsonObject {
    return this.isEmpty ? query : { bool: { filter: [query], must_not: [this.own] } };
  }

  /** The articles of some days, as the server's query for them finds those that it dates. */
  within(filter: CheckedFilter, query: JsonObject): JsonObject {
    if (this.isEmpty) return query;
    return this.orOwn(query, (code) => isWithin(filter, code));
  }

  /** The articles that have a mark on their date. */
  marked(mark: string): JsonObject {
    const query = { term: { marks: mark } };
    return this.isEmpty ? query : this.orOwn(query, (code) => marksOfGiven(code).some((own) => own === mark));
  }

  /** A row as the reader has it. */
  row(row: ArticleRow): ArticleRow {
    const code = this.codes.get(row.id);
    return code === undefined ? row : datedRow(row, code);
  }

  private orOwn(query: JsonObject, isMeant: (code: DateCode) => boolean): JsonObject {
    const meant = [...this.codes].filter(([, code]) => isMeant(code)).map(([id]) => id);
    const should = [this.without(query), withIds(meant)];
    return { bool: { should, minimum_should_match: 1 } };
  }
}

/** Below what a server takes in one condition. */
const idsAtOnce = 50_000;

/** The articles with some ids, as many as one likes. */
export function withIds(ids: readonly ArticleId[]): JsonObject {
  if (ids.length <= idsAtOnce) return { terms: { id: ids } };
  const should: JsonObject[] = [];
  for (let i = 0; i < ids.length; i += idsAtOnce) should.push({ terms: { id: ids.slice(i, i + idsAtOnce) } });
  return { bool: { should, minimum_should_match: 1 } };
}

/** Of a reader who dated nothing. */
export const noDates = new DateOverlay([]);

/** Marks of an article that the user dated. */
export function marksOfGiven(code: DateCode): readonly DateMark[] {
  return [code === 0 ? 'userUndated' : 'userDate'];
}

/** A row with the date that the user gave it, as an analysis has it; 0 for none. */
export function datedRow(row: ArticleRow, code: DateCode): ArticleRow {
  const rest = without(row, ['date', 'precision', 'dateSource', 'undatedReason', 'notBefore']);
  const marks = marksOfGiven(code);
  if (code === 0) return { ...rest, undatedReason: 'userChoice', marks };
  const given = dateOfCode(code);
  return { ...rest, date: given, precision: precisionOfDate(given), dateSource: 'curation', marks };
}

/** An object without some of its fields. */
export function without<T extends object>(value: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as T;
}

function isWithin({ from, to, isUndated }: CheckedFilter, code: DateCode): boolean {
  if (isUndated) return code === 0 && from === undefined && to === undefined;
  if (code === 0) return false;
  return (from === undefined || lastCodeOf(code) >= from) && (to === undefined || code <= lastCodeOf(to));
}
