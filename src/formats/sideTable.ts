import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBytes } from './encoding.ts';
import { foldName, recogniseFields, type FieldChoices } from './fields/recogniseFields.ts';
import { dateOrdersOf } from './records/columns.ts';
import { findDelimiter, uniqueNames } from './records/csvHead.ts';
import { inTime, unlessStalled } from './inTime.ts';
import { once } from './records/plainStream.ts';
import { decodeRecord, rowValues, type RecordValues } from './records/recordValues.ts';
import { splitCsv } from './records/splitCsv.ts';
import { factsOfFields, type RecordReading } from './records/toRecord.ts';
import type { StatedFacts } from './statedFacts.ts';

/**
 * A table of metadata beside the texts it speaks of, one row a text: the convention of textometry (TXM), whose first
 * column is called `id` and holds the name of a file, with or without its extension.
 */
export interface SideTable {
  /** Ids in the table's order, the first of equal ones only. */
  readonly ids: readonly string[];
  readonly repeated: number;
  readonly badRows: { readonly count: number; readonly line: number } | undefined;
  readonly names: readonly string[];
  /** What the row of a file says. `path` is relative to the folder of the table, with `/`. */
  readonly statedOf: (path: string) => StatedFacts | undefined;
}

/** Whether a file is a table of metadata, by its name. */
export function isSideTable(name: string): boolean {
  return /^(?:metadata|m[eé]tadonn[eé]es|metadatos)\.[ct]sv$/iu.test(
    name.slice(name.lastIndexOf('/') + 1).normalize('NFC'),
  );
}

/** A table of more bytes is a corpus of its own. */
const largestTable = 200_000_000;
const headSize = 1 << 18;
/** Rows that are asked for the order of day and month. */
const orderRows = 500;
const idNames = [
  'id',
  'file',
  'filename',
  'fichier',
  'nomfichier',
  'nomdufichier',
  'path',
  'chemin',
  'archivo',
];

/** Reads the table of a folder. Undefined when there is none, or when it holds texts itself: it is a corpus then. */
export async function readSideTable(
  folder: string,
  name: string,
  choices?: FieldChoices,
): Promise<SideTable | undefined> {
  const file = join(folder, name);
  const found = await inTime(stat(file)).catch(unlessStalled);
  if (!found?.isFile() || found.size > largestTable) return undefined;
  const key = JSON.stringify([file, found.mtimeMs, found.size, choices]);
  const known = tables.get(key);
  if (known) return known;
  if (tables.size >= keptTables) tables.delete(tables.keys().next().value!);
  const table = readTable(file, /\.tsv$/i.test(name), choices);
  tables.set(key, table);
  table.catch(() => tables.delete(key));
  return table;
}

/** The tables that were read last: every document that is opened asks for the one beside it. */
const tables = new Map<string, Promise<SideTable | undefined>>();
const keptTables = 8;

async function readTable(
  file: string,
  isTabbed: boolean,
  choices: FieldChoices | undefined,
): Promise<SideTable | undefined> {
  const bytes = await inTime(readFile(file)).catch(unlessStalled);
  const decoded = bytes && decodeBytes(bytes);
  if (!decoded || 'reason' in decoded) return undefined;
  return parseTable(Buffer.from(decoded.text), isTabbed, choices);
}

async function parseTable(
  bytes: Buffer,
  isTabbed: boolean,
  choices: FieldChoices | undefined,
): Promise<SideTable | undefined> {
  const head = bytes.subarray(0, headSize);
  const delimiter = await findDelimiter('utf-8', head, isTabbed, head.length === bytes.length);
  const rows = new Map<string, RecordValues>();
  let header: readonly string[] = [];
  let column = -1;
  let repeated = 0;
  let bad: { count: number; line: number } | undefined;
  for await (const raw of splitCsv(once(bytes), delimiter.charCodeAt(0))) {
    const layout = { kind: 'csv', delimiter, header } as const;
    const read = raw.bytes && decodeRecord({ encoding: 'utf-8', layout }, raw.bytes);
    if (!read || !('row' in read)) {
      bad = { line: raw.line, ...bad, count: (bad?.count ?? 0) + 1 };
      continue;
    }
    const cells = read.row ?? [];
    if (column < 0) {
      header = uniqueNames(cells);
      column = idColumn(header, choices);
      if (column < 0) return undefined;
      continue;
    }
    const id = idOf(cells[column] ?? '');
    if (id === '') continue;
    if (rows.has(id)) repeated++;
    else rows.set(id, rowValues(header, cells));
  }
  if (column < 0) return undefined;
  const others = header.filter((_, i) => i !== column);
  const orders = dateOrdersOf([...rows.values()].slice(0, orderRows), choices);
  const reading: RecordReading = {
    ...(choices && { choices }),
    ...(orders.size > 0 && { dateOrders: orders }),
  };
  const idName = header[column]!;
  return {
    ids: [...rows.keys()],
    repeated,
    badRows: bad,
    names: others,
    statedOf: (path) => {
      const row = rows.get(path) ?? rows.get(path.replace(/\.[^./]+$/, ''));
      if (!row) return undefined;
      return factsOfFields({ ...row, [idName]: '' }, reading);
    },
  };
}

/** The column of file names; -1 when there is none, or when another one holds texts. */
function idColumn(header: readonly string[], choices: FieldChoices | undefined): number {
  const { byRole } = recogniseFields(header, choices);
  const texts = (byRole.get('text') ?? []).filter(
    (name) => !/^(?:description|summary|abstract|resume|chapo|lead)$/i.test(name),
  );
  const column = header.findIndex((name) => idNames.includes(foldName(name)));
  return texts.length > 0 && column !== 0 ? -1 : column;
}

/** A name as paths of the corpus are written. */
function idOf(cell: string): string {
  return cell.trim().normalize('NFC').replace(/\\/g, '/').replace(/^\.\//, '');
}
