import path from 'node:path';
import { Option, type Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import {
  describeSkipped,
  concordanceSorts,
  isClusterAddress,
  isLeftOut,
  keyLines,
  parseEntityId,
  type ArticleRow,
  type ConcordanceSort,
  type KwicLine,
  type CorpusIndex,
  type EntityList,
  type EntityType,
  type Page,
  type PageRequest,
  type PairMeasure,
  type SearchHit,
  type SearchSort,
  type TextUnit,
} from '../core/index.ts';
import { printDossier } from './dossierCommand.ts';
import { runMcp } from './mcpCommand.ts';
import { exportOptions, printExport } from './exportCommand.ts';
import { findEntity } from './findEntity.ts';
import { articlePlaces } from '../indexer/articlePlaces.ts';
import { filterOf, filterOptions, type FilterOptions } from './filterOptions.ts';
import { CliError, exitCodes, forTerminal, note, write, type CliIo } from './io.ts';
import { fillCluster, initCluster, withCluster, type FillOptions } from './clusterSession.ts';
import {
  withCorpus,
  type AskedSession,
  type CorpusSession,
  type CorpusSessionOptions,
} from './corpusSession.ts';

interface Format {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
}

interface Storage {
  readonly storage?: string;
  readonly model?: string;
}

/** `index`, `entities`, `articles`, `kwic`, `dossier`, `export`: the commands that ask an index. */
export function addIndexCommands(
  program: Command,
  io: CliIo,
  installDir: string,
  finish: (code: number) => void,
): void {
  // `never` lets every command name the options it has: commander makes them, by the declarations beside it.
  const inCorpus =
    (
      run: (session: CorpusSession, options: never, ...rest: string[]) => Promise<number>,
      needs: Pick<CorpusSessionOptions, 'mustBeWhole'> = {},
    ) =>
    async (...args: unknown[]): Promise<void> => {
      // commander hands over the arguments, then the options, then the command.
      const [dir, ...rest] = args.slice(0, -2) as [string, ...string[]];
      const options = args.at(-2) as Storage;
      const root = path.resolve(io.cwd, dir);
      finish(
        await withCorpus({ io, installDir, root, ...needs, ...options }, (session) =>
          run(session, options as never, ...rest),
        ),
      );
    };

  const inAnyCorpus =
    (run: (session: AskedSession, options: never, ...rest: string[]) => Promise<number>) =>
    async (...args: unknown[]): Promise<void> => {
      const [place, ...rest] = args.slice(0, -2) as [string, ...string[]];
      if (!isClusterAddress(place)) return inCorpus(run)(...args);
      const options = args.at(-2) as never;
      finish(await withCluster(io, place, (session) => run(session, options, ...rest)));
    };

  shapeOptions(storageOption(program.command('index')))
    .description('Bring the index of a folder up to date, or fill a corpus in a cluster from it')
    .argument('<dir>', 'a folder; with --engine also one file of records')
    .option(
      '--engine <address>',
      'a corpus in an OpenSearch or Elasticsearch cluster: https://host:9200/name',
    )
    .option(
      '--partition <i/n>',
      'with --engine: only the i-th of n parts, here; other machines fill the rest',
    )
    .option('--json', 'print the report as JSON')
    .action(async (dir: string, options: Storage & Format & Partial<FillOptions>, command: Command) => {
      if (options.engine === undefined) {
        if (options.partition !== undefined)
          throw new CliError(
            '--partition is for a corpus in a cluster: name it with --engine.',
            exitCodes.usage,
          );
        return inCorpus(printReport, { mustBeWhole: true })(dir, options, command);
      }
      if (options.model !== undefined)
        throw new CliError(
          '--model is for the index of a folder, not for a corpus in a cluster.',
          exitCodes.usage,
        );
      const source = path.resolve(io.cwd, dir);
      finish(await printFill(io, await fillCluster(io, installDir, source, options as FillOptions), options));
    });

  shapeOptions(program.command('init'))
    .description('Make a corpus in a cluster, or bring one of an older version to this one')
    .argument('<address>', 'https://host:9200/name')
    .action(async (address: string, options: FillOptions) => {
      finish(await initCluster(io, address, options));
    });

  formatOptions(storageOption(program.command('entities')))
    .description('Organizations, people and places of a folder, most articles first')
    .argument('<dir>')
    .addOption(new Option('--type <type>', 'org, per or loc').choices(['org', 'per', 'loc']))
    .option('--limit <n>', 'at most this many of each type', positiveInteger)
    .action(inAnyCorpus(printEntities));

  formatOptions(filterOptions(storageOption(program.command('articles'))))
    .description('Articles of a folder, by date, the undated last')
    .argument('<dir>')
    .action(inAnyCorpus(printArticles));

  formatOptions(filterOptions(storageOption(program.command('kwic'))))
    .description('Every occurrence of words in their context')
    .argument('<dir>')
    .argument('<query>', 'words, "a phrase", prefix*, NEAR(a b, 5), AND, OR, NOT or -word, parentheses')
    .addOption(
      new Option('--sort <order>', 'left and right read the words away from the keyword')
        .choices(concordanceSorts)
        .default('date'),
    )
    .action(inAnyCorpus(printKwic));

  formatOptions(filterOptions(storageOption(program.command('search'))))
    .description('Articles with words, best first, each with the stretches that hold them')
    .argument('<dir>')
    .argument('<query>', 'as for kwic')
    .addOption(
      new Option('--sort <order>', 'rank, date or dateDescending')
        .choices(['rank', 'date', 'dateDescending'])
        .default('rank'),
    )
    .option('--limit <n>', 'at most this many', positiveInteger)
    .action(inAnyCorpus(printSearch));

  formatOptions(filterOptions(storageOption(program.command('cooccur'))))
    .description('Entities named together, those first that chance explains least')
    .argument('<dir>')
    .option('--with <name>', 'only pairs with this entity')
    .option(
      '--type <types>',
      'of both, or of the other one: org, per, loc, several with commas, or all (default: org)',
      entityTypes,
    )
    .addOption(
      new Option('--unit <unit>', 'what counts as together')
        .choices(['sentence', 'paragraph'])
        .default('sentence'),
    )
    .addOption(
      new Option('--measure <measure>', 'what pairs are ranked by')
        .choices(['logLikelihood', 'npmi', 'together'])
        .default('logLikelihood'),
    )
    .option('--minimum <n>', 'named together so often at least (default: 2)', positiveInteger)
    .option('--limit <n>', 'at most this many (default: 100)', positiveInteger)
    .action(inAnyCorpus(printPairs));

  filterOptions(storageOption(program.command('dossier')))
    .description('What a folder knows of one entity, as Markdown')
    .argument('<dir>')
    .argument('<name>', 'any of its names')
    .option('--json', 'print what it is written from as JSON')
    .option('--out <file>', 'write it there, with links from there (default: stdout)')
    .option('--force', 'write over a file that is there')
    .action(inAnyCorpus(printDossier));

  storageOption(program.command('mcp'))
    .description('Answer the questions of a language model over stdin and stdout (Model Context Protocol)')
    .argument('<dir>')
    .action(async (dir: string, options: Storage) => {
      const root = path.resolve(io.cwd, dir);
      finish(
        await runMcp(io, installDir, program.version() ?? '', (run) =>
          isClusterAddress(dir)
            ? withCluster(io, dir, run)
            : withCorpus({ io, installDir, root, ...options }, run),
        ),
      );
    });

  exportOptions(storageOption(program.command('export')))
    .description('The articles of a filter, or a concordance, for another program')
    .argument('<dir>')
    .action(inAnyCorpus(printExport));
}

function storageOption(command: Command): Command {
  return command
    .option(
      '--storage <dir>',
      'where indexes are kept (default: $CORPUS_EXPLORER_HOME or the user data folder)',
    )
    .option('--model <dir>', 'find names with the ONNX model in a folder (default: $CORPUS_EXPLORER_MODEL)');
}

function shapeOptions(command: Command): Command {
  return command
    .option(
      '--shards <n>',
      'of a new corpus in a cluster: parts that can lie on different nodes',
      positiveInteger,
      3,
    )
    .option('--replicas <n>', 'of a new corpus in a cluster: further copies of each part', wholeNumber, 1);
}

function formatOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON array')
    .option('--jsonl', 'print one JSON object a line')
    .option('--csv', 'print CSV with a header');
}

