import path from 'node:path';
import { defaultFloorPercent, englishReport, ReportLanguage } from '../core/index.ts';
import { cleanCorpus } from '../indexer/cleanCorpus/cleanCorpus.ts';
import type { CleaningReport } from '../indexer/cleanCorpus/cleaningJob.ts';
import { modelsVersion } from '../indexer/modelsVersion.ts';
import { today } from '../indexer/cleanCorpus/today.ts';
import { targetNames, type CopyFormat } from '../indexer/cleanCorpus/targetFolder.ts';
import { clearProgress, progressLine, withCorpus, type CorpusSession } from './corpusSession.ts';
import { filterInWords, filterOf, type FilterOptions } from './filterOptions.ts';
import { exitCodes, note, write, type CliIo } from './io.ts';

export interface CleanFolderOptions extends FilterOptions {
  /** The folder of copies. */
  readonly out: string;
  readonly format?: CopyFormat;
  readonly map?: boolean;
  readonly doubtful?: boolean;
  readonly floor?: number;
  readonly startOver?: boolean;
  readonly storage?: string;
  readonly model?: string;
  readonly json?: boolean;
}

/**
 * `clean DIR --out DIR2`: cleaned copies of the articles of a folder, with a report of what they lost. Goes on where an
 * earlier run into the same folder stopped.
 */
export async function cleanFolder(
  io: CliIo,
  installDir: string,
  folder: string,
  options: CleanFolderOptions,
): Promise<number> {
  const root = path.resolve(io.cwd, folder);
  const { storage, model } = options;
  const corpus = {
    ...{ io, installDir, root, mustBeWhole: true },
    ...(storage !== undefined && { storage }),
    ...(model !== undefined && { model }),
  };
  return withCorpus(corpus, (session) =>
    io.signal.aborted
      ? Promise.resolve<number>(exitCodes.cancelled)
      : clean(session, installDir, root, options),
  );
}

async function clean(
  { io, index, pool }: CorpusSession,
  installDir: string,
  root: string,
  options: CleanFolderOptions,
): Promise<number> {
  const target = path.resolve(io.cwd, options.out);
  const report = await cleanCorpus({
    root,
    corpusName: path.basename(root),
    index,
    pool,
    filter: await filterOf({ index, io }, options),
    filterText: filterInWords(options),
    target,
    format: options.format ?? 'txt',
    withMap: options.map === true,
    removesDoubtful: options.doubtful === true,
    floorPercent: options.floor ?? defaultFloorPercent,
    startsOver: options.startOver === true,
    version: modelsVersion(path.join(installDir, 'models'), 'clean'),
    today: today(),
    signal: io.signal,
    onProgress: progressLine(io),
  });
  await clearProgress(io);
  if (options.json && report.outcome !== 'refused') {
    const reportFile = path.join(target, targetNames.report);
    await write(io.stdout, `${JSON.stringify({ ...report, report: reportFile }, null, 2)}\n`);
  }
  return tell(io, report, options);
}

async function tell(io: CliIo, report: CleaningReport, options: CleanFolderOptions): Promise<number> {
  const { outcome, problem, articles, cleaned, refused, leftOut, takenOver, wanted } = report;
  if (takenOver > 0) await note(io, `${count(takenOver, 'article')} of an earlier run taken over.`);
  if (problem) await note(io, `${options.out}: ${new ReportLanguage(englishReport).evidence(problem)}`);
  if (outcome === 'refused') return exitCodes.usage;
  if (outcome === 'cancelled') {
    await note(io, `Interrupted: ${articles} of ${count(wanted, 'article')} done. The same command goes on.`);
    return exitCodes.cancelled;
  }
  if (!options.json) {
    const parts = [
      `${cleaned} cleaned`,
      `${articles - cleaned - refused} with nothing to remove`,
      `${refused} copied unchanged`,
      `${leftOut} left out`,
    ];
    const file = path.join(options.out, targetNames.report);
    await write(io.stdout, `${count(articles, 'article')}: ${parts.join(', ')}; report: ${file}\n`);
  }
  return outcome === 'stopped' || leftOut > 0 ? exitCodes.partial : exitCodes.ok;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
