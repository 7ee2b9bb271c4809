import { once } from './plainStream.ts';
import { decodeRecord } from './recordValues.ts';
import { splitCsv } from './splitCsv.ts';

/** Rows of the head that are looked at. */
export const headRecords = 200;
const delimiters = [',', ';', '\t', '|'];

/** The first rows of a CSV by their cells, the header among them; without one that the end of the head cuts off. */
export async function headRows(
  encoding: string,
  body: Buffer,
  delimiter: string,
  isWhole: boolean,
): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const raw of splitCsv(once(body), delimiter.charCodeAt(0))) {
    const isCutOff = !isWhole && raw.offset + raw.length >= body.length;
    if (!raw.bytes || isCutOff) continue;
    const row = parseRow(raw.bytes, encoding, delimiter);
    if (row && !row.every((value) => value === '')) rows.push(row);
    if (rows.length > headRecords) break;
  }
  return rows;
}

function parseRow(bytes: Buffer, encoding: string, delimiter: string): string[] | undefined {
  const row = decodeRecord({ encoding, layout: { kind: 'csv', delimiter, header: [] } }, bytes);
  return 'row' in row ? [...row.row] : undefined;
}

/** The delimiter by which most rows have as many fields as the first one, and the most of them. */
export async function findDelimiter(
  encoding: string,
  body: Buffer,
  isTabbed: boolean,
  isWhole: boolean,
): Promise<string> {
  let best = { delimiter: isTabbed ? '\t' : ',', score: 0 };
  for (const delimiter of isTabbed ? ['\t', ...delimiters] : delimiters) {
    const rows = (await headRows(encoding, body, delimiter, isWhole)).slice(0, 30);
    const columns = rows[0]?.length ?? 0;
    if (columns < 2) continue;
    const alike = rows.filter((row) => row.length === columns).length / rows.length;
    const score = alike * (1 + Math.log(columns)) * (isTabbed && delimiter === '\t' ? 2 : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Names of columns, each one once; a column without a name gets a number. */
export function uniqueNames(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
