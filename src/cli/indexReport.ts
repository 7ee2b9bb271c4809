import { describeSkipped, isLeftOut } from '../core/index.ts';
import type { fillCluster } from './clusterSession.ts';
import type { CorpusSession } from './corpusSession.ts';
import { exitCodes, note, write, type CliIo } from './io.ts';
import { count, type Format } from './tables.ts';

/** What was filled; and whether the server holds as many articles as were read. */
export async function printFill(
  io: CliIo,
  { index, report }: Awaited<ReturnType<typeof fillCluster>>,
  options: Format,
): Promise<number> {
  // Counting would first make the entities, which takes its time.
  if (io.signal.aborted) {
    await note(io, 'Stopped. What was sent is kept: run the same command again to go on.');
    return exitCodes.cancelled;
  }
  const code = await printReport({ io, index, report }, options);
  const { held, read } = await index.articlesOfPart();
  const isEqual = held === read;
  await note(
    io,
    `${index.part === 'all' ? 'Server' : `Part ${index.part}`}: ${count(held, 'article')} held, ${read} read${isEqual ? '' : ': run the same command again'}.`,
  );
  return isEqual ? code : exitCodes.partial;
}

/** What an index holds, and the files that were left out of it. */
export async function printReport(
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
