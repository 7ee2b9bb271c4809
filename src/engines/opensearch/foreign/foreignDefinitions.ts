import {
  checkFilter,
  createPositions,
  firstFullName,
  fullNameArticles,
  type EntityDefinition,
  type EntityId,
} from '../../../core/index.ts';
import { textsAtOnce } from './foreignArticles.ts';
import { aliasesOf, knownName } from './foreignNames.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** The first place that names an entity in full: such a server knows of no sentences that say what one is. */
export async function definitionOf(
  reading: ForeignReading,
  id: EntityId,
): Promise<EntityDefinition | undefined> {
  const { articles: source, names } = reading;
  const name = await knownName(names, id);
  if (!name) return undefined;
  const query = await queryOf(reading, checkFilter({ entities: [id] }));
  const size = Math.min(fullNameArticles, textsAtOnce);
  const { articles } = await source.read(query, 'date', size, { withText: true });
  const places = await names.places(articles);
  const mentions = articles.flatMap(({ row, text = '' }) =>
    (places.get(row.id) ?? [])
      .filter(({ entity }) => entity === name.id)
      .map(({ start, end }) => ({ row, text, start, end, surface: text.slice(start, end) })),
  );
  const best = firstFullName(mentions, name.label);
  if (!best) return undefined;
  const { row, text, start, end } = best;
  const at = createPositions(text);
  return {
    entity: id,
    aliases: aliasesOf(name),
    article: row,
    isSentence: false,
    start,
    end,
    from: at(start),
    to: at(end),
  };
}
