import {
  ResponseError,
  type CancellationToken,
  type GenericRequestHandler,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { emptyCuration, type AnalysisModels, type CorpusIndex } from '../core/index.ts';
import { askUntil } from '../engines/askUntil.ts';
import { IndexUnavailable } from '../engines/sqlite/openDatabase.ts';
import { probeSqlite } from '../engines/sqlite/probeSqlite.ts';
import { readCuration } from '../formats/curation/curationFile.ts';
import { writeCuration } from '../formats/curation/curationStorage.ts';
import { editCuration } from '../formats/curation/editCuration.ts';
import { curationOf } from '../indexer/curation/curationOf.ts';
import { createThreadPool, type AnalysisPool } from '../indexer/analysisPool.ts';
import { analyserVersion } from '../indexer/indexAnalyser.ts';
import { modelsVersion } from '../indexer/modelsVersion.ts';
import { readRunState, targetProblem } from '../indexer/cleanCorpus/targetFolder.ts';
import { loadModels } from '../indexer/models.ts';
import { DriveStalled } from '../formats/inTime.ts';
import { readingProblem } from '../formats/readSourceFile.ts';
import { OwnModelProblem } from '../indexer/ownModel/ownModelProblem.ts';
import { Corpora } from './corpora.ts';
import type { Notification, Request } from './message.ts';
import * as protocol from './protocol.ts';

export interface ServerOptions {
  /** The file of an analysis thread. */
  readonly threadEntry: string;
}

/** The methods of `CorpusIndex` a client may call; a name from the wire is never looked up unchecked. */
const queryMethods: ReadonlySet<string> = new Set<keyof CorpusIndex>([
  'status',
  'facet',
  'histogram',
  'documents',
  'article',
  'entity',
  'suggest',
  'search',
  'kwic',
  'mentions',
  'versions',
  'textMarks',
  'cooccurrence',
  'namedTogether',
  'resolve',
  'skipped',
  'place',
  'sources',
  'definitions',
]);

/** Answers the requests of `protocol.ts` on a connection that the caller then listens to. */
export function serve(connection: MessageConnection, options: ServerOptions): { dispose(): Promise<void> } {
  let corpora: Corpora | undefined;
  let pool: AnalysisPool | undefined;

  const answer = <Sent, Answer>(
    { method }: Request<Sent, Answer>,
    handle: (sent: Sent, token: CancellationToken) => Answer | Promise<Answer>,
  ): void => {
    connection.onRequest(method, handle as GenericRequestHandler<Answer, unknown>);
  };
  const tell = <Sent>({ method }: Notification<Sent>, sent: Sent): void => {
    void connection.sendNotification(method, sent);
  };

  const opened = (): Corpora => {
    if (!corpora) throw new Error('The worker was asked before it was initialized.');
    return corpora;
  };

  answer(protocol.initialize, ({ storageDir, modelsDir, ownModel, isAfterCrash }) => {
    let models: AnalysisModels | undefined;
    let allModels: string | undefined;
    corpora = new Corpora({
      storageDir,
      models: () => (models ??= loadModels(modelsDir)),
      ownModel,
      isAfterCrash,
      modelsVersion: () => modelsVersion(modelsDir, 'clean'),
      analyserVersion: () => analyserVersion((allModels ??= modelsVersion(modelsDir)), ownModel),
      pool: () => (pool ??= createThreadPool({ entry: options.threadEntry, modelsDir, ownModel })),
      onProgress: (progress) => {
        tell(protocol.progress, progress);
      },
      onCleaning: (news) => {
        tell(protocol.cleaningProgress, news);
      },
      onExporting: (news) => {
        tell(protocol.exportProgress, news);
      },
      onConnection: (root, state) => {
        tell(protocol.connectionChanged, { root, state });
      },
      onRebuilt: (root, reason) => {
        tell(protocol.log, {
          level: 'warn',
          message: `The index of ${root} is built anew (${reason}).`,
        });
      },
      onAbandoned: (root) => {
        tell(protocol.abandoned, { root });
      },
      onChanged: (root, generation) => {
        tell(protocol.changed, { root, generation });
      },
    });
    return { engine: engine(), processId: process.pid };
  });
  answer(protocol.openCorpus, (params) => telling(opened().openCorpus(params)));
  answer(protocol.closeCorpus, async ({ root }) => {
    await opened().closeCorpus(root);
    return undefined;
  });
  answer(protocol.inspectCluster, (params) => opened().clusters.inspect(params));
  answer(protocol.pushCuration, ({ root }) => opened().clusters.push(root));
  answer(protocol.connectCluster, (params) => {
    opened().clusters.connect(params);
    return undefined;
  });
  answer(protocol.indexCorpus, ({ root }, token) => telling(opened().indexCorpus(root, signalOf(token))));
  answer(protocol.rebuildCorpus, ({ root }, token) => telling(opened().rebuildCorpus(root, signalOf(token))));
  answer(protocol.updateFiles, async ({ root, paths }) => {
    await opened().updateFiles(root, paths);
    return undefined;
  });
  answer(protocol.inspectTarget, async ({ root, target }) => {
    const earlier = await readRunState(target);
    const problem = await targetProblem(root, target, earlier?.format ?? 'txt');
    return { ...(problem && { problem }), ...(earlier && { earlier }) };
  });
  answer(protocol.cleanCorpus, (params, token) => opened().cleanCorpus(params, signalOf(token)));
  answer(protocol.exportCorpus, (params, token) => opened().exportCorpus(params, signalOf(token)));
  answer(protocol.readDossier, async (params) => (await opened().readDossier(params)) ?? null);
  answer(protocol.answerTool, async (question) => ({
    text: await opened().answerTool(question),
  }));
  answer(protocol.analyzeDocument, (params) => opened().analyzeDocument(params));
  answer(protocol.outletOf, (params) => opened().outletOf(params));
  answer(protocol.updateCuration, ({ root }) => opened().updateCuration(root));
  answer(protocol.writeCuration, ({ folder, edits, after }) => writeCuration(folder, edits, after));
  answer(protocol.editCuration, ({ text, edits, after }) => editCuration(text, edits, after));
  answer(protocol.readCuration, async ({ folder }) => (await curationOf(folder)).curation ?? emptyCuration);
  answer(protocol.checkCuration, ({ text }) => readCuration(text).problems);
  answer(protocol.readArticle, ({ root, article }) => opened().readArticle(root, article));
  answer(protocol.query, async ({ root, method, args }, token) => {
    if (!queryMethods.has(method)) throw new RangeError(`Unknown query: ${method}`);
    return askUntil(signalOf(token), () =>
      opened().query(root, (index) => {
        const methods = index as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
        return methods[method]?.(...args) ?? Promise.resolve(undefined);
      }),
    );
  });

  return {
    async dispose() {
      await corpora?.closeAll();
      await pool?.close();
    },
  };
}

/** What is wrong with the index, the drive or the user's own model goes to the client as evidence, to be told in its language. */
async function telling<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof OwnModelProblem)
      throw new ResponseError(protocol.ownModelError, error.message, error.evidence);
    if (error instanceof IndexUnavailable)
      throw new ResponseError(protocol.indexError, error.message, { rule: error.rule });
    if (error instanceof DriveStalled)
      throw new ResponseError(protocol.indexError, error.message, readingProblem(error));
    throw error;
  }
}

function engine(): protocol.InitializeResult['engine'] {
  const probe = probeSqlite();
  if (probe.ok) return { isAvailable: true, version: probe.version };
  return { isAvailable: false, evidence: { rule: probe.rule, values: { node: process.version } } };
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}
