import { EventEmitter, type LogOutputChannel } from 'vscode';
import type { Disposable } from './disposableStore.ts';
import { createWorkerClient, type WorkerClient } from '../worker/client.ts';
import type {
  CleaningNews,
  ConnectionNews,
  CorpusRoot,
  ExportNews,
  IndexProgress,
} from '../worker/protocol.ts';

export interface WorkerPlaces {
  /** `dist/worker.js`. */
  readonly entry: string;
  readonly storageDir: string;
  readonly modelsDir: string;
  /** What is put right in corpora that have no folder is kept below. */
  readonly curationsDir: string;
}

/** The one worker process of this window, started when something is first asked of it. */
export class WorkerHost implements Disposable {
  private readonly places: WorkerPlaces;
  private readonly log: LogOutputChannel;
  private readonly progress = new EventEmitter<IndexProgress>();
  private readonly changed = new EventEmitter<{ readonly root: CorpusRoot; readonly generation: number }>();
  private readonly abandoned = new EventEmitter<CorpusRoot>();
  private readonly cleaned = new EventEmitter<CleaningNews>();
  private readonly exported = new EventEmitter<ExportNews>();
  private readonly connected = new EventEmitter<ConnectionNews>();
  private readonly exited = new EventEmitter<void>();
  private readonly restarted = new EventEmitter<void>();
  private current: WorkerClient | undefined;
  private ownModel: string | undefined;
  private isDisposed = false;

  readonly onProgress = this.progress.event;
  readonly onChanged = this.changed.event;
  /** Another window ended while it wrote the index of a corpus. */
  readonly onAbandoned = this.abandoned.event;
  readonly onCleaning = this.cleaned.event;
  readonly onExporting = this.exported.event;
  readonly onConnection = this.connected.event;
  /** The process ended by itself. The next request starts another one, where every corpus must be opened again. */
  readonly onExit = this.exited.event;
  /** The process was ended so that the next one works otherwise: every corpus must be opened again, as after `onExit`. */
  readonly onRestart = this.restarted.event;

  constructor(places: WorkerPlaces, log: LogOutputChannel) {
    this.places = places;
    this.log = log;
  }

  get curationsDir(): string {
    return this.places.curationsDir;
  }

  get client(): WorkerClient {
    if (this.current) return this.current;
    const client = createWorkerClient({
      ...this.places,
      ownModel: this.ownModel,
      onProgress: (progress) => {
        this.progress.fire(progress);
      },
      onChanged: (root, generation) => {
        this.changed.fire({ root, generation });
      },
      onAbandoned: (root) => {
        this.abandoned.fire(root);
      },
      onCleaning: (news) => {
        this.cleaned.fire(news);
      },
      onExporting: (news) => {
        this.exported.fire(news);
      },
      onConnection: (news) => {
        this.connected.fire(news);
      },
      onLog: ({ level, message }) => {
        this.log[level](message);
      },
      onExit: (code, signal) => {
        if (this.isDisposed || this.current !== client) return;
        this.log.error(`The corpus worker ended (${signal ?? code ?? 'not started'}).`);
        this.exited.fire();
      },
    });
    this.current = client;
    return client;
  }

  /** Finds names with the model in this folder from now on, or with ours: a worker that does otherwise is ended. */
  useOwnModel(folder: string | undefined): void {
    if (folder === this.ownModel) return;
    this.ownModel = folder;
    if (this.current === undefined) return;
    this.reset();
    this.restarted.fire();
  }

  /** Gives up a worker that would not stay alive, so that the next request may try afresh. */
  reset(): void {
    this.current?.dispose();
    this.current = undefined;
  }

  dispose(): void {
    this.isDisposed = true;
    this.current?.dispose();
    this.progress.dispose();
    this.changed.dispose();
    this.abandoned.dispose();
    this.cleaned.dispose();
    this.exported.dispose();
    this.connected.dispose();
    this.exited.dispose();
    this.restarted.dispose();
  }
}
