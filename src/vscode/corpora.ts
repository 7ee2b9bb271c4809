import {
  commands,
  EventEmitter,
  Uri,
  workspace,
  type Event,
  type LogOutputChannel,
  type Memento,
  type WorkspaceFolder,
} from 'vscode';
import { isClusterAddress } from '../core/index.ts';
import { ClusterCorpus } from './cluster/clusterCorpus.ts';
import {
  clusterSettings,
  clustersKey,
  nameOfCluster,
  type ClusterSetting,
} from './cluster/clusterSettings.ts';
import type { CredentialStore } from './cluster/credentialStore.ts';
import type { Corpus, CorpusState } from './corpus.ts';
import { relativeTo } from './corpusPaths.ts';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import { FolderCorpus } from './folderCorpus.ts';
import { readRecordQuery, recordScheme } from './recordDocuments/recordAddress.ts';
import type { WorkerHost } from './workerHost.ts';

/** What the views as a whole show; `empty` is an indexed corpus without an article. */
export type ViewState = CorpusState | 'empty';

/** Key of the folders that were indexed in this workspace: they are kept up to date from activation on. */
const indexedRootsKey = 'corpusExplorer.indexedRoots';

/** The corpora of this window: one for each workspace folder on disk, and those in clusters that the settings name. */
export class Corpora implements Disposable {
  private readonly host: WorkerHost;
  private readonly memory: Memento;
  private readonly credentials: CredentialStore;
  private readonly log: LogOutputChannel;
  private readonly store = new DisposableStore();
  private readonly foldersChanged = this.store.add(new EventEmitter<void>());
  private readonly contentsChanged = this.store.add(new EventEmitter<Corpus>());
  private readonly stateChanged = this.store.add(new EventEmitter<void>());
  private readonly byRoot = new Map<string, { readonly corpus: Corpus; readonly store: DisposableStore }>();

  readonly onDidChangeFolders: Event<void> = this.foldersChanged.event;
  readonly onDidChangeContents: Event<Corpus> = this.contentsChanged.event;
  readonly onDidChangeState: Event<void> = this.stateChanged.event;

