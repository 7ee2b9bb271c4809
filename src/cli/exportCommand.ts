import path from 'node:path';
import { Option, type Command } from 'commander';
import { exportFormats, exportProblems, isFolderFormat, type ExportFormat } from '../core/index.ts';
import { exportChunks, exportCorpus } from '../indexer/export/exportCorpus.ts';
import { progressLine, clearProgress, type AskedSession } from './corpusSession.ts';
import { filterInWords, filterOf, filterOptions, type FilterOptions } from './filterOptions.ts';
import { findEntity } from './findEntity.ts';
import { CliError, exitCodes, note, write } from './io.ts';
import { mustHaveWords } from './tableCommands.ts';
import { foundOrNot } from './tables.ts';

interface ExportOptions extends FilterOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly kwic?: string;
  readonly mentions?: string;
  readonly separator: ',' | ';';
  readonly force?: boolean;
}

/** The options of `export`. */
export function exportOptions(command: Command): Command {
  return filterOptions(command)
    .addOption(
      new Option('--format <format>', 'the form').choices([...exportFormats]).makeOptionMandatory(true),
    )
    .option('--out <path>', 'the file, or the folder of txm (default: stdout)')
    .option('--kwic <query>', 'the concordance of words instead of the articles')
    .option('--mentions <name>', 'the concordance of an entity instead of the articles')
    .addOption(new Option('--separator <sign>', 'between the cells of csv').choices([',', ';']).default(','))
    .option('--force', 'write over a file that is there');
}

/** `export`: the articles of a filter, or a concordance, in a form for another program. */
export async function printExport(session: AskedSession, options: ExportOptions): Promise<number> {
  const { io, index, root, readText } = session;
  const { format, out, kwic, mentions } = options;
  if (kwic !== undefined && mentions !== undefined) {
    throw new CliError('export takes either --kwic or --mentions.', exitCodes.usage);
  }
  if (kwic !== undefined) mustHaveWords(kwic);
  const entity = mentions === undefined ? undefined : await findEntity(index, mentions, io);
  const query = entity ? { entity: entity.id } : kwic === undefined ? undefined : { words: kwic };
  const asked = [
    filterInWords(options),
    ...(entity ? [entity.name] : []),
    ...(kwic === undefined ? [] : [kwic]),
  ];
  const order = {
    index,
    readText,
    filter: await filterOf(session, options),
    ...(query && { query }),
    format,
    head: {
      corpus: path.basename(root),
      filter: asked.filter((part) => part !== '').join(' · '),
      separator: options.separator,
    },
    signal: io.signal,
  };
  if (out === undefined) {
    if (isFolderFormat(format))
      throw new CliError(`${format} is a folder: say where by --out.`, exitCodes.usage);
    let items = 0;
    for await (const { file, text } of exportChunks(order, () => items++))
      if (file === '') await write(io.stdout, text);
    return foundOrNot(io, items);
  }
  const show = progressLine(io);
  const report = await exportCorpus({
    ...order,
    root,
    target: path.resolve(io.cwd, out),
    mayReplace: options.force === true,
    onProgress: (progress) => {
      show({ phase: 'exporting', ...progress });
    },
  });
  await clearProgress(io);
  if (report.problem) {
    const { rule, values = {} } = report.problem;
    const sentence = (exportProblems as Readonly<Record<string, string>>)[rule] ?? rule;
    const message = sentence.replace('{code}', String(values['code'] ?? ''));
    throw new CliError(
      `${out}: ${message}${rule === 'exists' ? ' --force writes over it.' : ''}`,
      exitCodes.usage,
    );
  }
  if (report.outcome !== 'complete') return exitCodes.ok;
  await note(io, `${report.items} written to ${out}`);
  return foundOrNot(io, report.items);
}
