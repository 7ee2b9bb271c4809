import {
  dateOfCode,
  type CheckedFilter,
  type DateCode,
  type WordQuery,
  type WordTerm,
} from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import { nearQuery } from '../queries.ts';
import type { ForeignArticles } from './foreignArticles.ts';
import type { NameSource } from './foreignNames.ts';

const nothing: JsonObject = { match_none: {} };

/**
 * The articles that a filter lets in. What no such server knows lets nothing in: outlets where it has no field for them, dates to
 * look at. Copies are not known either: every article is the first of its kind. `languages` are all the values of the index.
 */
export function foreignQuery(
  articles: ForeignArticles,
  names: NameSource,
  filter: CheckedFilter,
  languagesOf: (code: string) => readonly string[],
): JsonObject {
  const { fields } = articles;
  const conditions: JsonObject[] = filter.entities.map(({ type, key }) => names.condition(type, key));
  conditions.push(...dateConditions(articles, filter));
  if (filter.outlets) conditions.push(outletCondition(fields.outlet, [...filter.outlets]));
  if (filter.languages)
    conditions.push({ terms: { [fields.language]: [...filter.languages].flatMap(languagesOf) } });
  if (filter.review) conditions.push(nothing);
  if (filter.words) conditions.push(contentQuery(fields.content, filter.words));
  if (filter.articles) conditions.push({ ids: { values: [...filter.articles] } });
  return articles.within(conditions.length === 0 ? undefined : { bool: { filter: conditions } });
}

/** The articles in whose text a query of words is answered, by the server's own notion of a word. */
export function contentQuery(field: string, query: WordQuery): JsonObject {
  switch (query.kind) {
    case 'term':
      return termQuery(field, query);
    case 'near':
      return nearQuery(field, query);
    case 'and':
      return { bool: { must: query.parts.map((part) => contentQuery(field, part)) } };
    case 'or':
      return {
        bool: { should: query.parts.map((part) => contentQuery(field, part)), minimum_should_match: 1 },
      };
    case 'not':
      return { bool: { must_not: [contentQuery(field, query.part)] } };
  }
}

function termQuery(field: string, { tokens, isPrefix }: WordTerm): JsonObject {
  const query = tokens.join(' ');
  return isPrefix
    ? { match_phrase_prefix: { [field]: { query, max_expansions: 500 } } }
    : { match_phrase: { [field]: { query } } };
}

function outletCondition(field: string | undefined, outlets: readonly string[]): JsonObject {
  const unknown = field === undefined ? { match_all: {} } : { bool: { must_not: [{ exists: { field } }] } };
  const named = outlets.filter((outlet) => outlet !== '');
  const should = [
    ...(outlets.includes('') ? [unknown] : []),
    ...(named.length > 0 && field !== undefined ? [{ terms: { [field]: named } }] : []),
  ];
  return should.length === 0 ? nothing : { bool: { should, minimum_should_match: 1 } };
}

function dateConditions(
  { dateField, isDated }: ForeignArticles,
  { from, to, isUndated }: CheckedFilter,
): JsonObject[] {
  const isBounded = from !== undefined || to !== undefined;
  if (isUndated) return [isBounded ? nothing : { bool: { must_not: [isDated] } }];
  if (!isBounded) return [];
  if (dateField === undefined) return [nothing];
  const range = {
    ...(from !== undefined && { gte: firstDayOf(from) }),
    ...(to !== undefined && { lt: dayAfter(to) }),
    format: 'yyyy-MM-dd',
  };
  return [{ range: { [dateField]: range } }];
}

function firstDayOf(code: DateCode): string {
  return `${dateOfCode(code)}-01-01`.slice(0, 10);
}

/** The day after a period; codes of periods go up to month 99 and day 99. */
function dayAfter(code: DateCode): string {
  const [year, month, day] = [Math.floor(code / 10_000), Math.floor(code / 100) % 100, code % 100];
  const next =
    month > 12
      ? Date.UTC(year + 1, 0, 1)
      : day > 31
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1);
  return new Date(next).toISOString().slice(0, 10);
}
