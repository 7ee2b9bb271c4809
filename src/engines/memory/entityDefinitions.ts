import {
  checkFilter,
  createPositions,
  firstFullName,
  fullNameArticles,
  type EntityDefinition,
  type EntityId,
} from '../../core/index.ts';
import { rowOf } from './articleRows.ts';
import { entityNamed, type CorpusState, type KnownEntity, type StateArticle } from './corpusState.ts';
import { aliasesOf } from './entityCards.ts';
import { factsOf } from './entityFacts.ts';
import { matchingByDate } from './matchingArticles.ts';

/** The best sentence on an entity, else the first place that names it in full; undefined when there is neither. */
export function definitionOf(state: CorpusState, id: EntityId): EntityDefinition | undefined {
  const entity = entityNamed(state, id);
  if (!entity) return undefined;
  const articles = matchingByDate(state, checkFilter({ entities: [entity.id] }), 'date');
  const [best] = factsOf(state, entity, articles);
  const sentence = best && {
    ...best.fact,
    article: articles.find(({ contribution }) => contribution.row.id === best.fact.article)!,
  };
  const place =
    sentence ?? firstFullName(mentionsIn(articles.slice(0, fullNameArticles), entity), entity.name);
  if (!place) return undefined;
  const { article, start, end } = place;
  const at = createPositions(article.analysis.text);
  return {
    entity: id,
    aliases: aliasesOf(entity),
    article: rowOf(state, article),
    isSentence: sentence !== undefined,
    start,
    end,
    from: at(start),
    to: at(end),
  };
}

function mentionsIn(articles: readonly StateArticle[], { id }: KnownEntity) {
  return articles.flatMap((article) =>
    article.mentions
      .filter(({ entity }) => entity === id)
      .map(({ start, end }) => ({ article, start, end, surface: article.analysis.text.slice(start, end) })),
  );
}
