import {
  articleSource,
  createPositions,
  type ArticleId,
  type CorpusIndex,
  type KnownPlace,
  type Span,
} from '../core/index.ts';

/** What can be said of places in the articles of a corpus. */
export interface ArticlePlaces {
  /** The line of the source file that an offset of the original text stands in, from 1; of a record, that of the record. */
  line(article: ArticleId, offset: number): Promise<number>;
  /** A span on one line; undefined when the source has changed since it was indexed, or cannot be read. */
  quote(article: ArticleId, span: Span, longest?: number): Promise<string | undefined>;
}

interface ReadArticle {
  readonly text?: string;
  readonly lineAt: (offset: number) => number;
}

/** Articles that are remembered: places are asked for article by article. */
const mostKept = 8;
const longestQuote = 500;

export function articlePlaces(
  index: Pick<CorpusIndex, 'place' | 'textMarks'>,
  readText: (id: ArticleId, place?: KnownPlace) => Promise<string | undefined>,
): ArticlePlaces {
  const kept = new Map<ArticleId, Promise<ReadArticle>>();
  const read = (article: ArticleId): Promise<ReadArticle> => {
    let known = kept.get(article);
    if (known === undefined) {
      known = readArticle(article);
      kept.set(article, known);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    }
    return known;
  };
  const readArticle = async (id: ArticleId): Promise<ReadArticle> => {
    const place = articleSource(id).record === undefined ? undefined : await index.place(id);
    const [marks, text] = await Promise.all([index.textMarks(id), readText(id, place)]);
    const isKnown = text !== undefined && marks?.length === text.length;
    const positionAt = createPositions(isKnown ? text : '');
    return {
      ...(isKnown && { text }),
      lineAt: (offset) => place?.line ?? (isKnown ? positionAt(offset).line + 1 : 1),
    };
  };
  return {
    line: async (article, offset) => (await read(article)).lineAt(offset),
    quote: async (article, { start, end }, longest = longestQuote) => {
      const { text } = await read(article);
      const quoted = text?.slice(start, end).replace(/\s+/g, ' ').trim();
      if (quoted === undefined || quoted.length <= longest) return quoted;
      return `${quoted.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
    },
  };
}
