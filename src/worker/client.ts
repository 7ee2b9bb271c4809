/** The client's end of the worker: starts the process when first asked, restarts it when it dies, speaks `protocol.ts`. */
import { fork, type ChildProcess } from 'node:child_process';
import type * as jsonrpc from 'vscode-jsonrpc/node';
import type {
  ArticleAnalysis,
  ArticleId,
  CorpusIndex,
  Curation,
  CurationProblem,
  Dossier,
  Evidence,
} from '../core/index.ts';
import type { Notification, Request } from './message.ts';
import * as protocol from './protocol.ts';

/** VS Code's own token fits. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): void };
}

export interface WorkerOptions {
  /** `dist/worker.js`. */
  readonly entry: string;
  readonly storageDir: string;
  readonly modelsDir: string;
  /** Folder with a model of the user's own. */
  readonly ownModel?: string | undefined;
  readonly onProgress: (progress: protocol.IndexProgress) => void;
  readonly onChanged: (root: protocol.CorpusRoot, generation: number) => void;
  /** Another window died while it wrote: `indexCorpus` goes on with what it began. */
  readonly onAbandoned: (root: protocol.CorpusRoot) => void;
  readonly onCleaning: (news: protocol.CleaningNews) => void;
  readonly onExporting: (news: protocol.ExportNews) => void;
  readonly onConnection: (news: protocol.ConnectionNews) => void;
  readonly onLog: (log: protocol.LogParams) => void;
  /** The process ended by itself; the next request starts another one. Open corpora must be opened again. */
  readonly onExit: (code: number | null, signal: string | null) => void;
}

/** Thrown by every pending request when the worker ends, and by new ones when it cannot be kept alive. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone';
}

export interface WorkerClient {
  /** Starts the worker when it is not running. Rejects with `WorkerGone` when it does not come up. */
  initialize(): Promise<protocol.InitializeResult>;
  open(root: protocol.CorpusRoot, isTrusted?: boolean): Promise<protocol.OpenCorpusResult>;
  close(root: protocol.CorpusRoot): Promise<void>;
  inspectCluster(params: protocol.ConnectParams): Promise<protocol.ClusterInspection>;
  connectCluster(params: protocol.ConnectParams): Promise<void>;
  pushCuration(root: protocol.CorpusRoot): Promise<protocol.PushedCorrections>;
  indexCorpus(root: protocol.CorpusRoot, token?: Cancellation): Promise<protocol.IndexReport>;
  rebuild(root: protocol.CorpusRoot, token?: Cancellation): Promise<protocol.IndexReport>;
  update(root: protocol.CorpusRoot, paths: readonly string[]): Promise<void>;
  analyzeDocument(params: protocol.AnalyzeDocumentParams, token?: Cancellation): Promise<ArticleAnalysis>;
  inspectTarget(root: protocol.CorpusRoot, target: string): Promise<protocol.CleaningTarget>;
  cleanCorpus(params: protocol.CleanCorpusParams, token?: Cancellation): Promise<protocol.CleaningReport>;
  exportCorpus(params: protocol.ExportParams, token?: Cancellation): Promise<protocol.ExportReport>;
  dossier(params: protocol.DossierParams): Promise<Dossier | undefined>;
  answerTool(question: protocol.ToolQuestion): Promise<{ readonly text: string }>;
  outletOf(params: protocol.AnalyzeDocumentParams): Promise<string>;
  readCuration(folder: string): Promise<Curation>;
  updateCuration(root: protocol.CorpusRoot): Promise<protocol.CurationUpdate>;
  writeCuration(folder: string, edits: protocol.CurationEdits): Promise<protocol.CurationWriting>;
  editCuration(text: string, edits: protocol.CurationEdits): Promise<protocol.CurationEditing>;
  checkCuration(text: string): Promise<readonly CurationProblem[]>;
  readArticle(root: protocol.CorpusRoot, article: ArticleId): Promise<protocol.ArticleText>;
  /** The index of an opened corpus, as if it were here. With a token its questions are given up, also by a cluster. */
  index(root: protocol.CorpusRoot, token?: Cancellation): CorpusIndex;
  dispose(): void;
}

