import type { JsonObject } from './cluster.ts';
import { ClusterError } from './clusterError.ts';
import type { CorpusStore, SearchAnswer } from './corpusStore.ts';
import { indexBodies, mappingVersion, type IndexNames, type IndexShape } from './mapping.ts';

/** Rounds after which the server is asked no less often: every few seconds. */
const longestRest = 4;

/** What `initCorpus` found or did. */
export type InitOutcome = 'created' | 'upToDate' | 'upgraded';

/**
 * Makes the indexes of a corpus, each behind an alias. One of an older version is copied into a new one by the server, and
 * the alias is moved in one step: whoever reads sees the old one until the new one is whole. Doing it twice does nothing more.
 */
export async function initCorpus(store: CorpusStore, shape: IndexShape): Promise<InitOutcome> {
  const bodies = indexBodies(shape);
  let outcome: InitOutcome = 'upToDate';
  for (const key of Object.keys(bodies) as (keyof IndexNames)[]) {
    const done = await initIndex(store, store.names[key], bodies[key]);
    if (done !== 'upToDate') outcome = done;
  }
  return outcome;
}

async function initIndex(store: CorpusStore, alias: string, body: JsonObject): Promise<InitOutcome> {
  const { cluster } = store;
  const { status, body: found } = await cluster.ask<
    Readonly<Record<string, { mappings: { _meta?: Readonly<Record<string, number>> } }>>
  >({ method: 'GET', path: `/${alias}/_mapping`, allowed: [404] });
  const target = `${alias}-v${mappingVersion}`;
  if (status === 404) {
    await create(store, target, { ...body, aliases: { [alias]: {} } });
    return 'created';
  }
  const [current, { mappings }] = Object.entries(found)[0]!;
  const version = mappings._meta?.['corpus-explorer'] ?? 0;
  if (version === mappingVersion) return 'upToDate';
  if (version > mappingVersion) throw new ClusterError('newer', cluster.server, `version ${version}`);
  if (version === 0) {
    throw new ClusterError(
      'refused',
      cluster.server,
      `the index ${alias} is there, and Corpus Explorer did not make it`,
    );
  }
  await create(store, target, body);
  await copy(store, current, target);
  await cluster.ask({
    method: 'POST',
    path: '/_aliases',
    body: {
      actions: [{ remove: { index: current, alias } }, { add: { index: target, alias } }],
    },
  });
  await cluster.ask({ method: 'DELETE', path: `/${current}` });
  return 'upgraded';
}

interface TaskAnswer {
  readonly completed: boolean;
  readonly error?: { readonly reason?: string };
  readonly response?: { readonly failures?: readonly { readonly cause?: { readonly reason?: string } }[] };
}

/**
 * Copies all documents on the server. That takes as long as it takes: no connection waits for it, the server is asked how far it is.
 * Rejects unless all of them are there, so that nobody takes the first index away too soon.
 */
async function copy(store: CorpusStore, from: string, to: string): Promise<void> {
  const { cluster } = store;
  const started = await cluster.ask<{ task: string }>({
    method: 'POST',
    path: '/_reindex?refresh=true&wait_for_completion=false',
    body: { source: { index: from }, dest: { index: to } },
  });
  for (let round = 0; ; round++) {
    const path = `/_tasks/${started.body.task}`;
    const { completed, error, response } = (await cluster.ask<TaskAnswer>({ method: 'GET', path })).body;
    const problem = error ?? response?.failures?.[0]?.cause;
    if (problem) throw new ClusterError('refused', cluster.server, problem.reason);
    if (completed) break;
    await cluster.rest(Math.min(round, longestRest));
  }
  const [all, copied] = await Promise.all([from, to].map((index) => countIn(store, index)));
  if (copied === all) return;
  const reason = `only ${copied} of ${all} documents of ${from} were copied; nothing was exchanged, run the same command again`;
  throw new ClusterError('refused', cluster.server, reason);
}

async function countIn({ cluster }: CorpusStore, index: string): Promise<number> {
  const { body } = await cluster.ask<SearchAnswer<never>>({
    method: 'POST',
    path: `/${index}/_search?allow_partial_search_results=false`,
    body: { size: 0, track_total_hits: true },
  });
  return body.hits.total!.value;
}

/** Two machines may begin at the same moment: whoever comes second finds it done. */
async function create({ cluster }: CorpusStore, index: string, body: JsonObject): Promise<void> {
  const { status, body: answer } = await cluster.ask<{ error?: { type?: string; reason?: string } }>({
    method: 'PUT',
    path: `/${index}?wait_for_active_shards=1`,
    body,
    allowed: [400],
    timeoutMs: 60_000,
  });
  if (status === 400 && answer.error?.type !== 'resource_already_exists_exception')
    throw new ClusterError('refused', cluster.server, answer.error?.reason);
}
