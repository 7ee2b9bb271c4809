import { statSync } from 'node:fs';
import path from 'node:path';
import { authorizationOf } from '../engines/opensearch/cluster.ts';
import { parseClusterAddress } from '../engines/opensearch/clusterAddress.ts';
import { askUntil } from '../engines/askUntil.ts';
import { openReader } from '../engines/opensearch/openReader.ts';
import { ForeignIndex } from '../engines/opensearch/foreign/foreignIndex.ts';
import { OpenSearchIndex, type OpenSearchOptions } from '../engines/opensearch/openSearchIndex.ts';
import type { PatienceMs, Waiting } from '../engines/opensearch/patience.ts';
import { createThreadPool } from '../indexer/analysisPool.ts';
import { indexCorpus, type IndexingReport } from '../indexer/indexCorpus.ts';
import { formatPartition, parsePartition } from '../indexer/partition.ts';
import { withTexts } from '../indexer/withTexts.ts';
import { clearProgress, defaultStorage, progressLine, type AskedSession } from './corpusSession.ts';
import { curationIn, pushCurationFile } from './curateCluster.ts';
import { keepDateField, keptDateField } from './keptDateFields.ts';
import { CliError, exitCodes, note, type CliIo } from './io.ts';

/** A fill goes on through a restart of the whole cluster. */
const fillingPatienceMs = 10 * 60_000;
/** A question is given up sooner: of an address that is wrong soon, of a server that has too much to do not that soon. */
const askingPatienceMs: PatienceMs = (rule) => (rule === 'busy' ? 2 * 60_000 : 15_000);

export interface AskingOptions {
  readonly storage?: string;
  /** Of another program's index: which field says when an article was published, or `none`; kept for the next time. */
  readonly dateField?: string;
  /** A curation file: what it says of entities and dates holds in the answers, and nothing is written. */
  readonly curation?: string;
}

/** Opens a corpus in a cluster for questions. Ctrl+C ends every request that is under way for them. */
export function withCluster<T>(
  io: CliIo,
  address: string,
  options: AskingOptions,
  run: (session: AskedSession) => Promise<T>,
): Promise<T> {
  return askUntil(io.signal, () => askCluster(io, address, options, run));
}

async function askCluster<T>(
  io: CliIo,
  address: string,
  options: AskingOptions,
  run: (session: AskedSession) => Promise<T>,
): Promise<T> {
  const storageDir =
    options.storage === undefined ? defaultStorage(io) : path.resolve(io.cwd, options.storage);
  const dateField = options.dateField ?? keptDateField(storageDir, address);
  const index = await openReader({
    ...optionsOf(io, address, { patienceMs: askingPatienceMs }),
    ...(dateField !== undefined && { dateField }),
  });
  if (options.dateField !== undefined) keepDateField(storageDir, address, options.dateField);
  if (index instanceof ForeignIndex && index.openDateFields) throw openDates(address, index.openDateFields);
  if (options.curation !== undefined) {
    const curation = await curationIn(io, options.curation);
    if (index instanceof OpenSearchIndex) await index.curate(curation);
    else throw new CliError('--curation is for a corpus of Corpus Explorer.', exitCodes.usage);
  }
  try {
    await index.check();
    return await run({ io, index, root: address, readText: (id) => index.text(id) });
  } finally {
    await index.close();
  }
}

export interface FillOptions {
  readonly engine: string;
  readonly partition?: string;
  readonly shards: number;
  readonly replicas: number;
}

/**
 * Fills a corpus in a cluster from a folder, or from one file of records: all of it, or the part that falls to this process. Makes the
 * corpus when it is not there. Run again, it sends what changed; killed, it goes on. At the end the server's count is compared.
 */
