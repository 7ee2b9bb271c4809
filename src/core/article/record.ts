import type { Span } from '../text/span.ts';

/** One text to be read, as a format delivers it. Core sees ids and names, never paths. */
export interface ArticleRecord {
  readonly id: string;
  /** The original text; every offset of the analysis counts UTF-16 code units of it. */
  readonly text: string;
  readonly url?: string;
  /** The last part of the path, when the record came from a file. */
  readonly fileName?: string;
  /** Tells outlets apart when a corpus is surveyed; without it the URL's host does, else all records are one group. */
  readonly source?: string;
  /** ISO 639-1, when the caller knows it. */
  readonly language?: string;
  /** `YYYY-MM-DD`, by whoever has a clock: no publication date lies after it. */
  readonly readOn?: string;
  /** The text is all body: nothing is to be cleaned from it. */
  readonly isBodyOnly?: boolean;
  /** What an HTML page says beside its text. */
  readonly markup?: Markup;
}

/** The HTML evidence of a page whose text was dumped to `ArticleRecord.text`. */
export interface Markup {
  /** In text order, not overlapping; a block is the text of one block element without its block children. */
  readonly blocks: readonly MarkupBlock[];
  readonly facts: readonly MarkupFact[];
}

/** The text of one block element, as a span of `ArticleRecord.text`. */
export interface MarkupBlock extends Span {
  /** Lower-case tag names with classes and id from the root, e.g. `['html', 'body.home', 'div#main.content', 'p']`. */
  readonly path: readonly string[];
  /** UTF-16 code units of the block that stand inside links. */
  readonly linkLength: number;
}

/** One statement of the page about itself (JSON-LD, Open Graph, microdata, `<time>`, `<title>`…). */
export interface MarkupFact {
  readonly field: 'published' | 'modified' | 'title' | 'author' | 'outlet' | 'language' | 'section';
  /** camelCase id of the place, e.g. `jsonLd`, `openGraph`, `meta:pubdate`, `time`, `titleTag`, `h1`. */
  readonly source: string;
  readonly value: string;
}
