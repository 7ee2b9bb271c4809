import type { FacetBucket, HistogramStep, SourceSummary } from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import type { Bucket } from '../corpusStore.ts';
import type { ForeignArticles } from './foreignArticles.ts';

const mostValues = 10_000;
const formats: Readonly<Record<HistogramStep, string>> = {
  year: 'yyyy',
  month: 'yyyy-MM',
  day: 'yyyy-MM-dd',
};

/** Articles by period. What is known only by its year or month counts to the first day there. */
export async function countPeriods(
  articles: ForeignArticles,
  query: JsonObject,
  step: HistogramStep,
): Promise<{ periods: { period: string; articles: number }[]; undated: number }> {
  const { dateField } = articles;
  const { aggregations } = await articles.search({
    size: 0,
    track_total_hits: false,
    query,
    aggs: {
      dated: { filter: articles.isDated },
      ...(dateField !== undefined && {
        periods: {
          date_histogram: {
            field: dateField,
            calendar_interval: step,
            format: formats[step],
            min_doc_count: 1,
          },
        },
      }),
      all: { filter: { match_all: {} } },
    },
  });
  const buckets = (aggregations!['periods']?.buckets ?? []) as unknown as readonly (Bucket & {
    readonly key_as_string: string;
  })[];
  return {
    periods: buckets.map(({ key_as_string, doc_count }) => ({ period: key_as_string, articles: doc_count })),
    undated: (aggregations!['all']!.doc_count ?? 0) - (aggregations!['dated']!.doc_count ?? 0),
  };
}

/** How many articles a query lets in, and from when to when they are. */
export async function datesOf(
  articles: ForeignArticles,
  query: JsonObject,
): Promise<{ total: number; undated: number; first?: string; last?: string }> {
  const { dateField } = articles;
  const of = (kind: 'min' | 'max') => ({ [kind]: { field: dateField, format: formats.day } });
  const { hits, aggregations } = await articles.search({
    size: 0,
    track_total_hits: true,
    query,
    aggs: {
      dated: { filter: articles.isDated },
      ...(dateField !== undefined && { first: of('min'), last: of('max') }),
    },
  });
  const total = hits.total!.value;
  const dated = aggregations!['dated']!.doc_count ?? 0;
  const [first, last] = ['first', 'last'].map(
    (name) => (aggregations![name] as { value_as_string?: string } | undefined)?.value_as_string,
  );
  return {
    total,
    undated: total - dated,
    ...(dated > 0 && first !== undefined && { first }),
    ...(dated > 0 && last !== undefined && { last }),
  };
}

/** Articles by the values of a field, `''` for those without one; all without one where there is no such field. */
export async function countValues(
  articles: ForeignArticles,
  query: JsonObject,
  field: string | undefined,
): Promise<FacetBucket[]> {
  const { hits, aggregations } = await articles.search({
    size: 0,
    track_total_hits: true,
    query,
    ...(field !== undefined && {
      aggs: { values: { terms: { field, size: mostValues } }, none: { missing: { field } } },
    }),
  });
  const without = field === undefined ? hits.total!.value : (aggregations!['none']!.doc_count ?? 0);
  const buckets = (aggregations?.['values']?.buckets ?? []) as readonly Bucket[];
  return [
    ...buckets.map(({ key, doc_count }) => ({ value: key, label: key, articles: doc_count })),
    ...(without > 0 ? [{ value: '', label: '', articles: without }] : []),
  ];
}

/** What kinds of files the articles were. */
export async function countFormats(articles: ForeignArticles): Promise<SourceSummary['formats']> {
  const kinds = await countValues(articles, articles.within(), articles.fields.format);
  return kinds
    .filter(({ value }) => value !== '')
    .map(({ value, articles: count }) => ({ extension: value, files: count, articles: count }));
}
