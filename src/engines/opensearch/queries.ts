import type { CheckedFilter, DocumentSort, EntityId, WordTerm } from '../../core/index.ts';
import { lastCodeOf } from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';

const nothing: JsonObject = { match_none: {} };

/**
 * The articles that a filter lets in. `namesOf` gives all names of an entity; one that the corpus does not know has none,
 * and lets nothing in.
 */
export function filterQuery(
  filter: CheckedFilter,
  namesOf: (entity: CheckedFilter['entities'][number]) => readonly EntityId[],
): JsonObject {
  const conditions: JsonObject[] = filter.entities.map((entity) => ({ terms: { names: namesOf(entity) } }));
  conditions.push(...dateConditions(filter));
  if (filter.outlets) conditions.push({ terms: { outlet: [...filter.outlets] } });
  if (filter.languages) conditions.push({ terms: { language: [...filter.languages] } });
  if (filter.review) conditions.push(anyOf([...filter.review].map(reviewQuery)));
  if (filter.copies) conditions.push({ term: { isCopy: false } });
  conditions.push(...filter.words.map(wordQuery));
  return conditions.length === 0 ? { match_all: {} } : { bool: { filter: conditions } };
}

/** The articles that a group of dates to look at is made of. */
export function reviewQuery(group: string): JsonObject {
  return group === 'sameText' ? { term: { hasSameText: true } } : { term: { marks: group } };
}

/** A term stands in the title or in the text. */
export function wordQuery(term: WordTerm): JsonObject {
  return anyOf(['titleWords', 'bodyWords'].map((field) => termQuery(field, term)));
}

function termQuery(field: string, { tokens, isPrefix }: WordTerm): JsonObject {
  const last = tokens.at(-1)!;
  if (tokens.length === 1)
    return isPrefix ? { prefix: { [field]: { value: last } } } : { term: { [field]: { value: last } } };
  if (!isPrefix) return { match_phrase: { [field]: { query: tokens.join(' ') } } };
  return {
    intervals: {
      [field]: {
        all_of: {
          ordered: true,
          max_gaps: 0,
          intervals: [
            { match: { query: tokens.slice(0, -1).join(' '), ordered: true, max_gaps: 0 } },
            { prefix: { prefix: last } },
          ],
        },
      },
    },
  };
}

/** The articles of a query in which all terms stand, the better the more often and the rarer they are. */
export function scoringQuery(terms: readonly WordTerm[], query: JsonObject): JsonObject {
  const words = terms.flatMap(({ tokens }) => tokens).join(' ');
  const otherForms = {
    multi_match: { query: words, fields: ['stems.fr', 'stems.en', 'stems.es'], boost: 0.2 },
  };
  return { bool: { must: terms.map(wordQuery), should: [otherForms], filter: [query] } };
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
