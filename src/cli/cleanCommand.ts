import { statSync } from 'node:fs';
import path from 'node:path';
import { Option, type Command } from 'commander';
import type { AnalysisModels } from '../core/index.ts';
import { cleanFiles, type CleanOptions } from './cleanFiles.ts';
import { cleanFolder, type CleanFolderOptions } from './cleanFolder.ts';
import { filterOptions } from './filterOptions.ts';
import { CliError, exitCodes, type CliIo } from './io.ts';

type AnyOptions = CleanOptions & Partial<CleanFolderOptions>;

/** Options that only files have, and that only a folder has. */
const ofFiles = ['write', 'diff', 'force'] as const;
const ofFolders = [
  ...(['format', 'map', 'startOver', 'storage', 'model'] as const),
  ...(['entity', 'from', 'to', 'outlet', 'words', 'undated'] as const),
];

/** `clean FILE…` and `clean DIR --out DIR2`. */
export function addCleanCommand(
  program: Command,
  io: CliIo,
  installDir: string,
  models: () => AnalysisModels,
  finish: (code: number) => void,
): void {
  const command = program
    .command('clean')
    .description(
      'Take the boilerplate out of articles; prints the cleaned text unless told otherwise. With a folder and --out: ' +
        'cleaned copies of its articles, and a report of what they lost; run again, it goes on where it stopped',
    )
    .argument('<files...>', 'articles, or one folder')
    .option('--write', 'replace the files')
    .option('--diff', 'print what would go as a unified diff')
    .option('--out <dir>', 'write cleaned copies into a folder')
    .option('--doubtful', 'remove what is doubtful too')
    .option('--floor <percent>', 'leave an article alone of which fewer of the words would be left', percent)
    .option('--force', 'clean files that read as no article too, however little is left')
    .option('--json', 'print one JSON object a file; of a folder, what was done')
    .addOption(
      new Option('--format <format>', 'of a folder: files of their own, or lines of one file').choices([
        'txt',
        'jsonl',
      ]),
    )
    .option('--map', 'of a folder: the offsets of every copy in its original beside it, as JSON')
    .option('--start-over', 'of a folder: forget what an earlier run has done')
    .option('--storage <dir>', 'of a folder: where indexes are kept')
    .option('--model <dir>', 'of a folder: the model that its index finds names with');
  filterOptions(command).action(async (files: string[], options: AnyOptions) => {
    const [first = ''] = files;
    const isOfFolder = files.length === 1 && isFolder(path.resolve(io.cwd, first));
    refuse(options, isOfFolder ? ofFiles : ofFolders, isOfFolder ? 'files' : 'a folder');
    finish(
      isOfFolder
        ? await cleanFolder(io, installDir, first, { ...options, out: wantedOut(options) })
        : await cleanFiles(io, models, files, options),
    );
  });
}

function wantedOut({ out }: AnyOptions): string {
  if (out === undefined) throw new CliError('A folder is cleaned with --out DIR only.', exitCodes.usage);
  return out;
}

function refuse(options: AnyOptions, names: readonly (keyof AnyOptions)[], what: string): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const flag = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new CliError(`--${flag} is for ${what}.`, exitCodes.usage);
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function percent(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new CliError(`--floor wants a number from 0 to 100, not "${value}".`, exitCodes.usage);
}
