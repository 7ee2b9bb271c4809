import {
  entityId,
  findTerm,
  foldText,
  nameKey,
  searchTokens,
  type EntityType,
  type MentionRange,
} from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import type { Bucket } from '../corpusStore.ts';
import type { ForeignArticle, ForeignArticles } from './foreignArticles.ts';
import {
  apart,
  type CountedNames,
  type ForeignName,
  type NameSource,
  type NameWish,
} from './foreignNames.ts';
import { valuesAt } from './foreignSearch.ts';

const fields: Readonly<Record<EntityType, string>> = {
  ORG: 'properties.companiesMentioned',
  PER: 'properties.peopleMentioned',
  LOC: 'properties.locationMentioned',
};
/** Names of a type that are looked through for one that is spelt otherwise. */
const mostNames = 5000;

/**
 * OpenAleph keeps with a document the names that it detected in it, each once and without a place: where they stand is found in the
 * text, and every article counts for one mention.
 */
export class OpenalephNames implements NameSource {
  private readonly articles: ForeignArticles;

  constructor(articles: ForeignArticles) {
    this.articles = articles;
  }

  condition(type: EntityType, key: string): JsonObject {
    return { term: { [fields[type]]: key } };
  }

  async count(
    type: EntityType,
    articles: JsonObject | undefined,
    size: number,
    wish?: NameWish,
  ): Promise<CountedNames> {
    const field = fields[type];
    if (!this.articles.place.fields.has(field)) return { names: [], total: 0, isApproximate: false };
    const query = articles ?? this.articles.within();
    const { aggregations } = await this.articles.search({
      size: 0,
      track_total_hits: false,
      query,
      aggs: {
        names: { terms: { field, size: wish ? mostNames : size } },
        total: { cardinality: { field, precision_threshold: 40_000 } },
      },
    });
    const { buckets, sum_other_doc_count, doc_count_error_upper_bound } = aggregations!['names']!;
    const all = (buckets as readonly Bucket[]).map(nameOf);
    const isAll = (sum_other_doc_count ?? 0) === 0;
    const isApproximate = !isAll && (doc_count_error_upper_bound ?? 0) !== 0;
    if (wish === undefined) {
      const total = isAll ? all.length : Math.max(all.length, aggregations!['total']?.value ?? 0);
      return { names: all, total, isApproximate };
    }
    const names =
      'key' in wish ? named(all, type, wish.key) : all.filter((name) => beginsSo(name, wish.prefix));
    return { names: names.slice(0, size), total: names.length, isApproximate };
  }

  async mentionsIn(
    type: EntityType,
    key: string,
    queries: readonly JsonObject[],
  ): Promise<readonly number[]> {
    if (queries.length === 0) return [];
    const filters = Object.fromEntries(queries.map((query, i) => [String(i), query]));
    const { aggregations } = await this.articles.search({
      size: 0,
      track_total_hits: false,
      query: this.articles.within(this.condition(type, key)),
      aggs: { parts: { filters: { filters } } },
    });
    const parts = aggregations!['parts']!.buckets as Readonly<Record<string, { doc_count: number }>>;
    return queries.map((_, i) => parts[String(i)]!.doc_count);
  }

  places(articles: readonly ForeignArticle[]): Promise<ReadonlyMap<string, readonly MentionRange[]>> {
    return Promise.resolve(
      new Map(
        articles.flatMap((article) =>
          article.text === undefined ? [] : [[article.row.id, placesIn(article)]],
        ),
      ),
    );
  }
}

function nameOf({ key, doc_count }: Bucket): ForeignName {
  return { key, label: key, articles: doc_count, mentions: doc_count, surfaces: [key] };
}

/** The name itself; else the most frequent one that a reader takes for the same. */
function named(all: readonly ForeignName[], type: EntityType, key: string): readonly ForeignName[] {
  const own = all.find((name) => name.key === key);
  const same = own ?? all.find((name) => nameKey(name.key, type) === key);
  return same ? [same] : [];
}

function beginsSo({ key }: ForeignName, prefix: string): boolean {
  return ` ${foldText(key)}`.includes(` ${prefix}`);
}

function placesIn({ text = '', source }: ForeignArticle): MentionRange[] {
  const tokens = searchTokens(text);
  const types = Object.keys(fields) as EntityType[];
  const ranges = types.flatMap((type) =>
    valuesAt(source, fields[type]).flatMap((key): MentionRange[] => {
      const words = searchTokens(key).map(({ folded }) => folded);
      if (words.length === 0) return [];
      const found = findTerm(tokens, { kind: 'term', tokens: words, isPrefix: false });
      return found.map(([first, last]) => ({
        start: tokens[first]!.start,
        end: tokens[last]!.end,
        entity: entityId(type, key),
      }));
    }),
  );
  return apart(ranges);
}