  constructor(host: WorkerHost, memory: Memento, credentials: CredentialStore, log: LogOutputChannel) {
    this.host = host;
    this.memory = memory;
    this.credentials = credentials;
    this.log = log;
    for (const folder of workspace.workspaceFolders ?? []) this.add(folder);
    this.store.add(
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.remove(folder.uri.fsPath);
        for (const folder of added) this.add(folder);
        this.foldersChanged.fire();
      }),
    );
    this.readClusters();
    const readAgain = (): void => {
      if (this.readClusters()) this.foldersChanged.fire();
    };
    this.store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(clustersKey)) readAgain();
      }),
    );
    this.store.add(workspace.onDidGrantWorkspaceTrust(readAgain));
  }

  get all(): readonly Corpus[] {
    return [...this.byRoot.values()].map(({ corpus }) => corpus);
  }

  /** Those that lie in clusters. */
  get inClusters(): readonly ClusterCorpus[] {
    return this.all.filter((corpus) => corpus instanceof ClusterCorpus);
  }

  at(root: string): Corpus | undefined {
    return this.byRoot.get(root)?.corpus;
  }

  /**
   * The corpus of a file, and the innermost one where folders lie in each other. A text that was never saved is read
   * beside the only corpus there is.
   */
  of(uri: Uri): Corpus | undefined {
    if (uri.scheme === 'untitled') return this.all.length === 1 ? this.all[0] : undefined;
    if (uri.scheme === recordScheme) {
      const address = readRecordQuery(uri.query);
      return address && this.at(address.root);
    }
    if (uri.scheme !== 'file') return undefined;
    return this.all
      .filter(({ root }) => !isClusterAddress(root) && relativeTo(root, uri.fsPath) !== undefined)
      .sort((a, b) => b.root.length - a.root.length)[0];
  }

  /** Brings every corpus up to date, if that has not begun. */
  async start(): Promise<void> {
    await Promise.all(this.all.map((corpus) => corpus.start()));
  }

  /** Corpora that were indexed before, or that hold the user's curation, are kept up to date without being asked. */
  async resume(): Promise<void> {
    const indexed = this.memory.get<readonly string[]>(indexedRootsKey, []);
    await Promise.all(
      this.all.map(async (corpus) => {
        if (isClusterAddress(corpus.root)) return;
        if (indexed.includes(corpus.root) || (await hasCuration(corpus.root))) await corpus.start();
      }),
    );
  }

  /** One of the folders holds the user's corrections. */
  async haveCuration(): Promise<boolean> {
    const folders = this.all.filter(({ root }) => !isClusterAddress(root));
    const answers = await Promise.all(folders.map(({ root }) => hasCuration(root)));
    return answers.includes(true);
  }

  get state(): ViewState {
    // One cluster that does not answer is its own matter: the others are there.
    const others = this.all.filter(({ root, state }) => !isClusterAddress(root) || state !== 'failed');
    const states = (others.length > 0 ? others : this.all).map(({ state }) => state);
    const order: readonly CorpusState[] = [
      'indexing',
      'opening',
      'failed',
      'unavailable',
      'cancelled',
      'closed',
    ];
    const first = order.find((state) => states.includes(state));
    if (first !== undefined) return first;
    return this.all.every(({ status }) => (status?.articles ?? 0) === 0) ? 'empty' : 'ready';
  }

  dispose(): void {
    for (const { store } of this.byRoot.values()) store.dispose();
    this.store.dispose();
  }

  private add(folder: WorkspaceFolder): void {
    if (folder.uri.scheme !== 'file' || this.byRoot.has(folder.uri.fsPath)) return;
    this.hold(new FolderCorpus(folder, this.host, this.log));
  }

  /** Takes up what the settings say. True when that changed anything. */
  private readClusters(): boolean {
    const wanted = new Map(clusterSettings().map((setting) => [setting.address, setting]));
    const gone = this.inClusters.filter((corpus) => !isSame(wanted.get(corpus.root), corpus));
    for (const { root } of gone) this.remove(root);
    const added = [...wanted.values()].filter(({ address }) => !this.byRoot.has(address));
    for (const setting of added) this.hold(new ClusterCorpus(setting, this.host, this.credentials, this.log));
    void commands.executeCommand('setContext', 'corpusExplorer.inCluster', wanted.size > 0);
    return gone.length + added.length > 0;
  }

  private hold(corpus: Corpus): void {
    const store = new DisposableStore();
    store.add(corpus);
    store.add(
      corpus.onDidChangeContents(() => {
        this.contentsChanged.fire(corpus);
      }),
    );
    store.add(
      corpus.onDidChangeState(() => {
        this.publish();
        if (corpus.state === 'ready') void this.remember(corpus.root);
      }),
    );
    this.byRoot.set(corpus.root, { corpus, store });
  }

  private remove(root: string): void {
    this.byRoot.get(root)?.store.dispose();
    this.byRoot.delete(root);
    this.publish();
  }

  private publish(): void {
    const { state } = this;
    void commands.executeCommand('setContext', 'corpusExplorer.state', state);
    void commands.executeCommand(
      'setContext',
      'corpusExplorer.indexing',
      state === 'indexing' || state === 'opening',
    );
    this.stateChanged.fire();
  }

  private async remember(root: string): Promise<void> {
    if (isClusterAddress(root)) return;
    const indexed = this.memory.get<readonly string[]>(indexedRootsKey, []);
    if (!indexed.includes(root)) await this.memory.update(indexedRootsKey, [...indexed, root]);
  }
}

function isSame(setting: ClusterSetting | undefined, { name, dateField }: ClusterCorpus): boolean {
  return setting !== undefined && nameOfCluster(setting) === name && setting.dateField === dateField;
}

/** The folder holds the user's corrections: somebody works with it as a corpus. */
async function hasCuration(root: string): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.joinPath(Uri.file(root), '.corpus', 'curation.yaml'));
    return true;
  } catch {
    return false;
  }
}