/** What was filled; and whether the server holds as many articles as were read. */
async function printFill(
  io: CliIo,
  { index, report }: Awaited<ReturnType<typeof fillCluster>>,
  options: Format,
): Promise<number> {
  const code = await printReport({ io, index, report }, options);
  const { held, read } = await index.articlesOfPart();
  const isEqual = held === read;
  await note(
    io,
    `${index.part === 'all' ? 'Server' : `Part ${index.part}`}: ${count(held, 'article')} held, ${read} read${isEqual ? '' : ': run the same command again'}.`,
  );
  return isEqual ? code : exitCodes.partial;
}

async function printReport(
  { io, report, index }: Pick<CorpusSession, 'io' | 'report' | 'index'>,
  options: Format,
): Promise<number> {
  const status = await index.status();
  if (options.json) {
    await write(io.stdout, `${JSON.stringify({ ...status, report }, null, 2)}\n`);
  } else {
    const { ORG, PER, LOC, unsure } = status.entities;
    await write(
      io.stdout,
      `${count(status.articles, 'article')}, ${status.undated} undated; ${count(ORG, 'organization')}, ${PER} people, ${count(LOC, 'place')}${unsure ? `, ${unsure} to review` : ''}\n`,
    );
  }
  const skippedFiles = report?.skipped ?? [];
  for (const skipped of skippedFiles) {
    const { path, isRead } = skipped;
    const label = isRead ? 'noted' : isLeftOut(skipped) ? 'left out' : 'read in part';
    await note(io, `${label}: ${path}: ${describeSkipped(skipped)}`);
  }
  return skippedFiles.some(({ isRead }) => !isRead) ? exitCodes.partial : exitCodes.ok;
}

