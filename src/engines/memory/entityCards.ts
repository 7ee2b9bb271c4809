import {
  byBucketRank,
  byEntityRank,
  bySurfaceFrequency,
  distinctFacts,
  distinctJoins,
  foldText,
  type EntityCard,
  type EntityRow,
} from '../../core/index.ts';
import type { CorpusState, KnownEntity, StateArticle } from './corpusState.ts';
import { countJoins, factsOf } from './entityFacts.ts';
import { countEntities } from './facets.ts';
import { countPeriods } from './histograms.ts';

/** Companions a card names. */
const companionLimit = 5;

/** What some articles, each of which names the entity, say of it; the whole corpus says why its names were joined. */
export function entityCard(
  state: CorpusState,
  entity: KnownEntity,
  articles: readonly StateArticle[],
): Omit<EntityCard, 'generation'> {
  const dates = articles.flatMap(({ contribution }) => contribution.row.date ?? []).sort();
  const companions = countEntities(state, articles, 'ORG').filter(({ value }) => value !== entity.id);
  return {
    ...entityRow(entity, articles),
    aliases: aliasesOf(entity),
    joins: distinctJoins(countJoins(state.articles, entity.nameIds)),
    undatedArticles: articles.length - dates.length,
    ...(dates.length > 0 && { first: dates[0]!, last: dates.at(-1)! }),
    years: countPeriods(articles, 'year').map(({ period, articles: count }) => ({
      year: period,
      articles: count,
    })),
    facts: distinctFacts(factsOf(state, entity, articles)),
    companions: companions
      .sort(byBucketRank)
      .slice(0, companionLimit)
      .map(({ value, label, articles: count }) => ({ id: value, name: label, articles: count })),
  };
}

/** Spellings other than the name it goes by, most frequent first. */
export function aliasesOf({ name, surfaces }: KnownEntity): string[] {
  const spellings = [...surfaces].sort(bySurfaceFrequency).map(({ text }) => text);
  return spellings.filter((text) => text !== name);
}

/** Entities one of whose names has a word that begins so, and most of a corpus first. */
export function suggestEntities({ articles, entities }: CorpusState, prefix: string): EntityRow[] {
  const wanted = foldText(prefix);
  if (wanted === '') return [];
  const isMeant = ({ keys, surfaces }: KnownEntity): boolean =>
    [...keys, ...surfaces.map(({ text }) => text)].some((name) =>
      ` ${foldText(name)}`.includes(` ${wanted}`),
    );
  return [...entities.values()]
    .filter(isMeant)
    .map((entity) => entityRow(entity, articles))
    .sort(byEntityRank);
}

/** An entity with its mentions in some articles. */
function entityRow(
  { id, type, name, isCurated, list }: KnownEntity,
  articles: readonly StateArticle[],
): EntityRow {
  const counts = articles.map(({ mentions }) => mentions.filter(({ entity }) => entity === id).length);
  return {
    id,
    type,
    name,
    ...(isCurated && { isCurated: true }),
    ...(list === 'unsure' && { isUnsure: true }),
    articles: counts.filter((count) => count > 0).length,
    mentions: counts.reduce((sum, count) => sum + count, 0),
  };
}
