import type {
  ArticleId,
  ArticleRow,
  CheckedFilter,
  DocumentSort,
  EntityId,
  KnownPlace,
  MentionRange,
  PageRequest,
  TextMarks,
  Slice,
} from '../../core/index.ts';
import { entityId, hidden } from '../../core/index.ts';
import { documentId, type ArticleContent, type ArticleDocument } from './articleDocument.ts';
import { fileId } from './applyBatch.ts';
import type { JsonObject } from './cluster.ts';
import { articlesInOrder, type OrderedArticle } from './articlesInOrder.ts';
import type { EntityOverlay } from './entityOverlay.ts';
import { cursorOf, placeOf, queryOf, type Reading } from './reading.ts';

/** What a list of articles reads of each. */
type Listed = Pick<ArticleDocument, 'row' | 'versions' | 'content'>;

export async function listDocuments(
  reading: Reading,
  filter: CheckedFilter,
  sort: DocumentSort,
  page: PageRequest,
): Promise<Slice<ArticleRow>> {
  const { after } = placeOf(page);
  const last = filter.entities.at(-1);
  const entity = last && (await reading.entities.named(entityId(last.type, last.key)));
  const overlay = await reading.entities.overlay();
  const { hits, total } = await articlesInOrder<Listed>(reading, {
    query: await queryOf(reading, filter),
    sort,
    size: page.limit,
    after,
    fields: ['row', 'versions', ...(entity ? ['content.names', 'content.entities', 'content.mentions'] : [])],
  });
  const end = hits.at(-1)?.sort;
  const items = hits.map(({ source }) => {
    const row = rowOf(reading, source);
    return entity === undefined ? row : withMentions(row, source.content, entity.id, overlay);
  });
  return {
    items,
    total,
    ...(items.length === page.limit && end && { cursor: cursorOf({ after: end, shown: 0 }) }),
  };
}

/** The row of an article, with what is known of its copies. */
export function rowOf(
  { dates }: Pick<Reading, 'dates'>,
  { row, versions }: Pick<ArticleDocument, 'row' | 'versions'>,
): ArticleRow {
  const dated = dates.row(row);
  return versions ? { ...dated, versions } : dated;
}

function withMentions(
  row: ArticleRow,
  content: ArticleContent,
  entity: EntityId,
  overlay: EntityOverlay,
): ArticleRow {
  const own = mentionRanges(content, overlay).filter((mention) => mention.entity === entity);
  const [first] = own;
  if (first === undefined) return row;
  return { ...row, mentions: own.length, firstMention: { start: first.start, end: first.end } };
}

/** The mentions of an article by entity, in text order. */
export function mentionRanges(content: ArticleContent, overlay: EntityOverlay): MentionRange[] {
  const entities = overlay.entitiesIn(content);
  const { mentions } = content;
  return mentions.flatMap(([start, end, name]) => {
    const entity = entities[name]!;
    return entity === hidden ? [] : { start, end, entity };
  });
}

/** Fields of one article's document; undefined when there is none. */
export async function articleOf<F extends keyof ArticleDocument & string>(
  { store }: Reading,
  id: ArticleId,
  fields: readonly F[],
): Promise<Pick<ArticleDocument, F> | undefined> {
  const [hit] = await store.get<Pick<ArticleDocument, F>>('articles', [documentId(id)], fields);
  return hit?._source;
}

/** What is known of an article's text. */
export function textMarksOf(
  { dates }: Pick<Reading, 'dates'>,
  { id, text, content }: Pick<ArticleDocument, 'id' | 'text' | 'content'>,
): TextMarks {
  return {
    length: text.length,
    boilerplate: content.boilerplate.map(([start, end]) => ({ start, end })),
    ...(content.date && !dates.codes.has(id) && { date: { start: content.date[0], end: content.date[1] } }),
  };
}

export async function placeOfArticle(reading: Reading, id: ArticleId): Promise<KnownPlace | undefined> {
  const found = await articleOf(reading, id, ['file', 'part', 'place']);
  if (!found?.place) return undefined;
  const [file] = await reading.store.get<{ stamp: { modifiedMs: number; size: number } }>('files', [
    fileId(found.file, found.part),
  ]);
  const { modifiedMs, size } = file?._source.stamp ?? { modifiedMs: 0, size: 0 };
  return { ...found.place, modifiedMs, size };
}

/** An article with its text and all that is known of it. */
export type ArticleText = Pick<ArticleDocument, 'row' | 'versions' | 'content' | 'text' | 'titleWords'>;

/** Articles with their texts in an order, some at a time, from a place on. */
export async function* articlesFrom(
  reading: Reading,
  query: JsonObject,
  sort: DocumentSort,
  after: readonly (string | number)[] | undefined,
  size: number,
): AsyncGenerator<OrderedArticle<ArticleText>> {
  let from = after;
  do {
    const { hits } = await articlesInOrder<ArticleText>(reading, {
      query,
      sort,
      size,
      after: from,
      fields: ['row', 'versions', 'content', 'text', 'titleWords'],
      isUncounted: true,
    });
    yield* hits;
    from = hits.length < size ? undefined : hits.at(-1)?.sort;
  } while (from);
}
