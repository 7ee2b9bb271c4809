import type { ArticleId, CorpusIndex, Dossier, EntityId, Filter, KnownPlace } from '../../core/index.ts';
import { articlePlaces } from '../articlePlaces.ts';

export interface DossierOrder {
  readonly index: CorpusIndex;
  readonly readText: (id: ArticleId, place?: KnownPlace) => Promise<string | undefined>;
  readonly entity: EntityId;
  readonly filter: Filter;
  /** For the head of the document. */
  readonly corpus: string;
  readonly filterText: string;
}

/** What a reader looks through; the rest is counted. */
const mostLines = 40;
const mostSources = 300;
const mostCompanions = 12;

/** Gathers what the corpus knows of an entity; undefined when no article that the filter lets in names it. */
export async function readDossier(order: DossierOrder): Promise<Dossier | undefined> {
  const { index, readText, entity, filter } = order;
  const card = await index.entity(entity, filter);
  if (card === undefined || card.articles === 0) return undefined;
  const places = articlePlaces(index, readText);
  const naming: Filter = {
    ...filter,
    entities: [...(filter.entities ?? []).filter((id) => id !== card.id), card.id],
  };
  const kwic = await index.kwic({ entity: card.id }, filter, { limit: mostLines });
  const articles = await index.documents(naming, 'date', { limit: mostSources });
  const pairs = await index.cooccurrence(
    filter,
    { entity: card.id, unit: 'sentence', measure: 'logLikelihood', types: ['ORG'], minimum: 2 },
    { limit: mostCompanions },
  );
  const facts: Dossier['facts'][number][] = [];
  for (const fact of card.facts) {
    const quote = await places.quote(fact.article, fact);
    const line = await places.line(fact.article, fact.start);
    facts.push({ fact, line, ...(quote !== undefined && { quote }) });
  }
  const lines: Dossier['lines'][number][] = [];
  for (const { article, left, keyword, right, start, end } of kwic.items)
    lines.push({
      article,
      left,
      keyword,
      right,
      span: { start, end },
      line: await places.line(article.id, start),
    });
  const sources: Dossier['sources'][number][] = [];
  for (const article of articles.items)
    sources.push({ article, line: await places.line(article.id, article.firstMention?.start ?? 0) });
  return {
    card,
    corpus: order.corpus,
    filter: order.filterText,
    facts,
    lines,
    companions: pairs.items.map(({ second, together, articles: count }) => ({
      name: second.name,
      sentences: together,
      articles: count,
    })),
    sources,
  };
}
