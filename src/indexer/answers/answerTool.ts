import {
  nameKey,
  type ArticleId,
  type CorpusIndex,
  type EntityCard,
  type Filter,
  type KnownPlace,
  type KwicLine,
} from '../../core/index.ts';
import { articlePlaces, type ArticlePlaces } from '../articlePlaces.ts';
import { findOutlet } from '../findOutlet.ts';
import { nearNames } from '../nearNames.ts';
import { dataText, quotesText, type Quote } from './quotes.ts';
import { readToolInput, ToolInputError, type ToolInput } from './toolInput.ts';
import { toolSpecs, type ToolName } from './toolSpecs.ts';

/** What answers are read from. Nothing is written. */
export interface AnswerSource {
  readonly index: CorpusIndex;
  readonly readText: (id: ArticleId, place?: KnownPlace) => Promise<string | undefined>;
}

interface Asked extends ToolInput {
  readonly index: CorpusIndex;
  readonly places: ArticlePlaces;
}

/**
 * Answers a question with quotes and their places. What is wrong with the question is a `ToolInputError`, or the RangeError of the
 * index that names the field.
 */
export async function answerTool(
  { index, readText }: AnswerSource,
  name: string,
  input: unknown,
): Promise<string> {
  const spec = toolSpecs.find((each) => each.name === name);
  if (!spec) throw new ToolInputError(`There is no tool of this name: ${dataText(name)}`);
  const read = readToolInput(input);
  const filter = await withKnownOutlet(index, read.filter);
  return answers[spec.name]({ ...read, filter, index, places: articlePlaces(index, readText) });
}

/** With the outlet as the corpus writes it. */
async function withKnownOutlet(index: CorpusIndex, filter: Filter): Promise<Filter> {
  const [name] = filter.outlets ?? [];
  if (name === undefined) return filter;
  const found = await findOutlet(index, name);
  if ('outlet' in found) return { ...filter, outlets: [found.outlet] };
  const near = found.near.map(dataText);
  const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : '';
  throw new ToolInputError(`No outlet of this corpus is called “${dataText(name)}”.${hint}`);
}

const answers: Readonly<Record<ToolName, (asked: Asked) => Promise<string>>> = {
  corpus_search: search,
  corpus_concordance: concordance,
  corpus_entity: describe,
  corpus_together: together,
};

async function search({ index, places, query, filter, limit }: Asked): Promise<string> {
  if (query === undefined) throw new ToolInputError('query is missing.');
  const page = await index.search(query, filter, { limit });
  const quotes: Quote[] = [];
  for (const { article, snippets } of page.items) {
    const [first] = snippets;
    const line = await places.line(article.id, first?.start ?? 0);
    quotes.push({ article, line, text: first?.text ?? article.title });
  }
  return quotesText(`Articles with ${query}, best first.`, quotes, page.total, page.isApproximate);
}

async function concordance({ index, places, query, entity, filter, limit }: Asked): Promise<string> {
  if ((query === undefined) === (entity === undefined))
    throw new ToolInputError('Give either entity or query.');
  const card = entity === undefined ? undefined : await find(index, entity);
  const sought = card ? { entity: card.id } : { words: query ?? '' };
  const page = await index.kwic(sought, filter, { limit });
  return quotesText(
    `Places of ${card?.name ?? query ?? ''}, by date.`,
    await placesOf(page.items, places),
    page.total,
    page.isApproximate,
  );
}

async function placesOf(lines: readonly KwicLine[], places: ArticlePlaces): Promise<Quote[]> {
  const quotes: Quote[] = [];
  for (const { article, left, keyword, right, start } of lines)
    quotes.push({
      article,
      line: await places.line(article.id, start),
      text: `…${left}[${keyword}]${right}…`,
    });
  return quotes;
}

async function describe({ index, places, entity, filter, limit }: Asked): Promise<string> {
  if (entity === undefined) throw new ToolInputError('entity is missing.');
  const { id } = await find(index, entity);
  const card = await index.entity(id, filter);
  if (card === undefined || card.articles === 0)
    return `${dataText(entity)}: no article of this filter names it.`;
  const quotes: Quote[] = [];
  for (const fact of card.facts.slice(0, limit)) {
    const article = await index.article(fact.article);
    const text = await places.quote(fact.article, fact);
    if (article && text !== undefined)
      quotes.push({ article, line: await places.line(fact.article, fact.start), text });
  }
  const about = [
    `${card.name}: ${{ ORG: 'organization', PER: 'person', LOC: 'place' }[card.type]}, ${counted(card.articles, 'article')}, ${counted(card.mentions, 'mention')}`,
    card.first === undefined ? 'undated' : `${card.first} to ${card.last ?? ''}`,
    ...(card.aliases.length > 0 ? [`also ${card.aliases.slice(0, 10).join(', ')}`] : []),
    `by year ${card.years.map(({ year, articles }) => `${year}: ${articles}`).join(', ')}`,
    card.facts.length > 0
      ? 'sentences that say what it is'
      : 'no sentence says what it is; places that name it',
  ].join('; ');
  if (card.facts.length > 0) return quotesText(`${about}.`, quotes, card.facts.length);
  const page = await index.kwic({ entity: id }, filter, { limit });
  return quotesText(`${about}.`, await placesOf(page.items, places), page.total, page.isApproximate);
}

async function together({ index, places, entity, other, filter, limit }: Asked): Promise<string> {
  if (entity === undefined) throw new ToolInputError('entity is missing.');
  const first = await find(index, entity);
  const quotes: Quote[] = [];
  const add = async (ids: readonly string[], most: number) => {
    const page = await index.namedTogether(ids, 'sentence', filter, { limit: most });
    for (const { article, text, start } of page.items)
      quotes.push({ article, line: await places.line(article.id, start), text });
    return page;
  };
  if (other !== undefined) {
    const second = await find(index, other);
    if (second.id === first.id)
      throw new ToolInputError(
        `${dataText(entity)} and ${dataText(other)} are names of one entity, ${dataText(first.name)}.`,
      );
    const { total, isApproximate } = await add([first.id, second.id], limit);
    return quotesText(`Sentences that name ${first.name} and ${second.name}.`, quotes, total, isApproximate);
  }
  const pairs = await index.cooccurrence(
    filter,
    {
      entity: first.id,
      types: ['ORG', 'PER', 'LOC'],
      unit: 'sentence',
      measure: 'logLikelihood',
      minimum: 1,
    },
    { limit },
  );
  const names = pairs.items.map(
    ({ second, together: count }) => `${second.name} (${counted(count, 'sentence')})`,
  );
  for (const { second } of pairs.items) await add([first.id, second.id], 1);
  return quotesText(
    `Named with ${first.name}: ${names.join(', ')}. A sentence of each.`,
    quotes,
    pairs.total,
    pairs.isApproximate,
  );
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The entity of a name, the one in more articles when there are several. */
async function find(index: CorpusIndex, name: string): Promise<EntityCard> {
  const found: EntityCard[] = [];
  for (const type of ['ORG', 'PER', 'LOC'] as const) {
    const id = await index.resolve(type, nameKey(name, type));
    const card = id === undefined ? undefined : await index.entity(id);
    if (card) found.push(card);
  }
  const [best] = found.sort((a, b) => b.articles - a.articles);
  if (best) return best;
  const near = (await nearNames(index, name)).map(dataText);
  const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : '';
  throw new ToolInputError(`Nothing is named “${dataText(name)}” in this corpus.${hint}`);
}
