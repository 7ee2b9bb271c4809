import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EventEmitter, window, type CancellationToken, type Event, type LogOutputChannel } from 'vscode';
import type { CorpusIndex, CorpusStatus } from '../../core/index.ts';
import type { ClusterPreset, ConnectionState } from '../../worker/protocol.ts';
import type { Corpus, CorpusState } from '../corpus.ts';
import { DisposableStore } from '../disposableStore.ts';
import { throttle } from '../throttle.ts';
import type { WorkerHost } from '../workerHost.ts';
import { nameOfCluster, type ClusterSetting } from './clusterSettings.ts';
import type { CredentialStore } from './credentialStore.ts';

/** How often it is looked whether the corpus has grown, or the server is back, while the window is in front. */
const lookMs = 30_000;
const reviveDelayMs = 300;

/** A corpus in a cluster, asked through the worker. Nothing is written to it from here but corrections that the user pushes. */
export class ClusterCorpus implements Corpus {
  private readonly host: WorkerHost;
  private readonly credentials: CredentialStore;
  private readonly log: LogOutputChannel;
  private readonly store = new DisposableStore();
  private readonly contentsChanged = this.store.add(new EventEmitter<void>());
  private readonly stateChanged = this.store.add(new EventEmitter<void>());
  private readonly revive = this.store.add(throttle(reviveDelayMs, () => void this.refresh()));
  private started: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  private isConnected = false;

  state: CorpusState = 'closed';
  status: CorpusStatus | undefined;
  connection: ConnectionState | undefined;

  /** Whose index it is; undefined before it was first asked. */
  preset: ClusterPreset | undefined;

  readonly root: string;
  readonly name: string;
  readonly dateField: string | undefined;
  readonly curationFolder: string;
  readonly progress = undefined;
  readonly onDidChangeContents: Event<void> = this.contentsChanged.event;
  readonly onDidChangeState: Event<void> = this.stateChanged.event;

  constructor(
    setting: ClusterSetting,
    host: WorkerHost,
    credentials: CredentialStore,
    log: LogOutputChannel,
  ) {
    this.root = setting.address;
    this.name = nameOfCluster(setting);
    this.dateField = setting.dateField;
    this.curationFolder = join(host.curationsDir, folderName(setting.address));
    this.host = host;
    this.credentials = credentials;
    this.log = log;
    this.store.add(
      host.onConnection(({ root, state }) => {
        if (root === this.root) this.hear(state);
      }),
    );
    this.store.add(
      host.onChanged(({ root }) => {
        if (root === this.root) void this.readAgain();
      }),
    );
    this.store.add(
      host.onExit(() => {
        this.followWorker();
      }),
    );
    this.store.add(
      host.onRestart(() => {
        this.followWorker();
      }),
    );
    const timer = setInterval(() => {
      if (this.started && window.state.focused) void this.refresh();
    }, lookMs);
    this.store.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.connection?.kind === 'lost') void this.refresh();
      }),
    );
    this.store.add({
      dispose: () => {
        clearInterval(timer);
      },
    });
  }

  get index(): CorpusIndex {
    return this.host.client.index(this.root);
  }

  indexUntil(token: CancellationToken): CorpusIndex {
    return this.host.client.index(this.root, token);
  }

  get isForeign(): boolean {
    return this.preset !== undefined && this.preset !== 'corpusExplorer';
  }

  /** What was read stays on screen when the connection is lost. */
  get isOpen(): boolean {
    return this.status !== undefined;
  }

  start(): Promise<void> {
    return (this.started ??= this.refresh());
  }

  /** Asks how the corpus is; also after a connection was lost. */
  async refresh(): Promise<void> {
    this.started ??= Promise.resolve();
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** Signs in with what the store holds now. */
  async reconnect(): Promise<void> {
    await this.looking;
    this.isConnected = false;
    await this.refresh();
  }

  /** Its entities are made anew where it is filled. */
  rebuild(): Promise<void> {
    return this.refresh();
  }

  cancel(): void {
    // Nothing goes on that could be given up.
  }

  async whenSettled(): Promise<void> {
    await this.start();
    await this.looking;
  }

  dispose(): void {
    this.store.dispose();
    if (this.isConnected) void this.host.client.close(this.root).catch(() => undefined);
  }

  /** The worker is another one. */
  private followWorker(): void {
    this.isConnected = false;
    if (this.started) this.revive.request();
  }

  private async look(): Promise<void> {
    const wasOpen = this.isOpen && this.state === 'ready';
    if (!this.isOpen) this.enter('opening');
    try {
      const { client } = this.host;
      if (!this.isConnected) {
        const credentials = await this.credentials.of(this.root);
        await client.connectCluster({
          root: this.root,
          ...(credentials && { credentials }),
          ...(this.dateField !== undefined && { dateField: this.dateField }),
          curationFolder: this.curationFolder,
        });
        this.isConnected = true;
      }
      const before = this.status?.generation;
      const { status, preset } = await client.open(this.root);
      this.status = status;
      this.preset = preset;
      if (!wasOpen || before !== this.status.generation) this.contentsChanged.fire();
      this.enter('ready');
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.log.warn(`${this.root}: ${detail}`);
      // Not even asked: what stands in the settings is no address.
      if (!this.isConnected) this.hear({ kind: 'lost', rule: 'address', server: '', detail });
      this.enter(this.isOpen ? 'ready' : 'failed');
    }
  }

  /** The reader's corrections are others: so are all answers, though the corpus is what it was. */
  private async readAgain(): Promise<void> {
    await this.refresh();
    this.contentsChanged.fire();
  }

  private hear(state: ConnectionState): void {
    const wasLost = this.connection?.kind === 'lost';
    this.connection = state;
    this.stateChanged.fire();
    // What could not be read meanwhile is read now.
    if (wasLost && state.kind === 'connected' && this.state === 'ready') this.contentsChanged.fire();
  }

  private enter(state: CorpusState): void {
    if (this.state === state) return;
    this.state = state;
    this.stateChanged.fire();
  }
}

/** Of the folder for what is put right: people see the name of the corpus in it, and no other address has the same. */
function folderName(address: string): string {
  return `${nameOfCluster({ address })}-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`;
}
