import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analyzeArticle, entryOf, readWordQuery, type AnalysisModels } from '../../src/core/index.ts';
import { parseSettings } from '../../src/formats/corpusSettings.ts';
import { readCuration } from '../../src/formats/curation/curationFile.ts';
import { readHtml } from '../../src/formats/html.ts';
import { openSource } from '../../src/formats/openSource.ts';
import { readSettings } from '../../src/formats/corpusSettings.ts';
import { loadModels } from '../../src/indexer/models.ts';
import { hostileLength, hostileText, seededRandom } from './hostileText.ts';

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

export interface FuzzOutcome {
  readonly counts: Readonly<Record<string, number>>;
  readonly slowest: { readonly reader: string; readonly ms: number; readonly length: number };
  readonly failure?: { readonly reader: string; readonly message: string; readonly input: string };
}

/** Throws when something is wrong with what was read. */
type Reader = (input: string, random: () => number) => void | Promise<void>;

/** So many inputs out of a hundred for each reader: what is cheap is asked more often. */
const shares = { query: 40, html: 14, curation: 12, settings: 12, records: 12, analysis: 10 } as const;

/** Processor time that an input may take: much for any, and some for each character. */
const limitMs = 2000;
const limitMsPerCharacter = 0.5;

/** Feeds generated inputs to everything that reads, until one fails. */
export async function fuzz({ inputs, seed, onProgress }: FuzzOptions): Promise<FuzzOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-fuzz-'));
  const readers = readersIn(folder, loadModels(resolve('models')));
  const deck = Object.entries(shares).flatMap(([name, share]) =>
    Array.from({ length: share }, () => name as keyof typeof shares),
  );
  const counts: Record<string, number> = {};
  let slowest = { reader: '', ms: 0, length: 0 };
  try {
    for (let i = 0; i < inputs; i++) {
      const random = seededRandom(seed + i * 7919);
      const reader = deck[Math.floor(random() * deck.length)]!;
      const input = hostileText(random, hostileLength(random));
      counts[reader] = (counts[reader] ?? 0) + 1;
      const before = process.threadCpuUsage();
      try {
        await readers[reader](input, random);
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { counts, slowest, failure: { reader, message, input } };
      }
      const { user, system } = process.threadCpuUsage(before);
      const ms = (user + system) / 1000;
      if (ms > slowest.ms) slowest = { reader, ms, length: input.length };
      if (ms > limitMs + limitMsPerCharacter * input.length)
        return { counts, slowest, failure: { reader, message: `took ${ms} ms`, input } };
      if (i % 50_000 === 49_999) onProgress?.(i + 1);
    }
    return { counts, slowest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readersIn(folder: string, models: AnalysisModels): Record<keyof typeof shares, Reader> {
  return {
    query: (input) => {
      readWordQuery(input);
    },
    html: (input) => {
      const { text } = readHtml(input);
      if (typeof text !== 'string') throw new Error('no text');
    },
    curation: (input) => {
      for (const { line } of readCuration(input).problems) if (line < 0) throw new Error(`line ${line}`);
    },
    settings: (input) => {
      parseSettings(input);
    },
    records: (input, random) => readRecordFile(folder, input, random),
    analysis: (input) => {
      analyzeAll(input, models);
    },
  };
}

const names = [
  'a.txt',
  'a.md',
  'a.html',
  'a.jsonl',
  'a.json',
  'a.csv',
  'a.tsv',
  'metadata.csv',
  'a.jsonl.gz',
];

async function readRecordFile(folder: string, input: string, random: () => number): Promise<void> {
  const name = names[Math.floor(random() * names.length)]!;
  writeFileSync(
    join(folder, name),
    Buffer.from(input, random() < 0.5 ? 'utf8' : random() < 0.5 ? 'latin1' : 'utf16le'),
  );
  const { records, outcome } = await openSource(folder, name, await readSettings(folder));
  for await (const { record } of records) if (typeof record.text !== 'string') throw new Error('no text');
  outcome();
}

function analyzeAll(text: string, models: AnalysisModels): void {
  const analysis = analyzeArticle({ id: 'a.txt', text }, models);
  const spans = [...analysis.boilerplate, ...analysis.linked.mentions];
  for (const { start, end } of spans) {
    if (!(start >= 0 && start < end && end <= analysis.text.length))
      throw new Error(`a span ${start}–${end}`);
  }
  entryOf('a.txt', analysis);
}
