import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { articleSource, describeSkip, isRecordFile, recordId, type ArticleRecord } from '../core/index.ts';
import { readSettings } from '../formats/corpusSettings.ts';
import { decodeBytes, type DecodedText } from '../formats/encoding.ts';
import { toArticle } from '../formats/toArticle.ts';
import { findArticle } from '../indexer/textReader.ts';
import { CliError, type CliIo } from './io.ts';

/** Larger than any article; what is longer is a dump or a database. */
const largestFileBytes = 50_000_000;

export interface ArticleFile {
  readonly path: string;
  readonly decoded: DecodedText;
  readonly record: ArticleRecord;
}

/** Reads one source file named on the command line. Throws a `CliError` that says what is wrong with it. */
export function readArticleFile(io: CliIo, file: string): ArticleFile {
  if (isRecordFile(file))
    throw new CliError(`${file}: may hold many articles; name one of them, ${file}#1, or use "index".`);
  const fullPath = path.resolve(io.cwd, file);
  const bytes = readBytes(fullPath, file);
  const decoded = decodeBytes(bytes);
  if ('reason' in decoded) throw new CliError(`${file}: ${describeSkip(decoded.reason)}`);
  return { path: fullPath, decoded, record: { ...toArticle(path.basename(file), decoded.text), id: file } };
}

/**
 * The article that is named on the command line: a file, with what a table beside it says, or a record of one,
 * `articles.jsonl#12`. Rejects with a `CliError` that says what is wrong.
 */
export async function readNamedArticle(io: CliIo, name: string): Promise<ArticleRecord> {
  const { file, record: number } = articleSource(name);
  const fullPath = path.resolve(io.cwd, file);
  const [folder, base] = [path.dirname(fullPath), path.basename(fullPath)];
  if (number === undefined) {
    const { decoded } = readArticleFile(io, name);
    const stated = await (await readSettings(folder)).statedOf(base);
    return { ...toArticle(base, decoded.text, stated), id: name };
  }
  const found = await findArticle(folder, recordId(base, number));
  if ('missing' in found) throw new CliError(`${name}: ${describeSkip(found.missing)}`);
  return { ...found.record, id: name };
}

function readBytes(fullPath: string, file: string): Buffer {
  try {
    const stat = statSync(fullPath);
    if (stat.isDirectory()) throw new CliError(`${file}: is a folder; name its files, or use "index".`);
    if (stat.size > largestFileBytes) {
      throw new CliError(
        `${file}: ${Math.round(stat.size / 1e6)} MB is more than one article; split it first.`,
      );
    }
    return readFileSync(fullPath);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
    );
  }
}
