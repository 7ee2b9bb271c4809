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
} from '../../core/index.ts';
import { entityId, hidden } from '../../core/index.ts';
import { documentId, type ArticleContent, type ArticleDocument } from './articleDocument.ts';
import { fileId } from './applyBatch.ts';
import type { JsonObject } from './cluster.ts';
import type { EntityOverlay } from './entityOverlay.ts';
import { sortOf } from './queries.ts';
import { cursorOf, placeOf, queryOf, type Reading, type Slice } from './reading.ts';

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
  const { hits } = await reading.store.search<Listed>('articles', {
    size: page.limit,
    track_total_hits: true,
    query: await queryOf(reading, filter),
    sort: sortOf(sort),
    _source: [
      'row',
      'versions',
      ...(entity ? ['content.names', 'content.entities', 'content.mentions'] : []),
    ],
    ...(after && { search_after: after }),
  });
  const end = hits.hits.at(-1)?.sort;
  const items = hits.hits.map(({ _source }) =>
    entity === undefined ? rowOf(_source) : withMentions(rowOf(_source), _source.content, entity.id, overlay),
  );
  return {
    items,
    total: hits.total!.value,
    ...(items.length === page.limit && end && { cursor: cursorOf({ after: end, shown: 0 }) }),
  };
}

/** The row of an article, with what is known of its copies. */
export function rowOf({ row, versions }: Pick<ArticleDocument, 'row' | 'versions'>): ArticleRow {
  return versions ? { ...row, versions } : row;
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
export function textMarksOf({ text, content }: Pick<ArticleDocument, 'text' | 'content'>): TextMarks {
  return {
    length: text.length,
    boilerplate: content.boilerplate.map(([start, end]) => ({ start, end })),
    ...(content.date && { date: { start: content.date[0], end: content.date[1] } }),
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
  { store }: Reading,
  query: JsonObject,
  sort: DocumentSort,
  after: readonly (string | number)[] | undefined,
  size: number,
): AsyncGenerator<{ readonly source: ArticleText; readonly sort: readonly (string | number)[] }> {
  let from = after;
  do {
    const { hits } = await store.search<ArticleText>('articles', {
      size,
      query,
      track_total_hits: false,
      sort: sortOf(sort),
      _source: ['row', 'versions', 'content', 'text', 'titleWords'],
      ...(from && { search_after: from }),
    });
    for (const hit of hits.hits) yield { source: hit._source, sort: hit.sort! };
    from = hits.hits.length < size ? undefined : hits.hits.at(-1)?.sort;
  } while (from);
}
