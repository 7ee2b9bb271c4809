import path from 'node:path';
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { describeQueryProblem, WordQueryError } from '../core/index.ts';
import { ClusterError } from '../engines/opensearch/clusterError.ts';
import { openAnalyzer, type AnalyzeArticle } from '../indexer/articleAnalyzer.ts';
import { loadModels } from '../indexer/models.ts';
import { OwnModelProblem } from '../indexer/ownModel/ownModelProblem.ts';
import { analyzeFile } from './analyzeFile.ts';
import { analyzeJsonl } from './analyzeJsonl.ts';
import { addCleanCommand } from './cleanCommand.ts';
import { ownModelFolder } from './corpusSession.ts';
import { addIndexCommands } from './indexCommands.ts';
import { CliError, exitCodes, note, type CliIo } from './io.ts';

/**
 * The whole command line: arguments in, exit code out. `installDir` holds `dist/` and `models/`. Never throws; what goes
 * wrong is a line on stderr and an exit code (0 done, 1 partly, 2 usage, 3 engine missing, 130 interrupted).
 */
export async function runCli(args: readonly string[], io: CliIo, installDir: string): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number): void => {
    exitCode = io.signal.aborted ? exitCodes.cancelled : code;
  };
  const program = createProgram(io, installDir, finish);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (error instanceof CliError) {
      await note(io, error.message);
      return error.exitCode;
    }
    if (error instanceof WordQueryError) {
      await note(io, pointAt(error));
      return exitCodes.usage;
    }
    if (io.signal.aborted) return exitCodes.cancelled;
    await note(io, messageOf(error));
    // The index names the field of a filter that it cannot read.
    return error instanceof RangeError || error instanceof OwnModelProblem
      ? exitCodes.usage
      : exitCodes.partial;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof ClusterError) || error.rule !== 'unauthorized') return error.message;
  return `${error.message} They are read from CORPUS_EXPLORER_USER and CORPUS_EXPLORER_PASSWORD, from CORPUS_EXPLORER_API_KEY, or from CORPUS_EXPLORER_TOKEN.`;
}

/** The query with a mark under the place of its problem. */
function pointAt({ source, problem }: WordQueryError): string {
  const oneLine = source.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  const mark = ' '.repeat(problem.start) + '^'.repeat(Math.max(1, problem.end - problem.start));
  return `${describeQueryProblem(problem)}\n  ${oneLine}\n  ${mark}`;
}

function createProgram(io: CliIo, installDir: string, finish: (code: number) => void): Command {
  const models = () => loadModels(path.join(installDir, 'models'));
  const program = new Command('corpus-explorer')
    .description(
      'Browse a folder of press articles by entity and date, and take the boilerplate out of them. Offline.',
    )
    .version(installedVersion(installDir))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });

  program
    .command('analyze')
    .description('What is known of one file; with --jsonl a filter from stdin to stdout, one record a line')
    .argument('[file]', 'a .txt, .md or .html file, or a record: articles.jsonl#12')
    .option('--json', 'print JSON')
    .option(
      '--jsonl',
      'read {"id", "text" | "html", "url"?, "lang"?, "source"?} lines, write one answer a line',
    )
    .option('--corpus', 'with --jsonl: read all records first and use what repeats among them')
    .option('--body', 'the text is all body: no cleaning')
    .option('--model <dir>', 'find names with the ONNX model in a folder (default: $CORPUS_EXPLORER_MODEL)')
    .action(async (file: string | undefined, options: AnalyzeOptions) => {
      if ((file === undefined) !== (options.jsonl === true)) {
        throw new CliError('analyze takes either one FILE or --jsonl.', exitCodes.usage);
      }
      const ownModel = ownModelFolder(io, options.model);
      const analyzer = (): Promise<AnalyzeArticle> => openAnalyzer(models(), ownModel);
      finish(
        file === undefined
          ? await analyzeJsonl(io, await analyzer(), { ...options, isOwnModel: ownModel !== undefined })
          : await analyzeFile(io, analyzer, file, options),
      );
    });

  addCleanCommand(program, io, installDir, models, finish);
  addIndexCommands(program, io, installDir, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

interface AnalyzeOptions {
  readonly model?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly corpus?: boolean;
  readonly body?: boolean;
}

function installedVersion(installDir: string): string {
  const manifest = JSON.parse(readFileSync(path.join(installDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