/**
 * What the process is started with. A smaller space for new objects, of the threads too, takes 50 MB less for serving and 130 MB less
 * for indexing, and no time that could be measured.
 */
export const workerFlags: readonly string[] = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=4',
];

/** Deaths in a row, without an answered request between them, after which the worker is not started again. */
const maximumDeaths = 3;

/** What is wrong with the user's own model, when a request was rejected because of that. */
export function ownModelProblem(error: unknown): Evidence | undefined {
  return evidenceIn(error, protocol.ownModelError);
}

/** Why a folder cannot be indexed, where that is known. */
export function indexProblem(error: unknown): Evidence | undefined {
  return evidenceIn(error, protocol.indexError);
}

function evidenceIn(error: unknown, wanted: number): Evidence | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, data } = error as Error & { readonly code?: unknown; readonly data?: Evidence };
  return code === wanted ? data : undefined;
}

type Rpc = typeof jsonrpc;

let library: Promise<Rpc> | undefined;

/** Loaded with the first question: activation asks none. */
function loadRpc(): Promise<Rpc> {
  return (library ??= import('vscode-jsonrpc/node'));
}

interface Session {
  readonly child: ChildProcess;
  readonly connection: jsonrpc.MessageConnection;
  readonly ready: Promise<protocol.InitializeResult>;
  readonly gone: Promise<never>;
}

export function createWorkerClient(options: WorkerOptions): WorkerClient {
  let session: Session | undefined;
  let deaths = 0;
  let hasCrashed = false;
  let isDisposed = false;

  const current = (rpc: Rpc): Session => {
    if (isDisposed) throw new WorkerGone('The corpus worker was stopped.');
    if (deaths >= maximumDeaths) throw new WorkerGone(`The corpus worker ended ${deaths} times in a row.`);
    session ??= startSession(rpc, options, hasCrashed, () => {
      deaths++;
      hasCrashed = true;
      session = undefined;
    });
    return session;
  };

  const send = async <P, R>({ method }: Request<P, R>, params: P, token?: Cancellation): Promise<R> => {
    const rpc = await loadRpc();
    const { connection, ready, gone } = current(rpc);
    await Promise.race([ready, gone]);
    const source = new rpc.CancellationTokenSource();
    // A token that is cancelled already tells it once more, a moment later; a source takes it once only.
    const cancel = (): void => {
      if (!source.token.isCancellationRequested) source.cancel();
    };
    const subscription = token?.onCancellationRequested(cancel);
    if (token?.isCancellationRequested) cancel();
    try {
      const result = await Promise.race([connection.sendRequest<R>(method, params, source.token), gone]);
      deaths = 0;
      return result;
    } finally {
      subscription?.dispose();
      source.dispose();
    }
  };

  return {
    async initialize() {
      const { ready, gone } = current(await loadRpc());
      return Promise.race([ready, gone]);
    },
    open: (root, isTrusted = true) => send(protocol.openCorpus, { root, isTrusted }),
    close: async (root) => {
      await send(protocol.closeCorpus, { root });
    },
    inspectCluster: (params) => send(protocol.inspectCluster, params),
    connectCluster: async (params) => {
      await send(protocol.connectCluster, params);
    },
    pushCuration: (root) => send(protocol.pushCuration, { root }),
    indexCorpus: (root, token) => send(protocol.indexCorpus, { root }, token),
    rebuild: (root, token) => send(protocol.rebuildCorpus, { root }, token),
    update: async (root, paths) => {
      await send(protocol.updateFiles, { root, paths });
    },
    analyzeDocument: (params, token) => send(protocol.analyzeDocument, params, token),
    inspectTarget: (root, target) => send(protocol.inspectTarget, { root, target }),
    cleanCorpus: (params, token) => send(protocol.cleanCorpus, params, token),
    exportCorpus: (params, token) => send(protocol.exportCorpus, params, token),
    dossier: async (params) => (await send(protocol.readDossier, params)) ?? undefined,
    answerTool: (question) => send(protocol.answerTool, question),
    outletOf: (params) => send(protocol.outletOf, params),
    readCuration: (folder) => send(protocol.readCuration, { folder }),
    updateCuration: (root) => send(protocol.updateCuration, { root }),
    writeCuration: (folder, edits) => send(protocol.writeCuration, { folder, ...edits }),
    editCuration: (text, edits) => send(protocol.editCuration, { text, ...edits }),
    checkCuration: (text) => send(protocol.checkCuration, { text }),
    readArticle: (root, article) => send(protocol.readArticle, { root, article }),
    index: (root, token) =>
      remoteIndex((method, args) => send(protocol.query, { root, method, args }, token)),
    dispose() {
      isDisposed = true;
      session?.connection.dispose();
      session?.child.kill();
      session = undefined;
    },
  };
}

