import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeSkip, type ArticleRecord } from '../core/index.ts';
import { decodeBytes, type DecodedText } from '../formats/encoding.ts';
import { readHtml } from '../formats/html.ts';
import { readingDay } from '../formats/readingDay.ts';
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
  const fullPath = path.resolve(io.cwd, file);
  const bytes = readBytes(fullPath, file);
  const decoded = decodeBytes(bytes);
  if ('reason' in decoded) throw new CliError(`${file}: ${describeSkip(decoded.reason)}`);
  const isHtml = /\.html?$/i.test(file);
  const read = isHtml ? readHtml(decoded.text) : { text: decoded.text };
  return {
    path: fullPath,
    decoded,
    record: { id: file, fileName: path.basename(file), readOn: readingDay(), ...read },
  };
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
