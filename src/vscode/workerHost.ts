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
  private current: WorkerClient | undefined;
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

  constructor(places: WorkerPlaces, log: LogOutputChannel) {
    this.places = places;
    this.log = log;
  }

  get client(): WorkerClient {
    this.current ??= createWorkerClient({
      ...this.places,
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
        if (this.isDisposed) return;
        this.log.error(`The corpus worker ended (${signal ?? code ?? 'not started'}).`);
        this.exited.fire();
      },
    });
    return this.current;
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
  }
}
