import { entityId, foldText, type EntityType, type MentionRange } from '../../../core/index.ts';
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
import { valuesAt, type ForeignHit } from './foreignSearch.ts';

/** What Datashare calls our types. */
const categories: Readonly<Record<EntityType, string>> = {
  ORG: 'ORGANIZATION',
  PER: 'PERSON',
  LOC: 'LOCATION',
};
/** As many as a server gives in one answer. */
const mostNames = 10_000;

type NameBucket = Bucket & {
  readonly articles: { readonly value: number };
  readonly mentions: { readonly value: number };
  readonly written: { readonly hits: { readonly hits: readonly ForeignHit[] } };
};

/**
 * Datashare keeps a child of a document for each name and each program that looked for names: its mention, its `mentionNorm` by
 * which it is counted, and the places where it stands. Hidden ones are none.
 */
export class DatashareNames implements NameSource {
  private readonly articles: ForeignArticles;

  constructor(articles: ForeignArticles) {
    this.articles = articles;
  }

  condition(type: EntityType, key: string): JsonObject {
    const query = { bool: { filter: [{ term: { mentionNorm: key } }, ofType(type)], must_not: [isHidden] } };
    return { has_child: { type: 'NamedEntity', query } };
  }

  async count(
    type: EntityType,
    articles: JsonObject | undefined,
    size: number,
    wish?: NameWish,
  ): Promise<CountedNames> {
    const isOne = wish && 'key' in wish;
    const include = wish && 'prefix' in wish ? beginningsOf(wish.prefix) : undefined;
    const { aggregations } = await this.articles.search({
      size: 0,
      track_total_hits: false,
      query: namesQuery([ofType(type), ...(isOne ? [{ term: { mentionNorm: wish.key } }] : [])], articles),
      aggs: {
        names: {
          terms: { field: 'mentionNorm', size, ...(include !== undefined && { include }) },
          aggs: {
            articles: { cardinality: { field: 'documentId', precision_threshold: isOne ? 40_000 : 3000 } },
            mentions: { value_count: { field: 'offsets' } },
            written: { top_hits: { size: isOne ? 100 : 1, _source: ['mention'] } },
          },
        },
        ...(wish === undefined && {
          total: { cardinality: { field: 'mentionNorm', precision_threshold: 40_000 } },
        }),
      },
    });
    const { buckets, sum_other_doc_count, doc_count_error_upper_bound } = aggregations!['names']!;
    const names = (buckets as unknown as readonly NameBucket[]).map(nameOf);
    const isAll = (sum_other_doc_count ?? 0) === 0;
    return {
      names,
      total: isAll ? names.length : Math.max(names.length, aggregations!['total']?.value ?? 0),
      isApproximate: !isAll && (doc_count_error_upper_bound ?? 0) !== 0,
    };
  }

  async mentionsIn(
    type: EntityType,
    key: string,
    queries: readonly JsonObject[],
  ): Promise<readonly number[]> {
    if (queries.length === 0) return [];
    const filters = Object.fromEntries(queries.map((query, i) => [String(i), childrenOf(query)]));
    const { aggregations } = await this.articles.search({
      size: 0,
      track_total_hits: false,
      query: namesQuery([ofType(type), { term: { mentionNorm: key } }]),
      aggs: { parts: { filters: { filters }, aggs: { mentions: { value_count: { field: 'offsets' } } } } },
    });
    const parts = aggregations!['parts']!.buckets as unknown as Readonly<
      Record<string, { mentions: { value: number } }>
    >;
    return queries.map((_, i) => parts[String(i)]!.mentions.value);
  }

  async places(articles: readonly ForeignArticle[]): Promise<ReadonlyMap<string, readonly MentionRange[]>> {
    const texts = new Map(articles.flatMap(({ row, text }) => (text === undefined ? [] : [[row.id, text]])));
    const found = new Map<string, MentionRange[]>();
    if (texts.size === 0) return found;
    for (const { _source: source } of await this.namesIn([...texts.keys()])) {
      const [mention = '', key = '', category = '', article = ''] = [
        'mention',
        'mentionNorm',
        'category',
        'documentId',
      ].flatMap((field) => valuesAt(source, field).slice(0, 1));
      const type = typeOf(category);
      const text = texts.get(article);
      if (type === undefined || text === undefined) continue;
      const offsets = [source?.['offsets'] ?? []].flat() as unknown[] as number[];
      const own = offsets.map((start) => ({
        start,
        end: start + mention.length,
        entity: entityId(type, key),
      }));
      // Where other words stand, the document was read anew since its names were looked for.
      const true_ = own.filter(({ start, end }) => foldText(text.slice(start, end)) === foldText(mention));
      found.set(article, [...(found.get(article) ?? []), ...true_]);
    }
    return new Map([...found].map(([article, ranges]) => [article, apart(ranges)]));
  }

  /** The names of some documents; where there are more than one answer holds, of half of the documents at a time. */
  private async namesIn(documents: readonly string[]): Promise<readonly ForeignHit[]> {
    const { hits } = await this.articles.search({
      size: mostNames,
      track_total_hits: false,
      query: namesQuery([
        { terms: { documentId: documents } },
        { terms: { category: Object.values(categories) } },
      ]),
      _source: ['mention', 'mentionNorm', 'category', 'offsets', 'documentId'],
    });
    // Of a single document, a book of ten thousand names, those have to do.
    if (hits.hits.length < mostNames || documents.length === 1) return hits.hits;
    const middle = Math.ceil(documents.length / 2);
    return [
      ...(await this.namesIn(documents.slice(0, middle))),
      ...(await this.namesIn(documents.slice(middle))),
    ];
  }
}

const isHidden = { term: { isHidden: true } };

const ofType = (type: EntityType): JsonObject => ({ term: { category: categories[type] } });

const childrenOf = (articles: JsonObject): JsonObject => ({
  has_parent: { parent_type: 'Document', query: articles },
});

function typeOf(category: string): EntityType | undefined {
  return (Object.keys(categories) as EntityType[]).find((type) => categories[type] === category);
}

function namesQuery(conditions: readonly JsonObject[], articles?: JsonObject): JsonObject {
  const filter = [
    { term: { type: 'NamedEntity' } },
    ...conditions,
    ...(articles ? [childrenOf(articles)] : []),
  ];
  return { bool: { filter, must_not: [isHidden] } };
}

function nameOf({ key, articles, mentions, written }: NameBucket): ForeignName {
  const counts = new Map<string, number>();
  for (const mention of written.hits.hits.flatMap(({ _source }) => valuesAt(_source, 'mention')))
    counts.set(mention, (counts.get(mention) ?? 0) + 1);
  const surfaces = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([text]) => text);
  return { key, label: surfaces[0] ?? key, articles: articles.value, mentions: mentions.value, surfaces };
}

/** A pattern of the server for names of which a word begins so. */
function beginningsOf(prefix: string): string {
  const quoted = prefix.replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/g, '\\$&').replaceAll(' ', '[^a-z0-9]+');
  return `(.*[^a-z0-9])?${quoted}.*`;
}
