import type { EntityType } from '../entities/mention.ts';
import { dateMarks } from '../article/dateMarks.ts';
import type { ArticleId } from './ids.ts';
import type { Filter, ReviewGroup } from './filter.ts';
import { parseEntityId } from './entityId.ts';
import { dateCode, lastCodeOf, type DateCode } from './period.ts';
import { parseWordQuery, type WordQuery } from './wordQuery.ts';

/** A filter that has been checked and read, ready for an engine. Absent fields do not narrow. */
export interface CheckedFilter {
  readonly entities: readonly { readonly type: EntityType; readonly key: string }[];
  readonly from?: DateCode;
  readonly to?: DateCode;
  readonly isUndated: boolean;
  readonly outlets?: ReadonlySet<string>;
  readonly languages?: ReadonlySet<string>;
  readonly review?: ReadonlySet<ReviewGroup>;
  readonly words?: WordQuery;
  readonly articles?: ReadonlySet<ArticleId>;
  readonly copies?: 'once';
}

/** All groups that a filter may ask for and a facet counts. */
export const reviewGroups: readonly ReviewGroup[] = [...dateMarks, 'sameText'];

/** Throws a RangeError that names the field when a value cannot be read. */
export function checkFilter(filter: Filter): CheckedFilter {
  const entities = (filter.entities ?? []).map((id) => {
    const parsed = parseEntityId(id);
    if (!parsed) throw new RangeError(`entities: not an entity id: ${JSON.stringify(id)}`);
    return parsed;
  });
  for (const group of filter.review ?? []) {
    if (!reviewGroups.includes(group))
      throw new RangeError(`review: not a group of dates: ${JSON.stringify(group)}`);
  }
  // A filter may come from the wire.
  const copies = filter.copies as string | undefined;
  if (copies !== undefined && copies !== 'once')
    throw new RangeError(`copies: not "once": ${JSON.stringify(copies)}`);
  const words = filter.words === undefined ? undefined : parseWordQuery(filter.words);
  const from = boundOf('from', filter.from);
  const to = boundOf('to', filter.to);
  return {
    entities,
    isUndated: filter.isUndated === true,
    ...(words && { words }),
    ...(filter.articles && { articles: new Set(filter.articles) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: lastCodeOf(to) }),
    ...(filter.outlets && { outlets: new Set(filter.outlets) }),
    ...(filter.languages && { languages: new Set(filter.languages) }),
    ...(filter.review && { review: new Set(filter.review) }),
    ...(copies !== undefined && { copies }),
  };
}

/** The filter of the articles that a query of words finds as well. */
export function withWords(filter: CheckedFilter, words: WordQuery): CheckedFilter {
  return { ...filter, words: filter.words ? { kind: 'and', parts: [filter.words, words] } : words };
}

/** True when no field narrows, so that totals kept ready are the answer. */
export function isUnfiltered(filter: CheckedFilter): boolean {
  return filter.entities.length === 0 && isUnfilteredButEntities(filter);
}

/** True when nothing narrows but the dates, if they do. */
export function narrowsByDatesOnly(filter: CheckedFilter): boolean {
  const { entities, outlets, languages, review, words, articles, copies } = filter;
  return entities.length === 0 && !outlets && !languages && !review && !words && !articles && !copies;
}

/** True when only the entities narrow. */
export function isUnfilteredButEntities(filter: CheckedFilter): boolean {
  const { from, to, isUndated } = filter;
  return (
    from === undefined && to === undefined && !isUndated && narrowsByDatesOnly({ ...filter, entities: [] })
  );
}

/** Whether an article's date lets it in. A coarse date is in when its period overlaps the bounds; undated is 0. */
export function admitsDate(filter: CheckedFilter, date: DateCode): boolean {
  if (filter.isUndated) return date === 0 && filter.from === undefined && filter.to === undefined;
  if (filter.from === undefined && filter.to === undefined) return true;
  if (date === 0) return false;
  return (
    (filter.from === undefined || lastCodeOf(date) >= filter.from) &&
    (filter.to === undefined || date <= filter.to)
  );
}

function boundOf(field: 'from' | 'to', bound: string | undefined): DateCode | undefined {
  if (bound === undefined) return undefined;
  const code = dateCode(bound);
  if (code === undefined)
    throw new RangeError(`${field}: not YYYY, YYYY-MM or YYYY-MM-DD: ${JSON.stringify(bound)}`);
  return code;
}
