import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Evidence } from '../../core/index.ts';
import type { FileProfile } from './profile.ts';

export type RecordValues = Readonly<Record<string, unknown>>;

/** The fields of a record as its format writes them. */
export type DecodedRecord =
  | {
      readonly values: RecordValues;
      /** The cells, for CSV. */
      readonly row?: readonly string[];
      /** Some bytes are not of the file's encoding and are shown as U+FFFD. */
      readonly hasReplaced: boolean;
    }
  | { readonly problem: Evidence };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the bytes of one record. Never throws. */
export function decodeRecord(
  { encoding, layout }: Pick<FileProfile, 'encoding' | 'layout'>,
  bytes: Buffer,
): DecodedRecord {
  const { text, hasReplaced } = decodeText(bytes, encoding);
  if (layout.kind !== 'csv') return { ...parseJson(text), hasReplaced };
  const row = parseCells(text, layout.delimiter);
  if ('problem' in row) return row;
  const { header } = layout;
  if (header.length > 0 && row.cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    return { problem: { rule: 'tooManyCells', values: { cells: row.cells.length, columns: header.length } } };
  }
  return { values: rowValues(header, row.cells), row: row.cells, hasReplaced };
}

/** Cells by the name of their column; empty ones are left out. */
export function rowValues(header: readonly string[], row: readonly string[]): RecordValues {
  const values: Record<string, string> = {};
  header.forEach((name, i) => {
    values[name] = row[i] ?? '';
  });
  return values;
}

/** Records of one file come from many pages: each one that is UTF-8 is read as such, whatever the others are. */
function decodeText(bytes: Buffer, encoding: string): { text: string; hasReplaced: boolean } {
  try {
    return { text: strict.decode(bytes), hasReplaced: false };
  } catch {
    return encoding === 'utf-8'
      ? { text: bytes.toString('utf8'), hasReplaced: true }
      : { text: iconv.decode(bytes, encoding), hasReplaced: false };
  }
}

function parseJson(text: string): { values: RecordValues } | { problem: Evidence } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    return { problem: { rule: 'notJson', values: { message: shortMessage(error) } } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: { rule: 'notAnObject' } };
  return { values: value as RecordValues };
}

/** Without the piece of the text that Node quotes in it. */
function shortMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, ".*$|\.\.\. .*$| in JSON at.*$/s, '').slice(0, 120);
}

function parseCells(text: string, delimiter: string): { cells: string[] } | { problem: Evidence } {
  // Most rows have no quotes, and then nothing is to be parsed: the library takes ten times as long.
  if (!text.includes('"')) return { cells: text.split(delimiter) };
  try {
    const rows = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
    });
    return { cells: rows[0] ?? [] };
  } catch (error) {
    return { problem: { rule: 'badRow', values: { message: shortMessage(error) } } };
  }
}
