import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import {
  cleaningRefusal,
  isSure,
  readPassages,
  refusalSentences,
  removeSpans,
  spansToRemove,
  type AnalysisModels,
  type Boilerplate,
  type Evidence,
} from '../core/index.ts';
import { encodeText } from '../formats/encoding.ts';
import { curationOfFile } from './curationOfFile.ts';
import { CliError, exitCodes, note, write, type CliIo } from './io.ts';
import { readArticleFile, type ArticleFile } from './readArticleFile.ts';

export interface CleanOptions {
  /** Replace the file. */
  readonly write?: boolean;
  /** Print a unified diff; change nothing. */
  readonly diff?: boolean;
  /** Write the cleaned copies into this folder. */
  readonly out?: string;
  readonly json?: boolean;
  /** Remove what is doubtful too. */
  readonly doubtful?: boolean;
  /** A file of which less than this many percent of the words would be left is left alone. */
  readonly floor?: number;
  /** Clean what reads as no article too, and leave as little as it may be. */
  readonly force?: boolean;
}

interface CleanedFile extends ArticleFile {
  readonly name: string;
  readonly cleaned: string;
  readonly removed: readonly Boilerplate[];
  /** Why nothing was removed, although it might be. */
  readonly refusal?: Evidence;
}

/** `clean FILE…`: takes the boilerplate out. Never in place without `--write`. */
export async function cleanFiles(
  io: CliIo,
  loadModels: () => AnalysisModels,
  files: readonly string[],
  options: CleanOptions,
): Promise<number> {
  if (files.length > 1 && !options.write && !options.diff && !options.json && options.out === undefined) {
    throw new CliError('Several files need --write, --diff, --json or --out DIR.', exitCodes.usage);
  }
  const models = loadModels();
  let failed = 0;
  for (const name of files) {
    if (io.signal.aborted) return exitCodes.cancelled;
    try {
      const cleaned = await cleanOne(io, models, name, options);
      await deliver(io, cleaned, options);
      if (cleaned.refusal) failed++;
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      failed++;
      await note(io, error.message);
    }
  }
  return failed > 0 ? exitCodes.partial : exitCodes.ok;
}

async function cleanOne(
  io: CliIo,
  models: AnalysisModels,
  name: string,
  options: CleanOptions,
): Promise<CleanedFile> {
  const file = readArticleFile(io, name);
  const found = readPassages(
    file.record,
    models.clean,
    (await curationOfFile(io, name, file.record)).evidence,
  ).boilerplate;
  const removed = options.doubtful ? found : found.filter(isSure);
  const { text } = file.record;
  const spans = spansToRemove(text, removed);
  const refusal = options.force ? undefined : cleaningRefusal(text, spans, floorOf(options));
  if (refusal) {
    await note(io, `${name}: not cleaned: ${sentenceOf(refusal)} --force cleans it all the same.`);
    return { ...file, name, removed: [], cleaned: text, refusal };
  }
  const kept = found.length - removed.length;
  if (kept > 0) {
    await note(
      io,
      `${name}: ${kept} doubtful ${kept === 1 ? 'passage' : 'passages'} kept; --doubtful removes them too.`,
    );
  }
  return { ...file, name, removed, cleaned: removeSpans(text, spans).text };
}

/** The option as the refusal wants it. */
export function floorOf({ floor }: Pick<CleanOptions, 'floor'>): { readonly floorPercent?: number } {
  return floor === undefined ? {} : { floorPercent: floor };
}

function sentenceOf({ rule, values }: Evidence): string {
  const sentence = (refusalSentences as Readonly<Record<string, string>>)[rule] ?? rule;
  return sentence.replace(/\{(\w+)\}/g, (whole, value: string) => String(values?.[value] ?? whole));
}

async function deliver(io: CliIo, file: CleanedFile, options: CleanOptions): Promise<void> {
  const { name, record, cleaned, removed, refusal } = file;
  if (options.json) {
    const passages = removed.map(({ start, end, kind, evidence }) => ({
      start,
      end,
      kind,
      rule: evidence.rule,
    }));
    await write(
      io.stdout,
      `${JSON.stringify({ file: name, removed: passages, ...(refusal && { refused: refusal.rule }), cleaned })}\n`,
    );
  } else if (options.diff) {
    if (removed.length > 0)
      await write(io.stdout, createTwoFilesPatch(name, name, record.text, cleaned, '', 'cleaned'));
  } else if (options.out === undefined && !options.write) {
    await write(io.stdout, cleaned);
  }
  if (options.out !== undefined) writeCopy(io, file, options.out);
  if (options.write && removed.length > 0) replaceFile(file);
}

function writeCopy(
  io: CliIo,
  { path: source, name, record, decoded, cleaned }: CleanedFile,
  folder: string,
): void {
  const base = record.markup === undefined ? path.basename(name) : `${path.basename(name)}.txt`;
  const target = path.resolve(io.cwd, folder, base);
  if (target === source)
    throw new CliError(`${name}: --out would overwrite it; choose another folder or use --write.`);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, encodeText(cleaned, decoded));
  } catch (error) {
    throw cannotWrite(name, error);
  }
}

/** Writes beside the file and renames, so that a full disk or a killed process leaves the original whole. */
function replaceFile({ path: target, name, record, decoded, cleaned }: CleanedFile): void {
  if (record.markup !== undefined)
    throw new CliError(`${name}: an HTML file is not rewritten; use --out DIR.`);
  if (decoded.replacedBytes > 0)
    throw new CliError(`${name}: has bytes that are not ${decoded.encoding}; it was left alone.`);
  const temporary = `${target}.corpus-explorer-${process.pid}.tmp`;
  try {
    writeFileSync(temporary, encodeText(cleaned, decoded), { flag: 'wx' });
    chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw cannotWrite(name, error);
  }
}

function cannotWrite(name: string, error: unknown): CliError {
  return new CliError(
    `${name}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
  );
}