function startSession(
  { createMessageConnection, IPCMessageReader, IPCMessageWriter }: Rpc,
  options: WorkerOptions,
  isAfterCrash: boolean,
  onDeath: () => void,
): Session {
  const child = fork(options.entry, [], {
    // In desktop VS Code the extension host's executable is Electron, which is Node only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [...workerFlags],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (data: Buffer) => {
    lastWords = (lastWords + data.toString()).slice(-2000);
  });
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  const on = <P>({ method }: Notification<P>, take: (news: P) => void): void => {
    connection.onNotification(method, take);
  };
  on(protocol.progress, options.onProgress);
  on(protocol.changed, ({ root, generation }) => {
    options.onChanged(root, generation);
  });
  on(protocol.abandoned, ({ root }) => {
    options.onAbandoned(root);
  });
  on(protocol.cleaningProgress, options.onCleaning);
  on(protocol.exportProgress, options.onExporting);
  on(protocol.connectionChanged, options.onConnection);
  on(protocol.log, options.onLog);
  connection.listen();
  const gone = new Promise<never>((_, reject) => {
    const end = (code: number | null, signal: string | null): void => {
      onDeath();
      if (lastWords !== '') options.onLog({ level: 'error', message: lastWords });
      // Before the connection rejects what is pending with a reason of its own.
      reject(new WorkerGone(`The corpus worker ended (${signal ?? code ?? 'not started'}).`));
      connection.dispose();
      options.onExit(code, signal);
    };
    child.once('exit', end);
    child.once('error', () => {
      end(null, null);
    });
  });
  // A worker that ends while nothing is asked must not be an unhandled rejection.
  gone.catch(() => undefined);
  const ready = connection.sendRequest<protocol.InitializeResult>(protocol.initialize.method, {
    storageDir: options.storageDir,
    modelsDir: options.modelsDir,
    ownModel: options.ownModel,
    isAfterCrash,
  });
  ready.catch(() => undefined);
  return { child, connection, ready, gone };
}

function remoteIndex(
  call: (method: keyof CorpusIndex, args: readonly unknown[]) => Promise<unknown>,
): CorpusIndex {
  const method =
    <M extends keyof CorpusIndex>(name: M) =>
    (...args: Parameters<CorpusIndex[M]>): ReturnType<CorpusIndex[M]> =>
      // JSON keeps the shape; an absent answer arrives as null.
      call(name, args).then((answer) => answer ?? undefined) as ReturnType<CorpusIndex[M]>;
  return {
    status: method('status'),
    facet: method('facet'),
    histogram: method('histogram'),
    documents: method('documents'),
    article: method('article'),
    entity: method('entity'),
    suggest: method('suggest'),
    search: method('search'),
    kwic: method('kwic'),
    mentions: method('mentions'),
    versions: method('versions'),
    textMarks: method('textMarks'),
    cooccurrence: method('cooccurrence'),
    namedTogether: method('namedTogether'),
    resolve: method('resolve'),
    skipped: method('skipped'),
    place: method('place'),
    sources: method('sources'),
    definitions: method('definitions'),
  };
}
