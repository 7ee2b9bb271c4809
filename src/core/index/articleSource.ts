import type { ArticleId } from './ids.ts';

/** Where an article stands: its source file, and which record of it. */
export interface ArticleSource {
  /** Relative to the corpus root, with `/`. */
  readonly file: string;
  /** From 1; absent when the file is the article. */
  readonly record?: number;
}

/** Files of many records, by name: the only ones whose articles have a number. */
const recordFile = /\.(?:jsonl|ndjson|json|csv|tsv)(?:\.gz)?$/i;

/** Whether a file holds records, by its name. */
export function isRecordFile(name: string): boolean {
  return recordFile.test(name);
}

/** Takes `folder/file.jsonl#12` apart. A `#3` in the name of any other file is part of the name. */
export function articleSource(id: ArticleId): ArticleSource {
  const match = /^(.*)#(\d{1,15})$/s.exec(id);
  const [, file = '', number] = match ?? [];
  return match && recordFile.test(file) ? { file, record: Number(number) } : { file: id };
}

/** The id of record `number` (from 1) of a file. */
export function recordId(file: string, number: number): ArticleId {
  return `${file}#${number}`;
}

/**
 * Whether the text of an article is another one than that of its source file: a record of many, or a page with its markup.
 * It is shown in a document of its own.
 */
export function isReadApart(id: ArticleId): boolean {
  const { file, record } = articleSource(id);
  return record !== undefined || /\.x?html?$/i.test(file);
}
