import {
  compareCodePoints,
  lastCodeOf,
  lookedFor,
  type ArticleId,
  type CheckedFilter,
  type DateCode,
  type DocumentSort,
  type EntityId,
  type NearTerms,
  type WordQuery,
  type WordTerm,
} from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';
import { noDates } from './dateOverlay.ts';

const nothing: JsonObject = { match_none: {} };

/**
 * The articles that a filter lets in. `namesOf` gives all names of an entity; one that the corpus does not know has none,
 * and lets nothing in.
 */
export function filterQuery(
  filter: CheckedFilter,
  namesOf: (entity: CheckedFilter['entities'][number]) => readonly EntityId[],
  dates = noDates,
): JsonObject {
  const conditions: JsonObject[] = filter.entities.map((entity) => ({ terms: { names: namesOf(entity) } }));
  const dated = dateConditions(filter);
  if (dated.length > 0) conditions.push(dates.within(filter, { bool: { filter: dated } }));
  if (filter.outlets) conditions.push({ terms: { outlet: [...filter.outlets] } });
  if (filter.languages) conditions.push({ terms: { language: [...filter.languages] } });
  if (filter.review) conditions.push(anyOf([...filter.review].map((group) => reviewQuery(group, dates))));
  if (filter.copies) conditions.push({ term: { isCopy: false } });
  if (filter.words) conditions.push(wordsQuery(filter.words));
  if (filter.articles) conditions.push({ terms: { id: [...filter.articles] } });
  return conditions.length === 0 ? { match_all: {} } : { bool: { filter: conditions } };
}

/** The articles that a group of dates to look at is made of. */
export function reviewQuery(group: string, dates = noDates): JsonObject {
  return group === 'sameText' ? { term: { hasSameText: true } } : dates.marked(group);
}

/** The articles that a query of words finds: each word, phrase or NEAR stands in the title or in the text. */
function wordsQuery(query: WordQuery): JsonObject {
  switch (query.kind) {
    case 'term':
      return anyOf(zones.map((field) => termQuery(field, query)));
    case 'near':
      return anyOf(zones.map((field) => nearQuery(field, query)));
    case 'and':
      return { bool: { must: query.parts.map(wordsQuery) } };
    case 'or':
      return anyOf(query.parts.map(wordsQuery));
    case 'not':
      return { bool: { must_not: [wordsQuery(query.part)] } };
  }
}

const zones = ['titleWords', 'bodyWords'];

function termQuery(field: string, { tokens, isPrefix }: WordTerm): JsonObject {
  const [only = ''] = tokens;
  if (tokens.length > 1 && isPrefix) return { intervals: { [field]: intervalsOf({ tokens, isPrefix }) } };
  if (tokens.length > 1) return { match_phrase: { [field]: { query: tokens.join(' ') } } };
  return isPrefix ? { prefix: { [field]: { value: only } } } : { term: { [field]: { value: only } } };
}

/**
 * The server counts the words between all terms together, we those from each term to the last one: of more than two terms it finds
 * a few articles more.
 */
export function nearQuery(field: string, { terms: all, distance }: NearTerms): JsonObject {
  // A term is near itself, but the server wants two places for two of the same.
  const terms = [...new Map(all.map((term) => [JSON.stringify(term), term])).values()];
  if (terms.length === 1) return termQuery(field, terms[0]!);
  const inner = terms.map(({ tokens }) => tokens.length).sort((a, b) => a - b);
  const least = inner.slice(0, -2).reduce((sum, length) => sum + length, 0);
  const intervals = terms.map(intervalsOf);
  return { intervals: { [field]: { all_of: { max_gaps: Math.max(0, distance - least), intervals } } } };
}

/** The stretches in which the words of a term stand in a row. */
function intervalsOf({ tokens, isPrefix }: Pick<WordTerm, 'tokens' | 'isPrefix'>): JsonObject {
  const inRow = (words: readonly string[]): JsonObject => ({
    match: { query: words.join(' '), ordered: true, max_gaps: 0 },
  });
  if (!isPrefix) return inRow(tokens);
  const ending = { prefix: { prefix: tokens.at(-1)! } };
  const before = tokens.slice(0, -1);
  if (before.length === 0) return ending;
  return { all_of: { ordered: true, max_gaps: 0, intervals: [inRow(before), ending] } };
}

/** The articles of a query that some words find, the better the more often the words stand there and the rarer they are. */
export function scoringQuery(words: WordQuery, query: JsonObject): JsonObject {
  const plain = lookedFor(words)
    .flatMap(({ tokens }) => tokens)
    .join(' ');
  const otherForms = {
    multi_match: { query: plain, fields: ['stems.fr', 'stems.en', 'stems.es'], boost: 0.2 },
  };
  return { bool: { must: [wordsQuery(words)], should: [otherForms], filter: [query] } };
}

function anyOf(queries: readonly JsonObject[]): JsonObject {
  if (queries.length === 0) return nothing;
  return queries.length === 1 ? queries[0]! : { bool: { should: queries, minimum_should_match: 1 } };
}

function dateConditions({ from, to, isUndated }: CheckedFilter): JsonObject[] {
  const isBounded = from !== undefined || to !== undefined;
  if (isUndated) return [isBounded ? nothing : { term: { isUndated: 1 } }];
  if (!isBounded) return [];
  return [
    { term: { isUndated: 0 } },
    // A coarse date is in when its period overlaps the bounds.
    ...(from === undefined ? [] : [{ range: { lastDate: { gte: from } } }]),
    ...(to === undefined ? [] : [{ range: { date: { lte: lastCodeOf(to) } } }]),
  ];
}

/** The order of a list of articles: total, so that pages fit together. */
export function sortOf(sort: DocumentSort): readonly JsonObject[] {
  if (sort === 'title') return [{ sortTitle: 'asc' }, { id: 'asc' }];
  return [{ isUndated: 'asc' }, { date: sort === 'date' ? 'asc' : 'desc' }, { id: 'asc' }];
}

/** The place of an article in an order by date, as `sortOf` has it. */
export function placeByDate(id: ArticleId, date: DateCode): readonly (string | number)[] {
  return [date === 0 ? 1 : 0, date, id];
}

/** Which of two places by date is first. */
export function compareByDate(sort: 'date' | 'dateDescending', a: Sorted, b: Sorted): number {
  const [undatedA, dateA, idA] = a as [number, number, string];
  const [undatedB, dateB, idB] = b as [number, number, string];
  const byDate = sort === 'date' ? dateA - dateB : dateB - dateA;
  return undatedA - undatedB || byDate || compareCodePoints(idA, idB);
}

type Sorted = readonly (string | number)[];
