import { stringify } from 'csv-stringify/sync';
import type { Command } from 'commander';
import type { ArticleRow, Page, PageRequest } from '../core/index.ts';
import { exitCodes, forTerminal, note, write, type CliIo } from './io.ts';

/** How a table is printed; as text for people when nothing is said. */
export interface Format {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
}

export function formatOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON array')
    .option('--jsonl', 'print one JSON object a line')
    .option('--csv', 'print CSV with a header');
}

/** Nothing found is said, and told to scripts by the exit code. */
export async function foundOrNot(io: CliIo, found: number): Promise<number> {
  if (found > 0) return exitCodes.ok;
  await note(io, 'Nothing was found.');
  return exitCodes.partial;
}

/** One line of a table. */
export type Row = Readonly<Record<string, string | number>>;

/** What every table says of an article. */
export function articleRow(article: ArticleRow): Row {
  return {
    path: article.id,
    date: article.date ?? '',
    precision: article.precision ?? '',
    title: article.title,
    outlet: article.outlet ?? '',
    aggregator: article.aggregator ?? '',
    authors: article.authors.join('; '),
    lang: article.language,
    ...(article.mentions === undefined ? {} : { mentions: article.mentions }),
  };
}

/** Prints rows in the format asked for; as text, each by `line`. */
export async function printRows(
  io: CliIo,
  rows: readonly Row[],
  format: Format,
  line: (row: Readonly<Record<string, string | number | undefined>>) => string,
): Promise<void> {
  if (format.json) await write(io.stdout, `${JSON.stringify(rows, null, 2)}\n`);
  else if (format.csv) await write(io.stdout, stringify([...rows], { header: true, escape_formulas: true }));
  else
    for (const row of rows)
      await write(io.stdout, `${format.jsonl ? JSON.stringify(row) : forTerminal(line(row))}\n`);
}

/** All items of a paged answer, up to a limit. */
export async function* pages<T>(
  ask: (page: PageRequest) => Promise<Page<T>>,
  limit: number,
): AsyncGenerator<T> {
  let left = limit;
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: Math.min(500, left), ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    left -= page.items.length;
    cursor = page.cursor;
  } while (cursor !== undefined && left > 0);
}

/** A number and what it counts. */
export function count(number: unknown, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
