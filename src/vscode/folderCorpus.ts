import * as path from 'node:path';
import {
  CancellationTokenSource,
  EventEmitter,
  RelativePattern,
  workspace,
  type CancellationToken,
  type Event,
  type LogOutputChannel,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import type { CorpusIndex, CorpusStatus, Evidence } from '../core/index.ts';
import { indexProblem, ownModelProblem, WorkerGone } from '../worker/client.ts';
import type { IndexProgress, IndexReport } from '../worker/protocol.ts';
import type { Corpus, CorpusState } from './corpus.ts';
import { isOutsideCorpus, relativeTo } from './corpusPaths.ts';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import { throttle } from './throttle.ts';
import type { WorkerHost } from './workerHost.ts';

/** What the user says of the fields of records: it bears on what the files give. */
const settingsFile = '.corpus/corpus.yaml';
/** Copying a folder or a git checkout raises many events; they are sent on together. */
const fileEventDelayMs = 300;
/** How often the views are refilled while the index grows. */
const changeDelayMs = 500;
/**
 * How often the views say how far the indexing is. VS Code holds back what a view has to say, its rows included, until
 * nothing new has come for 200 ms: asked more often, it would show nothing before the end.
 */
const progressDelayMs = 500;
const reviveDelayMs = 300;

/** One workspace folder and its index in the worker. */
export class FolderCorpus implements Corpus {
  private readonly host: WorkerHost;
  private readonly log: LogOutputChannel;
  private readonly store = new DisposableStore();
  private readonly contentsChanged = this.store.add(new EventEmitter<void>());
  private readonly stateChanged = this.store.add(new EventEmitter<void>());
  private readonly touched = new Set<string>();
  private readonly sendTouched = this.store.add(throttle(fileEventDelayMs, () => void this.update()));
  private readonly tellProgress = this.store.add(
    throttle(progressDelayMs, () => {
      this.stateChanged.fire();
    }),
  );
  private readonly refill = this.store.add(throttle(changeDelayMs, () => void this.readStatus()));
  private started: Promise<void> | undefined;
  private running: { readonly source: CancellationTokenSource; readonly done: Promise<void> } | undefined;
  private isCancelledEarly = false;
  private updating: Promise<void> = Promise.resolve();
  private watcher: Disposable | undefined;
  /** Counts the worker processes this corpus has seen: answers of an earlier one are stale. */
  private life = 0;

  state: CorpusState = 'closed';
  status: CorpusStatus | undefined;
  report: IndexReport | undefined;
  progress: IndexProgress | undefined;
  modelProblem: Evidence | undefined;
  problem: Evidence | undefined;

  readonly root: string;
  readonly name: string;
  /** Articles, entities or counts may be others than before. */
  readonly onDidChangeContents: Event<void> = this.contentsChanged.event;
  readonly onDidChangeState: Event<void> = this.stateChanged.event;

  constructor(folder: WorkspaceFolder, host: WorkerHost, log: LogOutputChannel) {
    this.host = host;
    this.log = log;
    this.root = folder.uri.fsPath;
    this.name = folder.name;
    this.store.add(
      host.onExit(() => {
        this.revive();
      }),
    );
    this.store.add(
      host.onRestart(() => {
        this.revive();
      }),
    );
    this.store.add(
      host.onProgress((progress) => {
        if (progress.root !== this.root) return;
        this.progress = progress;
        this.tellProgress.request();
      }),
    );
    this.store.add(
      host.onChanged(({ root }) => {
        if (root === this.root) this.refill.request();
      }),
    );
    this.store.add(workspace.onDidGrantWorkspaceTrust(() => void this.trust()));
    this.store.add(
      host.onAbandoned((root) => {
        // Whoever cancelled does not want it to go on by itself.
        if (root === this.root && this.state === 'ready') void this.refresh();
      }),
    );
  }

  get curationFolder(): string {
    return this.root;
  }

  get index(): CorpusIndex {
    return this.host.client.index(this.root);
  }

  indexUntil(token: CancellationToken): CorpusIndex {
    return this.host.client.index(this.root, token);
  }

  get isOpen(): boolean {
    return this.status !== undefined && this.state !== 'closed' && this.state !== 'opening';
  }

  /** Opens the index and brings it up to date, the first time it is called. Never rejects. */
  start(): Promise<void> {
    return (this.started ??= this.open());
  }

  /** Reads the folder again; also the way out of `cancelled`, `failed` and `unavailable`. Never rejects. */
  async refresh(): Promise<void> {
    if (this.state === 'failed' || this.state === 'unavailable') {
      this.host.reset();
      this.started = undefined;
    }
    if (this.started === undefined) return this.start();
    await this.started;
    if (this.running) return this.running.done;
    return this.run('indexCorpus');
  }

  async rebuild(): Promise<void> {
    this.running?.source.cancel();
    await this.start();
    await this.running?.done;
    return this.run('rebuild');
  }

  cancel(): void {
    // The worker may still be starting: the user sees indexing begin all the same.
    if (this.state === 'opening') this.isCancelledEarly = true;
    this.running?.source.cancel();
  }

  /** Everything asked for so far is in the index, or was given up. */
  async whenSettled(): Promise<void> {
    await this.start();
    await this.running?.done;
    if (this.touched.size > 0) await new Promise((resolve) => setTimeout(resolve, fileEventDelayMs));
    await this.updating;
  }

  dispose(): void {
    this.cancel();
    this.watcher?.dispose();
    this.store.dispose();
  }

  /** Links out of the folder are followed from now on. */
  private async trust(): Promise<void> {
    if (this.started === undefined) return;
    await this.started;
    try {
      await this.host.client.open(this.root, true);
      await this.refresh();
    } catch (error) {
      this.log.warn(`${this.root}: ${String(error)}`);
    }
  }

  private enter(state: CorpusState): void {
    this.state = state;
    if (state !== 'indexing') this.progress = undefined;
    if (state !== 'opening') this.isCancelledEarly = false;
    this.stateChanged.fire();
  }

  private async open(): Promise<void> {
    const life = this.life;
    this.enter('opening');
    try {
      const { engine } = await this.host.client.initialize();
      if (!engine.isAvailable) {
        this.log.error(
          `No index engine: ${engine.evidence.rule} ${JSON.stringify(engine.evidence.values ?? {})}`,
        );
        this.enter('unavailable');
        return;
      }
      this.status = (await this.host.client.open(this.root, workspace.isTrusted)).status;
      this.contentsChanged.fire();
      this.watcher ??= this.watch();
    } catch (error) {
      this.fail(error, life);
      return;
    }
    if (this.isCancelledEarly) this.enter('cancelled');
    else await this.run('indexCorpus');
  }

  private async run(method: 'indexCorpus' | 'rebuild'): Promise<void> {
    const source = new CancellationTokenSource();
    const done = this.bringUpToDate(method, source);
    this.running = { source, done };
    await done;
  }

  private async bringUpToDate(
    method: 'indexCorpus' | 'rebuild',
    source: CancellationTokenSource,
  ): Promise<void> {
    const life = this.life;
    this.modelProblem = undefined;
    this.problem = undefined;
    this.enter('indexing');
    try {
      this.report = await this.host.client[method](this.root, source.token);
      this.logReport(this.report);
      this.running = undefined;
      await this.readStatus();
      this.enter(this.report.outcome === 'cancelled' ? 'cancelled' : 'ready');
    } catch (error) {
      this.running = undefined;
      if (source.token.isCancellationRequested && life === this.life) this.enter('cancelled');
      else this.fail(error, life);
    } finally {
      source.dispose();
    }
  }

  private fail(error: unknown, life: number): void {
    if (life !== this.life) return;
    this.modelProblem = ownModelProblem(error);
    this.problem = indexProblem(error);
    this.log.error(
      `${this.root}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    this.enter('failed');
  }

  /** The worker ended: what it knew of this corpus must be opened again in the next one. */
  private revive(): void {
    if (this.started === undefined) return;
    this.life++;
    this.started = undefined;
    this.running = undefined;
    this.enter('closed');
    const timer = setTimeout(() => void this.start(), reviveDelayMs);
    this.store.add({
      dispose: () => {
        clearTimeout(timer);
      },
    });
  }

  private async readStatus(): Promise<void> {
    const life = this.life;
    try {
      const status = await this.index.status();
      if (life !== this.life) return;
      this.status = status;
      this.contentsChanged.fire();
      this.stateChanged.fire();
    } catch (error) {
      if (!(error instanceof WorkerGone)) this.log.warn(`${this.root}: ${String(error)}`);
    }
  }

  private watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(this.root, '**/*'));
    const touch = (uri: Uri): void => {
      const relative = relativeTo(this.root, uri.fsPath);
      // When the folder of the settings goes, nobody says so of the file in it.
      const isSettings = relative === settingsFile || relative === path.posix.dirname(settingsFile);
      if (relative === undefined || (isOutsideCorpus(relative) && !isSettings)) return;
      this.touched.add(isSettings ? path.join(this.root, settingsFile) : uri.fsPath);
      this.sendTouched.request();
    };
    watcher.onDidCreate(touch);
    watcher.onDidChange(touch);
    watcher.onDidDelete(touch);
    return watcher;
  }

  private async update(): Promise<void> {
    const paths = [...this.touched];
    this.touched.clear();
    if (paths.length === 0 || !this.isOpen) return;
    this.updating = this.updating
      .then(() => this.host.client.update(this.root, paths))
      .then(() => this.readStatus())
      .catch((error: unknown) => {
        this.log.warn(`${this.root}: ${String(error)}`);
      });
    await this.updating;
  }

  private logReport({ outcome, analyzed, unchanged, removed, skipped, elapsedMs }: IndexReport): void {
    this.log.info(
      `${this.root}: ${outcome}, ${analyzed} read, ${unchanged} unchanged, ${removed} removed, ${skipped.length} left out, ${elapsedMs} ms`,
    );
    for (const { path, evidence } of skipped) {
      this.log.warn(`Left out: ${path} (${evidence.rule} ${JSON.stringify(evidence.values ?? {})})`);
    }
  }
}
