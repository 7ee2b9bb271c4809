import type { Evidence } from '../../core/index.ts';
import { decodeBytes } from '../encoding.ts';
import { wrapperNames } from '../fields/fieldNames.ts';
import {
  foldName,
  recogniseFields,
  type FieldChoices,
  type RecognisedFields,
} from '../fields/recogniseFields.ts';
import type { SourceFormat } from '../sourceFormat.ts';
import { findDelimiter, headRecords, headRows, uniqueNames } from './csvHead.ts';
import { dateOrdersOf, longTextField } from './columns.ts';
import { decodeRecord, rowValues } from './recordValues.ts';
import { once, plainStream, type StreamKind } from './plainStream.ts';
import type { FileProfile } from './profile.ts';
import type { RawRecord } from './rawRecord.ts';
import { splitCsv } from './splitCsv.ts';
import { findRecordList, splitJson } from './splitJson.ts';
import { splitLines } from './splitLines.ts';
import { readFields, type RecordReading } from './toRecord.ts';

/** A profile; or what is wrong with the file; or that it holds something else than articles, which is no fault. */
export type Profiled =
  | { readonly kind: 'records'; readonly profile: FileProfile }
  | { readonly kind: 'problem'; readonly problem: Evidence }
  | { readonly kind: 'foreign' };

export type RecordFormat = Extract<SourceFormat, 'lines' | 'json' | 'csv'>;

/** Bytes of the plain stream that a file is known by. */
export const headSize = 1 << 18;

/** Looks at the head of a file of records. Throws what reading throws. */
export async function profileFile(
  file: string,
  format: RecordFormat,
  choices?: FieldChoices,
): Promise<Profiled> {
  const stream: StreamKind = { isGzip: await beginsAsGzip(file), markLength: 0 };
  const raw = await readHead(file, stream);
  const decoded = decodeBytes(wholeLines(raw));
  if ('reason' in decoded) return { kind: 'problem', problem: decoded.reason };
  const { encoding, hasBom } = decoded;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const kind: StreamKind = isWide ? { ...stream, wide: encoding } : { ...stream, markLength: hasBom ? 3 : 0 };
  const head = isWide ? await readHead(file, kind) : raw.subarray(kind.markLength);
  const base = { stream: kind, encoding: isWide ? 'utf-8' : encoding };
  const isWhole = head.length < headSize;
  if (format === 'csv') return profileCsv(base, head, isWhole, /\.tsv(?:\.gz)?$/i.test(file), choices);
  return profileJson(base, head, isWhole, format, choices);
}

