import { ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc/node';
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

  const opened = (): Corpora => {
    if (!corpora) throw new Error('The worker was asked before it was initialized.');
    return corpora;
  };

  connection.onRequest(protocol.initialize, ({ storageDir, modelsDir, ownModel, isAfterCrash }) => {
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
      onProgress: (progress) => void connection.sendNotification(protocol.progress, progress),
      onCleaning: (news) => void connection.sendNotification(protocol.cleaningProgress, news),
      onExporting: (news) => void connection.sendNotification(protocol.exportProgress, news),
      onConnection: (root, state) =>
        void connection.sendNotification(protocol.connectionChanged, { root, state }),
      onRebuilt: (root, reason) =>
        void connection.sendNotification(protocol.log, {
          level: 'warn',
          message: `The index of ${root} is built anew (${reason}).`,
        }),
      onAbandoned: (root) => void connection.sendNotification(protocol.abandoned, { root }),
      onChanged: (root, generation) =>
        void connection.sendNotification(protocol.changed, { root, generation }),
    });
    return { engine: engine(), processId: process.pid };
  });
  connection.onRequest(protocol.openCorpus, (params) => telling(opened().openCorpus(params)));
  connection.onRequest(protocol.closeCorpus, async ({ root }) => {
    await opened().closeCorpus(root);
    return undefined;
  });
  connection.onRequest(protocol.inspectCluster, (params) => opened().clusters.inspect(params));
  connection.onRequest(protocol.pushCuration, ({ root }) => opened().clusters.push(root));
  connection.onRequest(protocol.connectCluster, (params) => {
    opened().clusters.connect(params);
    return undefined;
  });
  connection.onRequest(protocol.indexCorpus, ({ root }, token) =>
    telling(opened().indexCorpus(root, signalOf(token))),
  );
  connection.onRequest(protocol.rebuildCorpus, ({ root }, token) =>
    telling(opened().rebuildCorpus(root, signalOf(token))),
  );
  connection.onRequest(protocol.updateFiles, async ({ root, paths }) => {
    await opened().updateFiles(root, paths);
    return undefined;
  });
  connection.onRequest(protocol.inspectTarget, async ({ root, target }) => {
    const earlier = await readRunState(target);
    const problem = await targetProblem(root, target, earlier?.format ?? 'txt');
    return { ...(problem && { problem }), ...(earlier && { earlier }) };
  });
  connection.onRequest(protocol.cleanCorpus, (params, token) =>
    opened().cleanCorpus(params, signalOf(token)),
  );
  connection.onRequest(protocol.exportCorpus, (params, token) =>
    opened().exportCorpus(params, signalOf(token)),
  );
  connection.onRequest(protocol.readDossier, async (params) => (await opened().readDossier(params)) ?? null);
  connection.onRequest(protocol.answerTool, async (question) => ({
    text: await opened().answerTool(question),
  }));
  connection.onRequest(protocol.analyzeDocument, (params) => opened().analyzeDocument(params));
  connection.onRequest(protocol.outletOf, (params) => opened().outletOf(params));
  connection.onRequest(protocol.updateCuration, ({ root }) => opened().updateCuration(root));
  connection.onRequest(protocol.writeCuration, ({ folder, edits, after }) =>
    writeCuration(folder, edits, after),
  );
  connection.onRequest(protocol.editCuration, ({ text, edits, after }) => editCuration(text, edits, after));
  connection.onRequest(
    protocol.readCuration,
    async ({ folder }) => (await curationOf(folder)).curation ?? emptyCuration,
  );
  connection.onRequest(protocol.checkCuration, ({ text }) => readCuration(text).problems);
  connection.onRequest(protocol.readArticle, ({ root, article }) => opened().readArticle(root, article));
  connection.onRequest(protocol.query, async ({ root, method, args }, token) => {
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
