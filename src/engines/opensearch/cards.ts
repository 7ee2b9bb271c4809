import {
  byBucketRank,
  byFactRank,
  bySurfaceFrequency,
  dateOfCode,
  distinctFacts,
  distinctJoins,
  factCandidates,
  foldText,
  type CheckedFilter,
  type EntityCard,
  type EntityId,
  type EntityRow,
  type RankedFact,
} from '../../core/index.ts';
import { entityField, splitValue, type ArticleDocument } from './articleDocument.ts';
import type { JsonObject } from './cluster.ts';
import type { Bucket } from './corpusStore.ts';
import { datedAggs, readDated } from './datedCounts.ts';
import type { EntityDocument } from './entityDocuments.ts';
import { byRank, countOverlaid } from './entityOverlay.ts';
import { entityCounts, mentionsOf } from './facets.ts';
import { beginningsOf } from './namePatterns.ts';
import { queryOf, type Reading } from './reading.ts';

/** Companions a card names. */
const companionLimit = 5;
const slack = 50;

/** The card of an entity among the articles that a filter with this entity lets in. */
export async function entityCard(
  reading: Reading,
  entity: EntityDocument,
  filter: CheckedFilter,
): Promise<Omit<EntityCard, 'generation'>> {
  const query = await queryOf(reading, filter);
  const overlay = await reading.entities.overlay();
  const overlaid = await countOverlaid(reading.store, query, overlay.of('ORG'));
  const joins = beginningsOf(entity.names).map(
    (include, i) => [`joins ${i}`, { terms: { field: 'joins', size: 1000, include } }] as const,
  );
  const [{ hits, aggregations }, mentions, facts] = await Promise.all([
    reading.store.search('articles', {
      size: 0,
      track_total_hits: true,
      query,
      aggs: {
        ...datedAggs(reading.dates, 'year'),
        companions: {
          terms: {
            field: entityField('ORG'),
            size: companionLimit + 1 + slack,
            ...(overlay.replaced.length > 0 && { exclude: overlay.replaced }),
          },
        },
        ...Object.fromEntries(joins),
      },
    }),
    mentionsOf(reading, query, entity.names),
    factsOf(reading, entity, query),
  ]);
  const found = aggregations!;
  const { periods, undated, first, last } = readDated(found, 'year');
  const aliases = [...entity.surfaces].sort(bySurfaceFrequency).map(({ text }) => text);
  const counted = [...(found['companions']!.buckets as readonly Bucket[]), ...overlaid];
  const others = counted.filter(({ key }) => key !== entity.id);
  const companions = (await entityCounts(reading, query, others)).sort(byBucketRank);
  const joined = joins
    .flatMap(([of]) => found[of]!.buckets as readonly Bucket[])
    .map(({ key, doc_count }) => [splitValue(key)[1]!, doc_count] as const);
  return {
    id: entity.id,
    type: entity.type,
    name: entity.label,
    ...(entity.isCurated && { isCurated: true }),
    ...(entity.list === 'unsure' && { isUnsure: true }),
    aliases: aliases.filter((alias) => alias !== entity.label),
    joins: distinctJoins(summed(joined)),
    articles: hits.total!.value,
    mentions: [...mentions.values()].reduce((sum, n) => sum + n, 0),
    undatedArticles: undated.articles,
    ...(first !== undefined && { first: dateOfCode(first) }),
    ...(last !== undefined && { last: dateOfCode(last) }),
    years: periods.map(({ period, articles }) => ({ year: period, articles })),
    facts,
    companions: companions
      .slice(0, companionLimit)
      .map(({ value, label, articles }) => ({ id: value, name: label, articles })),
  };
}

function summed(values: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [value, n] of values) sums.set(value, (sums.get(value) ?? 0) + n);
  return sums;
}

async function factsOf(
  reading: Reading,
  entity: EntityDocument,
  query: JsonObject,
): Promise<EntityCard['facts']> {
  const { hits } = await reading.store.search<Pick<ArticleDocument, 'row' | 'content'>>('articles', {
    size: factCandidates,
    track_total_hits: false,
    query: { bool: { filter: [query, { terms: { factNames: entity.names } }] } },
    sort: [{ factScore: 'desc' }, { date: 'desc' }, { id: 'asc' }],
    _source: ['row', 'content'],
  });
  const names = new Set(entity.names);
  const found = hits.hits.flatMap(({ _source: { row, content } }) =>
    content.facts
      .filter(({ name }) => names.has(name))
      .map((fact) => ({ row: reading.dates.row(row), content, fact })),
  );
  const overlay = await reading.entities.overlay();
  const entityOf = ({ content, fact }: (typeof found)[number]): EntityId | undefined => {
    const at = fact.other === undefined ? -1 : content.names.indexOf(fact.other);
    if (at >= 0) return overlay.entitiesIn(content)[at];
    return fact.other !== undefined && overlay.has(fact.other) ? overlay.named(fact.other)?.id : fact.other;
  };
  const others = await reading.entities.withIds(found.flatMap((each) => entityOf(each) ?? []));
  const ranked = found.map((each): RankedFact => {
    const { row, fact } = each;
    const other = others.get(entityOf(each) ?? '');
    const { kind, value, start, end, score } = fact;
    return {
      score,
      fact: {
        kind,
        value,
        // What an acronym and its long form say of each other says nothing of the entity they are.
        ...(other && other.id !== entity.id && { other: { id: other.id, name: other.label } }),
        article: row.id,
        articleTitle: row.title,
        ...(row.date !== undefined && { date: row.date }),
        start,
        end,
      },
    };
  });
  return distinctFacts(ranked.sort(byFactRank));
}

/** Entities one of whose names has words that begin so, most articles first. */
export async function suggestEntities(
  { store, entities }: Reading,
  prefix: string,
  limit: number,
): Promise<EntityRow[]> {
  const wanted = foldText(prefix);
  if (wanted === '' || limit < 1) return [];
  const isOneWord = !wanted.includes(' ');
  const overlay = await entities.overlay();
  const { hits } = await store.search<EntityDocument>('entities', {
    size: limit,
    track_total_hits: false,
    query: {
      bool: {
        must: [
          isOneWord
            ? { prefix: { words: { value: wanted } } }
            : { match_phrase_prefix: { words: { query: wanted, max_expansions: 500 } } },
        ],
        must_not: [{ terms: { id: overlay.replaced } }],
      },
    },
    sort: [{ articles: 'desc' }, { mentions: 'desc' }, { label: 'asc' }, { id: 'asc' }],
    _source: ['id', 'type', 'list', 'label', 'articles', 'mentions', 'isCurated'],
  });
  const own = overlay.entities.filter(({ words }) => words.some((word) => ` ${word}`.includes(` ${wanted}`)));
  const found = [...hits.hits.map(({ _source }) => _source), ...own].sort(byRank).slice(0, limit);
  return found.map(({ id, type, list, label, articles, mentions, isCurated }) => ({
    id,
    type,
    name: label,
    ...(isCurated && { isCurated: true }),
    ...(list === 'unsure' && { isUnsure: true }),
    articles,
    mentions,
  }));
}
