import type { ArticleAnalysis, EntityCard } from '../../core/index.ts';

/**
 * What one document alone says of an entity, for a name the index does not know: a card that counts no article.
 * `entity` is an index into `analysis.linked.entities`; undefined when there is none.
 */
export function cardOfDocument(analysis: ArticleAnalysis, entity: number): EntityCard | undefined {
  const { entities, mentions, facts } = analysis.linked;
  const named = entities[entity];
  if (named === undefined) return undefined;
  const { title, titleFallback, date } = analysis.metadata;
  const idOf = (i: number): string => `${entities[i]!.type}:${entities[i]!.key}`;
  return {
    id: idOf(entity),
    type: named.type,
    name: named.name,
    ...(named.isCurated && { isCurated: true }),
    aliases: named.surfaces.filter((surface) => surface !== named.name),
    joins: named.joins,
    articles: 0,
    mentions: mentions.filter((mention) => mention.entity === entity).length,
    undatedArticles: 0,
    years: [],
    facts: facts
      .filter((fact) => fact.entity === entity)
      .sort((a, b) => b.score - a.score)
      .map(({ kind, value, other, start, end }) => ({
        kind,
        value,
        ...(other !== undefined &&
          entities[other] && { other: { id: idOf(other), name: entities[other].name } }),
        article: analysis.id,
        articleTitle: title?.value ?? titleFallback ?? '',
        ...(date && { date: date.value }),
        start,
        end,
      })),
    companions: [],
    generation: 0,
  };
}
