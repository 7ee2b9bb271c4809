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
  /** What a record says beside its text: columns, keys, front matter, a row of `metadata.csv`. Best first. */
  readonly facts?: readonly RecordFact[];
  /** The path below the corpus root with `/`, when the file is the article; a file of many records gives none. */
  readonly path?: string;
  /** The block before a Markdown text that states its metadata: neither body nor boilerplate. */
  readonly frontMatter?: Span;
}

/** One statement of a record about its article. */
export interface RecordFact {
  /** `crawled`: when the record was fetched or stored, which is no publication date but a bound of it. */
  readonly field: MarkupFact['field'] | 'crawled';
  /** `field:` and the name as its author wrote it; names joined by `+` when a value was put together from several. */
  readonly source: string;
  /** As written; numbers as decimal strings. */
  readonly value: string;
  /** Of a date in figures: which of day and month stands first, where the other records of the field prove it. */
  readonly order?: 'dayFirst' | 'monthFirst';
}

/** The HTML evidence of a page whose text was dumped to `ArticleRecord.text`. */
export interface Markup {
  /** In text order, not overlapping; a block is the text of one block element without its block children. */
  readonly blocks: readonly MarkupBlock[];
  readonly facts: readonly MarkupFact[];
  /** The elements that hold text of the page, parents before their children. */
  readonly elements?: readonly MarkupElement[];
  /** What stands inside links, and in bold or italics, one span per element: in text order, not overlapping. */
  readonly links?: readonly Span[];
  readonly emphasis?: readonly Span[];
  /** The text of the article as the page's linked data repeats it. */
  readonly articleBody?: string;
}

/** One block element with text in it. */
export interface MarkupElement {
  /** Index of the element around it; -1 of the root. */
  readonly parent: number;
  /** Lower-case tag name with classes and id, as in `MarkupBlock.path`, with a hyphen between the words of a name. */
  readonly label: string;
  /** What its other attributes say of its part in the page (role, itemprop, aria-label…), lower case; often empty. */
  readonly role: string;
}

/** The text of one block element, as a span of `ArticleRecord.text`. */
export interface MarkupBlock extends Span {
  /** Lower-case tag names with classes and id from the root, e.g. `['html', 'body.home', 'div#main.content', 'p']`. */
  readonly path: readonly string[];
  /** UTF-16 code units of the block that stand inside links. */
  readonly linkLength: number;
  /** Index in `Markup.elements` of the innermost element around the block. */
  readonly element?: number;
}

/** One statement of the page about itself (JSON-LD, Open Graph, microdata, `<time>`, `<title>`…). */
export interface MarkupFact {
  readonly field: 'published' | 'modified' | 'title' | 'author' | 'outlet' | 'language' | 'section';
  /** camelCase id of the place, e.g. `jsonLd`, `openGraph`, `meta:pubdate`, `time`, `titleTag`, `h1`. */
  readonly source: string;
  readonly value: string;
}