export async function fillCluster(
  io: CliIo,
  installDir: string,
  source: string,
  options: FillOptions,
): Promise<{ readonly index: OpenSearchIndex; readonly report: IndexingReport }> {
  const partition = options.partition === undefined ? undefined : parsePartition(options.partition);
  if (options.partition !== undefined && !partition)
    throw new CliError(
      `--partition wants a part of a number of parts, such as 3/16, not "${options.partition}".`,
      exitCodes.usage,
    );
  const { root, only } = sourceOf(source);
  // An address that is wrong is not to be tried for as long as a fill goes on.
  await openCluster(io, options.engine, { patienceMs: askingPatienceMs }).init(options);
  const index = openCluster(io, options.engine, {
    patienceMs: fillingPatienceMs,
    isFilling: true,
    ...(partition && { partition: formatPartition(partition) }),
  });
  await index.check();
  const pool = createThreadPool({
    entry: path.join(installDir, 'dist', 'thread.js'),
    modelsDir: path.join(installDir, 'models'),
  });
  try {
    const report = await indexCorpus({
      root,
      index,
      pool: withTexts(pool),
      signal: io.signal,
      onProgress: progressLine(io),
      ...(partition && { partition }),
      ...(only !== undefined && { only }),
    });
    await clearProgress(io);
    return { index, report };
  } finally {
    await pool.close();
    await index.close();
  }
}

/** Makes the indexes of a corpus, or brings them to this version. */
export async function initCluster(
  io: CliIo,
  address: string,
  shape: { readonly shards: number; readonly replicas: number },
): Promise<number> {
  const outcome = await openCluster(io, address, { patienceMs: askingPatienceMs }).init(shape);
  const said = { created: 'made', upToDate: 'is there, and up to date', upgraded: 'brought to this version' };
  await note(io, `The corpus ${address}: ${said[outcome]}.`);
  return exitCodes.ok;
}

/** Writes what a curation file says into a corpus in a cluster. */
export function curateCluster(io: CliIo, address: string, file: string): Promise<number> {
  const index = openCluster(io, address, { patienceMs: askingPatienceMs });
  return askUntil(io.signal, () => pushCurationFile(io, index, file));
}

function openCluster(io: CliIo, address: string, options: Partial<OpenSearchOptions>): OpenSearchIndex {
  return new OpenSearchIndex(optionsOf(io, address, options));
}

function optionsOf(io: CliIo, address: string, options: Partial<OpenSearchOptions>): OpenSearchOptions {
  const authorization = authorizationIn(io);
  return {
    address: parseClusterAddress(address),
    ...(authorization !== undefined && { authorization }),
    hurry: io.signal,
    onWaiting: (waiting) => void sayWaiting(io, waiting),
    ...options,
  };
}

async function sayWaiting(io: CliIo, { failure, patienceMs }: Waiting): Promise<void> {
  await clearProgress(io);
  const minutes = Math.round(patienceMs / 60_000);
  const time = minutes > 1 ? `${minutes} minutes` : `${Math.round(patienceMs / 1000)} seconds`;
  await note(io, `${failure.happened} It is asked again, for at most ${time}; Ctrl+C ends that.`);
}

function openDates(address: string, fields: readonly string[]): CliError {
  const among =
    fields.length === 0
      ? 'It has no field of dates: say --date-field none.'
      : `One of ${fields.join(', ')}; or none.`;
  return new CliError(
    `${address} is an index of another program. Say once by --date-field which field tells when an article was published. ${among}`,
    exitCodes.usage,
  );
}

/** From the environment, never from the arguments: those are seen by everybody on a machine. */
function authorizationIn({ env }: CliIo): string | undefined {
  const apiKey = env['CORPUS_EXPLORER_API_KEY'];
  const token = env['CORPUS_EXPLORER_TOKEN'];
  const user = env['CORPUS_EXPLORER_USER'];
  if (apiKey) return authorizationOf({ apiKey });
  if (token) return authorizationOf({ token });
  return user ? authorizationOf({ user, password: env['CORPUS_EXPLORER_PASSWORD'] ?? '' }) : undefined;
}

/** A folder, or one file of a folder. */
function sourceOf(source: string): { readonly root: string; readonly only?: string } {
  try {
    if (statSync(source).isDirectory()) return { root: source };
    return { root: path.dirname(source), only: path.basename(source) };
  } catch {
    throw new CliError(`${source} is not there.`, exitCodes.usage);
  }
}
