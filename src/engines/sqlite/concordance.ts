import {
  kwicLines,
  wordMatches,
  nextCursor,
  pageStart,
  type ArticleRow,
  type CheckedFilter,
  type KnownPlace,
  type KwicLine,
  type PageRequest,
  type Span,
  type WordQuery,
  type Slice,
} from '../../core/index.ts';
import { articleByDoc, unpackMentions, unpackSpans } from './articleRows.ts';
import { dateGroups, orderedDocuments, sortById } from './documentOrder.ts';
import type { StoredEntity } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { mentionsIn } from './postings.ts';
import { readAhead, type ReadText } from './readText.ts';
import { entityCounts, selectDocuments } from './selectDocuments.ts';
import { searchZones } from './searchZones.ts';
import { placeOf } from './sources.ts';

/** An article with keywords that the index knows, or has still to be searched for words. */
export interface KeywordArticle {
  readonly article: ArticleRow;
  /** Length in UTF-16 code units of the text that was indexed: another length now means that places have moved. */
  readonly length: number;
  readonly boilerplate: readonly Span[];
  readonly spans: readonly Span[];
  readonly place?: KnownPlace;
}

/** Mentions of an entity, by date, then article, then position: what the page needs of each article. */
export function findMentions(
  parts: Parts,
  entity: StoredEntity,
  filter: CheckedFilter,
  page: PageRequest,
): Slice<KeywordArticle> {
  const docs = selectDocuments(parts, filter);
  const mentions = mentionsIn(docs, entityCounts(parts, entity.id));
  const total = mentions.reduce((sum, count) => sum + count, 0);
  const start = pageStart(page);
  const end = Math.min(start + page.limit, total);
  const spellings = parts.entities.spellingsOf(entity.id);
  const found: KeywordArticle[] = [];
  for (const group of dateGroups(parts, docs, 'date', start, end, mentions)) {
    let at = group.position;
    for (const doc of sortById(parts, group, end - at)) {
      const count = mentions[indexOf(docs, doc)]!;
      if (at < end && at + count > start) {
        const spans = mentionSpans(parts, doc, spellings).slice(Math.max(0, start - at), end - at);
        found.push({ ...keywordArticle(parts, doc), spans });
      }
      at += count;
    }
  }
  return { items: found, total, ...nextCursor(start, end - start, total) };
}

/** The position of a number in an ascending list that has it. */
function indexOf(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines of keywords whose places are known. Articles that cannot be read or have changed give none. */
export async function mentionLines(
  found: readonly KeywordArticle[],
  readText: ReadText,
): Promise<KwicLine[]> {
  const lines: KwicLine[] = [];
  for await (const { source, text } of readAhead(found, readText)) {
    const { article, length, spans } = source;
    if (text?.length === length) lines.push(...kwicLines(article, text, spans));
  }
  return lines;
}

/** Articles that hold words, by date, from the one that a word cursor names; as many as a page can need. */
export function findWordArticles(
  parts: Parts,
  filter: CheckedFilter,
  page: PageRequest,
): Slice<KeywordArticle> {
  const docs = selectDocuments(parts, filter);
  const { article: from } = readWordCursor(page);
  const ordered = orderedDocuments(parts, docs, 'date', from, from + page.limit);
  return { items: ordered.map((doc) => keywordArticle(parts, doc)), total: docs.length };
}

/**
 * The lines of words in those articles. How many lines there are in all is known only when the first page reads every
 * article; else the total is a lower bound and said to be approximate.
 */
export async function wordLines(
  found: Slice<KeywordArticle>,
  query: WordQuery,
  page: PageRequest,
  readText: ReadText,
): Promise<Slice<KwicLine>> {
  const from = readWordCursor(page);
  const lines: KwicLine[] = [];
  for await (const { source, text, i } of readAhead(found.items, readText)) {
    const { article, length, boilerplate } = source;
    const spans = text?.length === length ? wordSpans(article, text, boilerplate, query) : [];
    const skipped = i === 0 ? from.line : 0;
    const shown = spans.slice(skipped, skipped + page.limit - lines.length);
    lines.push(...kwicLines(article, text ?? '', shown));
    const next = wordCursor(from.article + i, skipped + shown.length, spans.length, found.total);
    if (lines.length >= page.limit && next !== undefined) {
      return {
        items: lines,
        total: lines.length + found.total - from.article - i,
        cursor: next,
        isApproximate: true,
      };
    }
  }
  const read = from.article + found.items.length;
  const isWhole = page.cursor === undefined && read >= found.total;
  if (isWhole) return { items: lines, total: lines.length };
  const cursor = read < found.total ? { cursor: `${read}.0` } : {};
  return { items: lines, total: lines.length + found.total - read, ...cursor, isApproximate: true };
}

function wordSpans(
  article: ArticleRow,
  text: string,
  boilerplate: readonly Span[],
  query: WordQuery,
): readonly Span[] {
  return wordMatches(query, searchZones(article, text, boilerplate)) ?? [];
}

function wordCursor(article: number, line: number, lines: number, articles: number): string | undefined {
  if (line < lines) return `${article}.${line}`;
  return article + 1 < articles ? `${article + 1}.0` : undefined;
}

function readWordCursor({ cursor, ...page }: PageRequest): { article: number; line: number } {
  pageStart(page);
  if (cursor === undefined) return { article: 0, line: 0 };
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor);
  if (!match) throw new RangeError(`cursor: not from a page: ${JSON.stringify(cursor)}`);
  return { article: Number(match[1]), line: Number(match[2]) };
}

function keywordArticle(parts: Parts, doc: number): KeywordArticle {
  const row = parts.database.get('SELECT length, boilerplate FROM body WHERE doc = ?', doc)!;
  const article = articleByDoc(parts, doc)!;
  const place = placeOf(parts, article.id);
  return {
    article,
    ...(place && { place }),
    length: Number(row['length']),
    boilerplate: unpackSpans(row['boilerplate'] as Uint8Array),
    spans: [],
  };
}

function mentionSpans({ database }: Parts, doc: number, spellings: ReadonlyMap<number, string>): Span[] {
  const row = database.get('SELECT mentions FROM body WHERE doc = ?', doc)!;
  return unpackMentions(row['mentions'] as Uint8Array).flatMap(({ surface, start, end }) =>
    spellings.has(surface) ? [{ start, end }] : [],
  );
}
