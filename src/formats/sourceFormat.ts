import { isRecordFile } from '../core/index.ts';

/** How a source file holds its articles. */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'lines' | 'json' | 'csv';

/** What a Markdown file of these names holds is about the folder, not of the corpus. */
const houseFile =
  /^(?:readme|changelog|changes|history|licen[cs]e|contributing|contributors|authors|code_of_conduct|security|notice|todo|lisez-?moi|leeme)(?:[._-](?:[a-z]{2}|\d[\d.]*))*\.(?:md|markdown)$/i;

/** The format that a file's name says; undefined when its name says that it holds no article. */
export function sourceFormatOf(name: string): SourceFormat | undefined {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  if (/\.txt$/i.test(fileName)) return 'text';
  if (/\.(?:md|markdown)$/i.test(fileName)) return houseFile.test(fileName) ? undefined : 'markdown';
  if (/\.x?html?$/i.test(fileName)) return 'html';
  if (!isRecordFile(fileName)) return undefined;
  const plain = fileName.replace(/\.gz$/i, '');
  if (/\.json$/i.test(plain)) return 'json';
  return /\.[ct]sv$/i.test(plain) ? 'csv' : 'lines';
}

/**
 * Whether a file's name says that it may hold articles. A `.json` or `.csv` may turn out to hold something else: reading
 * it then gives no record and no complaint.
 */
export function isSourceFile(name: string): boolean {
  return sourceFormatOf(name) !== undefined;
}

export const isGzip = (name: string): boolean => /\.gz$/i.test(name);
