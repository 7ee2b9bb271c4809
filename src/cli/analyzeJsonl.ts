import {
  CorpusSurvey,
  type ArticleRecord,
  type CorpusEvidence,
  type RecognisedMention,
} from '../core/index.ts';
import { readHtml } from '../formats/html.ts';
import { readingDay } from '../formats/readingDay.ts';
import { factsOfFields } from '../formats/records/toRecord.ts';
import type { AnalyzeArticle } from '../indexer/articleAnalyzer.ts';
import { toOutput } from './analysisOutput.ts';
import { exitCodes, note, write, type CliIo } from './io.ts';
import { readLines } from './lines.ts';

export interface JsonlOptions {
  /** Read all records first and use what repeats among them. */
  readonly corpus?: boolean;
  /** Names are found by a model that takes no notice of other records. */
  readonly isOwnModel?: boolean;
  /** Each text is all body: no cleaning. */
  readonly body?: boolean;
}

interface InputRecord {
  readonly record: ArticleRecord;
  readonly isTextGiven: boolean;
}

interface BadLine {
  readonly id?: unknown;
  /** From 1. */
  readonly line: number;
  readonly error: string;
}

/** The streaming filter: one JSON object a line in, one a line out, in input order. A bad line is reported and passed over. */
export async function analyzeJsonl(
  io: CliIo,
  analyze: AnalyzeArticle,
  options: JsonlOptions,
): Promise<number> {
  const input = readRecords(io, options);
  const bad = options.corpus
    ? await analyzeTogether(io, analyze, input, options)
    : await analyzeOneByOne(io, analyze, input);
  if (bad > 0)
    await note(
      io,
      `${bad} ${bad === 1 ? 'line' : 'lines'} could not be read; each is reported in its place.`,
    );
  return bad > 0 ? exitCodes.partial : exitCodes.ok;
}

async function analyzeOneByOne(
  io: CliIo,
  analyze: AnalyzeArticle,
  input: AsyncIterable<InputRecord | BadLine>,
): Promise<number> {
  let bad = 0;
  for await (const item of input) {
    if (isBad(item)) bad++;
    await answer(io, analyze, item, {});
    if (io.signal.aborted || io.stdout.destroyed) break;
  }
  return bad;
}

async function analyzeTogether(
  io: CliIo,
  analyze: AnalyzeArticle,
  input: AsyncIterable<InputRecord | BadLine>,
  options: JsonlOptions,
): Promise<number> {
  const survey = new CorpusSurvey();
  const items: (InputRecord | BadLine)[] = [];
  for await (const item of input) {
    items.push(item);
    if (!isBad(item)) survey.add(item.record);
  }
  if (!options.isOwnModel) await surveyNames(io, analyze, survey, items);
  for (const item of items) {
    await answer(io, analyze, item, isBad(item) ? {} : survey.evidenceFor(item.record));
    if (io.signal.aborted || io.stdout.destroyed) break;
  }
  return items.filter(isBad).length;
}

/** Of more records, an even share is read for its names first. */
const namedRecords = 1000;

/** What most records take a name for is known when each one is read. */
async function surveyNames(
  { signal }: CliIo,
  analyze: AnalyzeArticle,
  survey: CorpusSurvey,
  items: readonly (InputRecord | BadLine)[],
): Promise<void> {
  const records = items.flatMap((item) => (isBad(item) ? [] : [item.record]));
  const step = Math.max(1, records.length / namedRecords);
  const named: (readonly RecognisedMention[])[] = [];
  for (let at = 0; at < records.length && !signal.aborted; at += step) {
    const record = records[Math.floor(at)]!;
    named.push((await analyze(record, survey.evidenceFor(record))).linked.mentions);
  }
  for (const mentions of named) survey.addNames(mentions);
}

async function answer(
  io: CliIo,
  analyze: AnalyzeArticle,
  item: InputRecord | BadLine,
  evidence: CorpusEvidence,
): Promise<void> {
  const output = isBad(item) ? item : toOutput(await analyze(item.record, evidence), item.isTextGiven);
  await write(io.stdout, `${JSON.stringify(output)}\n`);
}

async function* readRecords(io: CliIo, options: JsonlOptions): AsyncGenerator<InputRecord | BadLine> {
  let line = 0;
  for await (const json of readLines(io.stdin)) {
    line++;
    if (json.trim() !== '') yield parseRecord(json, line, options);
  }
}

function parseRecord(json: string, line: number, options: JsonlOptions): InputRecord | BadLine {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { line, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, error: 'not a JSON object' };
  const fields = value as Readonly<Record<string, unknown>>;
  const id = typeof fields.id === 'number' ? String(fields.id) : fields.id;
  if (typeof id !== 'string') return { line, error: '"id" is missing or neither a string nor a number' };
  const { text, html } = fields;
  if (typeof text !== 'string' && typeof html !== 'string') {
    return { id, line, error: 'neither "text" nor "html" is a string' };
  }
  const read = typeof text === 'string' ? { text } : readHtml(html as string);
  const record: ArticleRecord = {
    id,
    ...read,
    readOn: readingDay(),
    ...factsOfFields(otherFields(fields)),
    ...(typeof fields.url === 'string' ? { url: fields.url } : {}),
    ...(typeof fields.source === 'string' ? { source: fields.source } : {}),
    ...(typeof fields.lang === 'string' ? { language: fields.lang } : {}),
    ...(options.body ? { isBodyOnly: true } : {}),
  };
  return { record, isTextGiven: typeof text === 'string' };
}

/** The fields of the contract mean what it says; all others are recognised like those of a record in a corpus. */
const contractFields: ReadonlySet<string> = new Set(['id', 'text', 'html', 'url', 'lang', 'source']);

function otherFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !contractFields.has(name)));
}

function isBad(item: InputRecord | BadLine): item is BadLine {
  return 'error' in item;
}
