import {
  createPositions,
  firstFullName,
  fullNameArticles,
  type CorpusIndex,
  type EntityCard,
  type EntityDefinition,
  type EntityId,
} from '../../core/index.ts';
import { articleOf, rowOf } from './documents.ts';
import type { Reading } from './reading.ts';

/** Mentions that are looked at for one with the full name. */
const mostMentions = 500;

/** The place that says best what an entity is, by its card and its mentions; `undefined` when no article names it. */
export async function entityDefinition(
  reading: Reading,
  index: Pick<CorpusIndex, 'entity' | 'kwic'>,
  id: EntityId,
): Promise<EntityDefinition | undefined> {
  const card = await index.entity(id);
  if (!card) return undefined;
  const about = { entity: id, aliases: card.aliases };
  const place = (await bestSentence(reading, card)) ?? (await firstMention(index, card));
  return place && { ...about, ...place };
}

type Place = Omit<EntityDefinition, 'entity' | 'aliases'>;

async function bestSentence(reading: Reading, { facts }: EntityCard): Promise<Place | undefined> {
  const [fact] = facts;
  const found = fact && (await articleOf(reading, fact.article, ['row', 'versions', 'text']));
  if (!fact || !found) return undefined;
  const { start, end } = fact;
  const at = createPositions(found.text);
  return { article: rowOf(reading, found), isSentence: true, start, end, from: at(start), to: at(end) };
}

async function firstMention(
  index: Pick<CorpusIndex, 'kwic'>,
  { id, name }: EntityCard,
): Promise<Place | undefined> {
  const { items } = await index.kwic({ entity: id }, {}, { limit: mostMentions });
  const first = new Set([...new Set(items.map(({ article }) => article.id))].slice(0, fullNameArticles));
  const mentions = items
    .filter(({ article }) => first.has(article.id))
    .map((line) => ({ ...line, surface: line.keyword }));
  const best = firstFullName(mentions, name);
  if (!best) return undefined;
  const { article, start, end, from, to } = best;
  return { article, isSentence: false, start, end, from, to };
}
