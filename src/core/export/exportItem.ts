import type { ArticleRow } from '../index/articleRow.ts';
import { articleSource } from '../index/articleSource.ts';

/** The forms that a corpus, a list or a concordance can be taken out in. */
export const exportFormats = ['csv', 'jsonl', 'bibtex', 'txm', 'iramuteq'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export says of itself, in every file. */
export interface ExportHead {
  readonly corpus: string;
  /** The filter in words; empty when nothing narrows. */
  readonly filter: string;
  /** Between the cells of a CSV: what the reader's spreadsheet expects. */
  readonly separator: ',' | ';';
}

/** A keyword of a concordance in its context, blanks made single; offsets in the original text, in UTF-16 code units. */
export interface ExportedKeyword {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

/** An article, or one line of a concordance. */
export interface ExportItem {
  readonly article: ArticleRow;
  /** From 1: of the keyword, else of the first mention of the filter's entity, else where the article or record begins. */
  readonly line: number;
  /** Where the date stands in the text, when it was read there. */
  readonly date?: { readonly quote: string; readonly line: number };
  readonly keyword?: ExportedKeyword;
  /** The article's text without boilerplate, in formats that want texts. */
  readonly text?: string;
}

/** A piece of one of the files of an export. */
export interface ExportChunk {
  /** Relative to the export's folder; empty for the one file of an export, or `.ENDING` for a file beside it. */
  readonly file: string;
  readonly text: string;
}

/** Writes one format: `begin`, then `item` for each, then `end`. */
export interface ExportWriter {
  begin(): readonly ExportChunk[];
  item(item: ExportItem): readonly ExportChunk[];
  end(): readonly ExportChunk[];
}

/** Whether the format is a folder of files. */
export function isFolderFormat(format: ExportFormat): boolean {
  return format === 'txm';
}

/** Whether every item needs the article's text; then an export of a concordance holds each of its articles once. */
export function holdsTexts(format: ExportFormat): boolean {
  return format === 'txm' || format === 'iramuteq';
}

/** Whether a concordance gives one item a line; else one for each of its articles. */
export function holdsLines(format: ExportFormat): boolean {
  return format === 'csv' || format === 'jsonl';
}

/** What the file of the one-file formats ends in. */
export const exportEndings: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  jsonl: 'jsonl',
  bibtex: 'bib',
  iramuteq: 'txt',
  txm: '',
};

/** The source file of an item, relative to the corpus root. */
export function pathOf({ article }: ExportItem): string {
  return articleSource(article.id).file;
}
