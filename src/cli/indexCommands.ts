import path from 'node:path';
import { Option, type Command } from 'commander';
import { concordanceSorts, isClusterAddress, type EntityType } from '../core/index.ts';
import { curateCluster, fillCluster, initCluster, withCluster, type FillOptions } from './clusterSession.ts';
import {
  withCorpus,
  type AskedSession,
  type CorpusSession,
  type CorpusSessionOptions,
} from './corpusSession.ts';
import { printDossier } from './dossierCommand.ts';
import { exportOptions, printExport } from './exportCommand.ts';
import { filterOptions } from './filterOptions.ts';
import { printFill, printReport } from './indexReport.ts';
import { CliError, exitCodes, type CliIo } from './io.ts';
import { runMcp } from './mcpCommand.ts';
import {
  allTypes,
  printArticles,
  printEntities,
  printKwic,
  printPairs,
  printSearch,
} from './tableCommands.ts';
import { formatOptions, type Format } from './tables.ts';

interface Storage {
  readonly storage?: string;
  readonly model?: string;
  readonly dateField?: string;
  readonly curation?: string;
}

const place = 'a folder, or the address of a corpus in a cluster';

/** The commands that fill or ask an index, with their arguments and options. */
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
      const options = args.at(-2) as Storage;
      if (!isClusterAddress(place)) {
        for (const [name, value] of [
          ['--date-field', options.dateField],
          ['--curation', options.curation],
        ])
          if (value !== undefined)
            throw new CliError(`${name} is for a corpus in a cluster, not for a folder.`, exitCodes.usage);
        return inCorpus(run)(...args);
      }
      finish(await withCluster(io, place, options, (session) => run(session, options as never, ...rest)));
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

  program
    .command('curate')
    .description('Write what a curation file says of entities and dates into a corpus in a cluster')
    .argument('<address>', 'https://host:9200/name')
    .argument('<file>', 'a curation file, such as FOLDER/.corpus/curation.yaml')
    .action(async (address: string, file: string) => {
      finish(await curateCluster(io, address, file));
    });

  formatOptions(storageOption(program.command('entities')))
    .description('Organizations, people and places of a folder, most articles first')
    .argument('<dir>', place)
    .addOption(new Option('--type <type>', 'org, per or loc').choices(['org', 'per', 'loc']))
    .option('--limit <n>', 'at most this many of each type', positiveInteger)
    .action(inAnyCorpus(printEntities));

  formatOptions(filterOptions(storageOption(program.command('articles'))))
    .description('Articles of a folder, by date, the undated last')
    .argument('<dir>', place)
    .action(inAnyCorpus(printArticles));

  formatOptions(filterOptions(storageOption(program.command('kwic'))))
    .description('Every occurrence of words in their context')
    .argument('<dir>', place)
    .argument(
      '<query>',
      'words, "a phrase", prefix*, NEAR(a b, 5), AND, OR, NOT or -word, parentheses; one that begins with - stands after --',
    )
    .addOption(
      new Option('--sort <order>', 'left and right read the words away from the keyword')
        .choices(concordanceSorts)
        .default('date'),
    )
    .action(inAnyCorpus(printKwic));

  formatOptions(filterOptions(storageOption(program.command('search'))))
    .description('Articles with words, best first, each with the stretches that hold them')
    .argument('<dir>', place)
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
    .argument('<dir>', place)
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
    .argument('<dir>', place)
    .argument('<name>', 'any of its names')
    .option('--json', 'print what it is written from as JSON')
    .option('--out <file>', 'write it there, with links from there (default: stdout)')
    .option('--force', 'write over a file that is there')
    .action(inAnyCorpus(printDossier));

  storageOption(program.command('mcp'))
    .description('Answer the questions of a language model over stdin and stdout (Model Context Protocol)')
    .argument('<dir>', place)
    .action(async (dir: string, options: Storage) => {
      const root = path.resolve(io.cwd, dir);
      finish(
        await runMcp(io, installDir, program.version() ?? '', (run) =>
          isClusterAddress(dir)
            ? withCluster(io, dir, options, run)
            : withCorpus({ io, installDir, root, ...options }, run),
        ),
      );
    });

  exportOptions(storageOption(program.command('export')))
    .description('The articles of a filter, or a concordance, for another program')
    .argument('<dir>', place)
    .action(inAnyCorpus(printExport));
}

function storageOption(command: Command): Command {
  return command
    .option(
      '--storage <dir>',
      'where indexes are kept (default: $CORPUS_EXPLORER_HOME or the user data folder)',
    )
    .option('--model <dir>', 'find names with the ONNX model in a folder (default: $CORPUS_EXPLORER_MODEL)')
    .option(
      '--date-field <field>',
      'of an index of Datashare or OpenAleph: what tells when an article was published, or none; kept',
    )
    .option(
      '--curation <file>',
      'of a corpus in a cluster: answer by what a curation file says of entities and dates, writing nothing',
    );
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