async function printEntities(
  { index, io }: AskedSession,
  options: Format & { type?: string; limit?: number },
): Promise<number> {
  const types = options.type ? [options.type.toUpperCase() as EntityType] : allTypes;
  const limit = options.limit ?? Infinity;
  const lists = await Promise.all(
    [...types, 'unsure' as const].map((list) => entityRows(index, list, types, limit)),
  );
  const rows = lists.flat();
  await print(
    io,
    rows,
    options,
    (row) =>
      `${row.type}  ${row.name}${row.review ? ' ?' : ''}  ${count(row.articles, 'article')}, ${count(row.mentions, 'mention')}`,
  );
  return exitCodes.ok;
}

/** The entities of a list; of those to be looked at the ones of some types, whose `review` is 1. */
async function entityRows(
  index: CorpusIndex,
  list: EntityList,
  types: readonly EntityType[],
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { value, label, articles, mentions = 0 } of pages(
    (page) => index.facet({}, list, page),
    list === 'unsure' ? Infinity : limit,
  )) {
    const { type } = parseEntityId(value)!;
    if (!types.includes(type)) continue;
    rows.push({ id: value, type, name: label, articles, mentions, review: list === 'unsure' ? 1 : 0 });
    if (rows.length === limit) break;
  }
  return rows;
}

async function printArticles(session: AskedSession, options: Format & FilterOptions): Promise<number> {
  const { index, io } = session;
  const filter = await filterOf(session, options);
  const rows: Row[] = [];
  for await (const article of pages((page) => index.documents(filter, 'date', page), Infinity)) {
    rows.push(articleRow(article));
  }
  await print(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.title}  ${row.outlet}  ${row.path}`,
  );
  return exitCodes.ok;
}

async function printKwic(
  session: AskedSession,
  options: Format & FilterOptions & { readonly sort: ConcordanceSort },
  query = '',
): Promise<number> {
  const { index, io } = session;
  const filter = await filterOf(session, options);
  const lines: KwicLine[] = [];
  for await (const line of pages((page) => index.kwic({ words: query }, filter, page), Infinity))
    lines.push(line);
  const rows = keyLines(lines, options.sort).map(({ line }): Row => {
    const { article, left, keyword, right, start, end, from } = line;
    return { ...articleRow(article), line: from.line + 1, left, keyword, right, start, end };
  });
  await print(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.path}  ${row.left}[${row.keyword}]${row.right}`,
  );
  return foundOrNot(io, rows);
}

