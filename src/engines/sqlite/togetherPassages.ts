import {
  namedTogether,
  nextCursor,
  pageStart,
  type ArticleRow,
  type CheckedFilter,
  type KnownPlace,
  type MentionRange,
  type NamedTogether,
  type PageRequest,
  type Span,
  type TextUnit,
  type Slice,
} from '../../core/index.ts';
import { articleByDoc, mentionsOf, unpackSpans } from './articleRows.ts';
import { dateGroups, sortById } from './documentOrder.ts';
import type { StoredEntity } from './entityTable.ts';
import { isNamedIn, unitReader } from './eachUnit.ts';
import type { Parts } from './parts.ts';
import { readAhead, type ReadText } from './readText.ts';
import { selectDocuments } from './selectDocuments.ts';
import { placeOf } from './sources.ts';

/** An article with units that name all of the entities; the page wants those from `skip` to `until`. */
export interface TogetherArticle {
  readonly article: ArticleRow;
  readonly length: number;
  readonly boilerplate: readonly Span[];
  readonly mentions: readonly MentionRange[];
  readonly place?: KnownPlace;
  readonly skip: number;
  readonly until: number;
}

/** What a page of passages needs of each article. The filter names the entities as well. */
export function findTogether(
  parts: Parts,
  wanted: readonly StoredEntity[],
  unit: TextUnit,
  filter: CheckedFilter,
  page: PageRequest,
): Slice<TogetherArticle> {
  const ids = wanted.map(({ id }) => id);
  const counts = new Map<number, number>();
  let total = 0;
  unitReader(parts, unit)(selectDocuments(parts, filter), (names, doc) => {
    if (!ids.every((id) => isNamedIn(names, id))) return;
    counts.set(doc, (counts.get(doc) ?? 0) + 1);
    total++;
  });
  const start = pageStart(page);
  const end = Math.min(start + page.limit, total);
  const docs = Uint32Array.from(counts.keys());
  const weights = Uint32Array.from(counts.values());
  const items: TogetherArticle[] = [];
  for (const group of dateGroups(parts, docs, 'dateDescending', start, end, weights)) {
    let position = group.position;
    for (const doc of sortById(parts, group, end - position)) {
      const count = counts.get(doc)!;
      if (position < end && position + count > start) {
        const range = { skip: Math.max(0, start - position), until: end - position };
        items.push({ ...togetherArticle(parts, doc), ...range });
      }
      position += count;
    }
  }
  return { items, total, ...nextCursor(start, end - start, total) };
}

/** The passages themselves. Articles that cannot be read or have changed give none. */
export async function togetherPassages(
  found: readonly TogetherArticle[],
  wanted: readonly StoredEntity[],
  unit: TextUnit,
  readText: ReadText,
): Promise<NamedTogether[]> {
  const ids = wanted.map(({ entityId }) => entityId);
  const passages: NamedTogether[] = [];
  for await (const { source, text } of readAhead(found, readText)) {
    const { article, length, boilerplate, mentions, skip, until } = source;
    if (text?.length !== length) continue;
    passages.push(...namedTogether(article, text, boilerplate, mentions, ids, unit).slice(skip, until));
  }
  return passages;
}

function togetherArticle(parts: Parts, doc: number): Omit<TogetherArticle, 'skip' | 'until'> {
  const row = parts.database.get('SELECT length, boilerplate FROM body WHERE doc = ?', doc)!;
  const article = articleByDoc(parts, doc)!;
  const place = placeOf(parts, article.id);
  return {
    article,
    length: Number(row['length']),
    boilerplate: unpackSpans(row['boilerplate'] as Uint8Array),
    mentions: mentionsOf(parts, doc),
    ...(place && { place }),
  };
}