/** The records of a stream that lies as the profile says. */
export function splitRecords(
  { layout, from }: Pick<FileProfile, 'layout' | 'from'>,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<RawRecord> {
  if (layout.kind === 'lines') return splitLines(chunks, from);
  if (layout.kind === 'json') return splitJson(chunks, from);
  return splitCsv(chunks, layout.delimiter.charCodeAt(0), from);
}

type Base = Pick<FileProfile, 'stream' | 'encoding'>;

async function profileJson(
  base: Base,
  head: Buffer,
  isWhole: boolean,
  format: 'lines' | 'json',
  choices: FieldChoices | undefined,
): Promise<Profiled> {
  const first = head.find((byte) => byte > 0x20);
  const isLines = first !== 0x5b && (format === 'lines' ? !isSpreadOut(head) : isLineByLine(head));
  const list =
    isLines || first === 0x5b ? undefined : findRecordList(head, (key) => wrapperNames.has(foldName(key)));
  const from = list === undefined ? 0 : list + 1;
  const layout = { kind: isLines ? 'lines' : 'json' } as const;
  const line = 1 + head.subarray(0, from).filter((byte) => byte === 10).length;
  const records = await headValues({ ...base, layout, from, line, reading: {} }, head, isWhole);
  const names = [...new Set(records.flatMap((values) => [...Object.keys(values)]))];
  const guess = format === 'lines' ? longTextField(records, names, choices) : undefined;
  const reading = readingOf(records, choices, guess);
  const profile: FileProfile = { ...base, layout, from, line, reading };
  if (format === 'lines') return { kind: 'records', profile };
  if (records.length === 0) return judgeNames(keysIn(head), choices, { rule: 'brokenJson' });
  const verdict = judgeRecords(records, reading);
  return verdict === 'records' ? { kind: 'records', profile } : verdict;
}

async function profileCsv(
  base: Base,
  head: Buffer,
  isWhole: boolean,
  isTabbed: boolean,
  choices: FieldChoices | undefined,
): Promise<Profiled> {
  const stated = /^sep=(.)\r?\n/.exec(head.subarray(0, 16).toString('latin1'));
  const from = stated?.[0].length ?? 0;
  const body = head.subarray(from);
  const delimiter = stated?.[1] ?? (await findDelimiter(base.encoding, body, isTabbed, isWhole));
  const rows = await headRows(base.encoding, body, delimiter, isWhole);
  const header = rows[0] && uniqueNames(rows[0]);
  if (!header) return { kind: 'foreign' };
  const layout = { kind: 'csv', delimiter, header } as const;
  const records = rows.slice(1).map((row) => rowValues(header, row));
  const guess = longTextField(records, header, choices);
  const reading = readingOf(records, choices, guess);
  const profile: FileProfile = { ...base, layout, from, line: stated ? 2 : 1, reading };
  const fields = recogniseFields(header, choices);
  if (guess === undefined && !fields.byRole.has('text') && !fields.byRole.has('html'))
    return judgeNames(header, choices);
  return records.length > 0 && guess === undefined && isShortOnly(fields)
    ? judgeNames(header, choices)
    : { kind: 'records', profile };
}

function readingOf(
  records: readonly Readonly<Record<string, unknown>>[],
  choices: FieldChoices | undefined,
  textField: string | undefined,
): RecordReading {
  const dateOrders = dateOrdersOf(records, choices);
  return {
    ...(choices && { choices }),
    ...(textField !== undefined && { textField }),
    ...(dateOrders.size > 0 && { dateOrders }),
  };
}

/** Whether the records of a `.json` are articles: most of what is called `.json` is something else. */
function judgeRecords(
  records: readonly Readonly<Record<string, unknown>>[],
  reading: RecordReading,
): 'records' | Profiled {
  const readings = records.map((values) => readFields(values, reading));
  const isArticle = readings.some(({ fields, content }) => {
    if ('problem' in content) return false;
    const isNamed = ['title', 'url', 'published', 'outlet', 'author'] as const;
    const others = isNamed.filter((role) => fields.byRole.has(role)).length;
    return isShortOnly(fields)
      ? others >= 2 && fields.byRole.has('title')
      : others >= 1 || content.text.length >= 200;
  });
  if (isArticle) return 'records';
  const names = [...new Set(records.flatMap((values) => Object.keys(values)))];
  return judgeNames(names, reading.choices);
}

/** Fields without a text: worth a word when they are those of articles. */
function judgeNames(
  names: readonly string[],
  choices: FieldChoices | undefined,
  problem?: Evidence,
): Profiled {
  const { byRole } = recogniseFields(names, choices);
  const others = (['title', 'url', 'published', 'outlet', 'author'] as const).filter((role) =>
    byRole.has(role),
  );
  if (others.length < (problem ? 1 : 2) || !byRole.has('title')) return { kind: 'foreign' };
  const shown = names.slice(0, 12).join(', ');
  return { kind: 'problem', problem: problem ?? { rule: 'noTextField', values: { fields: shown } } };
}

function isShortOnly({ byRole }: RecognisedFields): boolean {
  const [first] = byRole.get('text') ?? [];
  return first !== undefined && !byRole.has('html') && isShortText(first);
}

const isShortText = (name: string): boolean =>
  /^(?:description|summary|abstract|excerpt|lead|snippet|resume|chapo|chapeau|resumen|resumo|message|caption)$/.test(
    foldName(name),
  );

async function headValues(
  profile: FileProfile,
  head: Buffer,
  isWhole: boolean,
): Promise<Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = [];
  const part = profile.layout.kind === 'lines' && !isWhole ? wholeLines(head) : head;
  for await (const raw of splitRecords(profile, once(part.subarray(profile.from)))) {
    const values = raw.bytes && decodeRecord(profile, raw.bytes);
    if (values && !('problem' in values)) found.push(values.values);
    if (found.length >= headRecords) break;
  }
  return found;
}

/** Whether the first object of a `.jsonl` goes over several lines: it is no line-by-line file then, whatever its name. */
function isSpreadOut(head: Buffer): boolean {
  const first = /^\s*(\{[^\n]*)\n/.exec(head.subarray(0, 2000).toString('latin1'))?.[1];
  return first !== undefined && first.trim() === '{';
}

/** Whether a `.json` holds one object a line. */
function isLineByLine(head: Buffer): boolean {
  const [first = '', second = ''] = head.toString('latin1').trimStart().split(/\r?\n/, 2);
  return /^\{.*\}\s*$/.test(first) && second.startsWith('{');
}

function keysIn(head: Buffer): string[] {
  const keys = head.toString('utf8').matchAll(/"([^"\\]{1,40})"\s*:/g);
  return [...new Set([...keys].map(([, key]) => key!))].slice(0, 200);
}

async function beginsAsGzip(file: string): Promise<boolean> {
  for await (const chunk of plainStream(file, { isGzip: false, markLength: 0 }, 0, 2))
    return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}

/** A compressed file that ends early shows what it has: the reading of its records will say the rest. */
async function readHead(file: string, kind: StreamKind): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of plainStream(file, kind, 0, headSize)) chunks.push(chunk);
  } catch (error) {
    if (!kind.isGzip || chunks.length === 0) throw error;
  }
  return Buffer.concat(chunks);
}

/** Without a line that is cut off in the middle, and perhaps in the middle of a character. */
function wholeLines(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(10);
  // In UTF-16 the line end is two bytes long: an even number of bytes has to stay.
  return bytes.length < headSize || end <= 0 ? bytes : bytes.subarray(0, end + (end % 2 === 0 ? 2 : 1));
}