async function printSearch(
  session: AskedSession,
  options: Format & FilterOptions & { sort: SearchSort; limit?: number },
  query = '',
): Promise<number> {
  const { index, io, readText } = session;
  const filter = await filterOf(session, options);
  const places = articlePlaces(index, readText);
  const ask = (page: PageRequest): Promise<Page<SearchHit>> =>
    index.search(query, filter, page, options.sort);
  const rows: Row[] = [];
  for await (const { article, snippets } of pages(ask, options.limit ?? Infinity)) {
    const line = await places.line(article.id, snippets[0]?.start ?? 0);
    const text = snippets.map((snippet) => snippet.text).join(' … ');
    rows.push({ ...articleRow(article), line, snippet: text });
  }
  await print(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.path}:${row.line}  ${row.title}  ${row.snippet}`,
  );
  return foundOrNot(io, rows);
}

async function printPairs(
  session: AskedSession,
  options: Format &
    FilterOptions & {
      with?: string;
      type?: readonly EntityType[];
      unit: TextUnit;
      measure: PairMeasure;
      minimum?: number;
      limit?: number;
    },
): Promise<number> {
  const { index, io } = session;
  const filter = await filterOf(session, options);
  const entity = options.with === undefined ? undefined : await findEntity(index, options.with, io);
  const { unit, measure, type: types = ['ORG'], minimum = 2, limit = 100 } = options;
  const request = { unit, measure, types, minimum, ...(entity && { entity: entity.id }) };
  const rows: Row[] = [];
  for await (const pair of pages((page) => index.cooccurrence(filter, request, page), limit)) {
    const { first, second, together, articles, score } = pair;
    rows.push({
      first: first.name,
      second: second.name,
      together,
      articles,
      score: Math.round(score * 1000) / 1000,
      first_units: first.units,
      second_units: second.units,
      first_id: first.id,
      second_id: second.id,
      first_type: first.type,
      second_type: second.type,
    });
  }
  await print(
    io,
    rows,
    options,
    (row) =>
      `${row.first} + ${row.second}  ${row.together} together in ${count(row.articles, 'article')}  ${row.score}`,
  );
  return foundOrNot(io, rows);
}

/** Nothing found is said, and told to scripts by the exit code. */
async function foundOrNot(io: CliIo, rows: readonly Row[]): Promise<number> {
  if (rows.length > 0) return exitCodes.ok;
  await note(io, 'Nothing was found.');
  return exitCodes.partial;
}

type Row = Readonly<Record<string, string | number>>;

function articleRow(article: ArticleRow): Row {
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

async function print(
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
async function* pages<T>(ask: (page: PageRequest) => Promise<Page<T>>, limit: number): AsyncGenerator<T> {
  let left = limit;
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: Math.min(500, left), ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    left -= page.items.length;
    cursor = page.cursor;
  } while (cursor !== undefined && left > 0);
}

function count(number: unknown, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

const allTypes: readonly EntityType[] = ['ORG', 'PER', 'LOC'];

/** "org", "org,per" or "all". */
function entityTypes(value: string): readonly EntityType[] {
  if (value.toLowerCase() === 'all') return allTypes;
  const names = value.split(',').map((name) => name.trim().toUpperCase());
  const types = allTypes.filter((type) => names.includes(type));
  if (types.length === 0 || types.length < new Set(names).size) {
    throw new CliError(`A type is org, per or loc, not "${value}".`, exitCodes.usage);
  }
  return types;
}

function wholeNumber(value: string): number {
  return value === '0' ? 0 : positiveInteger(value);
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new CliError(`A number must be whole and above 0, not "${value}".`, exitCodes.usage);
  }
  return number;
}
