import {
  articleSource,
  createPositions,
  holdsLines,
  holdsTexts,
  removeSpans,
  spansToRemove,
  type ArticleId,
  type ArticleRow,
  type CorpusIndex,
  type EntityId,
  type ExportFormat,
  type ExportItem,
  type Filter,
  type KnownPlace,
  type KwicLine,
  type Page,
  type PageRequest,
} from '../../core/index.ts';

/** What of a corpus is exported: the articles of a filter, or the concordance of an entity or of words among them. */
export interface ExportSource {
  readonly index: CorpusIndex;
  readonly readText: (id: ArticleId, place?: KnownPlace) => Promise<string | undefined>;
  readonly filter: Filter;
  readonly query?: { readonly entity: EntityId } | { readonly words: string };
  readonly signal?: AbortSignal;
}

/** How far the items are; `total` may grow for the concordance of words. */
export interface ItemProgress {
  readonly done: number;
  readonly total: number;
}

const pageSize = 1000;
/** A quote of a date is a line of a table. */
const longestQuote = 200;

/** Whether an export has a keyword in each item. */
export function isConcordance({ query }: Pick<ExportSource, 'query'>, format: ExportFormat): boolean {
  return query !== undefined && holdsLines(format);
}

/** The items of an export in the order of the lists: by date, the undated last. Stops, without an error, when it is cancelled. */
export async function* exportItems(
  source: ExportSource,
  format: ExportFormat,
  onProgress: (progress: ItemProgress) => void = () => undefined,
): AsyncGenerator<ExportItem> {
  const { index, query, signal } = source;
  const reader = new ItemReader(source, holdsTexts(format));
  let done = 0;
  if (query !== undefined && isConcordance(source, format)) {
    for await (const [line, total] of pages((page) => index.kwic(query, source.filter, page))) {
      if (signal?.aborted) return;
      yield await reader.lineItem(line);
      onProgress({ done: ++done, total: Math.max(total, done) });
    }
    return;
  }
  const articles = await allArticles(index, narrowed(source));
  for (const article of articles) {
    if (signal?.aborted) return;
    yield await reader.articleItem(article);
    onProgress({ done: ++done, total: articles.length });
  }
}

/** The filter, with what a concordance looks for. */
function narrowed({ filter, query }: ExportSource): Filter {
  if (query === undefined) return filter;
  if ('entity' in query) return { ...filter, entities: [...(filter.entities ?? []), query.entity] };
  const { words } = filter;
  return {
    ...filter,
    words: words === undefined || words.trim() === '' ? query.words : `(${words}) (${query.words})`,
  };
}

/** All articles of a filter; begun again when the index has changed between two pages. */
async function allArticles(index: CorpusIndex, filter: Filter): Promise<readonly ArticleRow[]> {
  for (;;) {
    const rows: ArticleRow[] = [];
    const generations = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await index.documents(filter, 'date', {
        limit: 10 * pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      rows.push(...page.items);
      generations.add(page.generation);
      cursor = page.cursor;
    } while (cursor !== undefined && generations.size === 1);
    if (generations.size === 1) return rows;
  }
}

async function* pages<T>(ask: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<[T, number]> {
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: pageSize, ...(cursor !== undefined && { cursor }) });
    for (const item of page.items) yield [item, page.total];
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Reads what an item says beside its row. The lines of one article come one after the other: it is read once. */
class ItemReader {
  private readonly source: ExportSource;
  private readonly withText: boolean;
  private last: { readonly id: ArticleId; readonly read: Promise<ReadArticle> } | undefined;

  constructor(source: ExportSource, withText: boolean) {
    this.source = source;
    this.withText = withText;
  }

  async articleItem(article: ArticleRow): Promise<ExportItem> {
    const { at, ...rest } = await this.read(article.id);
    return { article, line: at(article.firstMention?.start ?? 0), ...rest };
  }

  async lineItem({ article, left, keyword, right, start, end }: KwicLine): Promise<ExportItem> {
    const { at, ...rest } = await this.read(article.id);
    return { article, line: at(start), ...rest, keyword: { left, keyword, right, start, end } };
  }

  private read(id: ArticleId): Promise<ReadArticle> {
    if (this.last?.id !== id) this.last = { id, read: this.readArticle(id) };
    return this.last.read;
  }

  private async readArticle(id: ArticleId): Promise<ReadArticle> {
    const { index, readText } = this.source;
    const place = articleSource(id).record === undefined ? undefined : await index.place(id);
    const [marks, text] = await Promise.all([index.textMarks(id), readText(id, place)]);
    const isKnown = text !== undefined && marks?.length === text.length;
    const positionIn = createPositions(text ?? '');
    // Of a record, its line in its file is what one can go to.
    const at = (offset: number): number => place?.line ?? (isKnown ? positionIn(offset).line + 1 : 1);
    const own = this.withText &&
      text !== undefined && { text: ownText(text, isKnown ? marks.boilerplate : []) };
    if (!isKnown || marks.date === undefined) return { at, ...own };
    const { start, end } = marks.date;
    const quote = text.slice(start, end).replace(/\s+/g, ' ').slice(0, longestQuote);
    return { at, ...own, date: { quote, line: at(start) } };
  }
}

interface ReadArticle extends Pick<ExportItem, 'date' | 'text'> {
  readonly at: (offset: number) => number;
}

function ownText(text: string, boilerplate: Parameters<typeof spansToRemove>[1]): string {
  return removeSpans(text, spansToRemove(text, boilerplate)).text.trim();
}
