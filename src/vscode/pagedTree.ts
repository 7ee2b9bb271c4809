import {
  CancellationTokenSource,
  EventEmitter,
  type Event,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { CorpusIndex } from '../core/index.ts';
import { WorkerGone } from '../worker/client.ts';
import type { Corpus } from './corpus.ts';
import type { Services } from './services.ts';

/** A node of a tree whose lists are loaded by pages. Ids stay the same when the same is asked again. */
export interface PagedNode {
  readonly kind: string;
  readonly id: string;
  readonly parent?: PagedNode;
}

/** A tree over the open corpora that shows the answer to one question, list by list, each as far as it was asked for. */
export abstract class PagedTree<Node extends PagedNode> implements TreeDataProvider<Node> {
  protected readonly services: Services;
  private readonly pageSize: number;
  private readonly changed = new EventEmitter<Node | undefined>();
  private readonly limits = new Map<string, number>();
  private readonly known = new Map<string, Node>();
  private asked = '';
  /** Ends what is still being read for a question that nobody asks any more. */
  private asking = new CancellationTokenSource();
  /**
   * What the roots were last read for. VS Code loses the children of rows that it is told of twice at once: it is told
   * only of what is not the same any more.
   */
  private loaded = '';

  readonly onDidChangeTreeData: Event<Node | undefined> = this.changed.event;

  protected constructor(services: Services, pageSize: number) {
    this.services = services;
    this.pageSize = pageSize;
  }

  abstract getTreeItem(node: Node): TreeItem;

  /** The children of a node, or the roots. */
  protected abstract load(node: Node | undefined): Promise<Node[]>;

  /** What the tree answers, as plain data: while it is the same, pages stay loaded. */
  protected abstract question(): unknown;

  /** What else it shows, as plain data. */
  protected also(): unknown {
    return undefined;
  }

  getParent(node: Node): Node | undefined {
    return node.parent as Node | undefined;
  }

  /** The index of a corpus, for what this tree asks now: with the next question it is given up. */
  protected indexOf(corpus: Pick<Corpus, 'indexUntil'>): CorpusIndex {
    return corpus.indexUntil(this.asking.token);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const { token } = this.asking;
    if (node === undefined) this.loaded = this.state();
    try {
      return (await this.load(node)).map((child) => this.intern(child));
    } catch (error) {
      // A worker that ended comes back, and its corpus then says that its contents are others.
      if (!(error instanceof WorkerGone) && !token.isCancellationRequested)
        this.services.log.error(String(error));
      return [];
    }
  }

  /** Reads anew what has changed. */
  refresh(): void | Promise<void> {
    const asked = JSON.stringify([this.question(), this.services.filter.current]);
    if (asked !== this.asked) {
      this.limits.clear();
      this.known.clear();
      this.asking.cancel();
      this.asking.dispose();
      this.asking = new CancellationTokenSource();
    }
    this.asked = asked;
    // What was never asked for VS Code asks for when it shows the view.
    if (this.loaded !== '' && this.state() !== this.loaded) this.changed.fire(undefined);
  }

  /** Two pages more in the list that `more` ends. */
  loadMore(more: Node): void {
    const list = this.getParent(more);
    const key = list?.id ?? '';
    this.limits.set(key, this.limitOf(list) + 2 * this.pageSize);
    this.changed.fire(list);
  }

  dispose(): void {
    this.asking.cancel();
    this.asking.dispose();
    this.changed.dispose();
  }

  /** How many children of a node are shown. */
  protected limitOf(node: PagedNode | undefined): number {
    return this.limits.get(node?.id ?? '') ?? this.pageSize;
  }

  /** VS Code knows a node by its identity: the known one takes over what the new one says. */
  private intern<T extends Node>(node: T): T {
    const known = this.known.get(node.id);
    if (known?.kind === node.kind) return Object.assign(known as T, node);
    this.known.set(node.id, node);
    return node;
  }

  private state(): string {
    const { corpora, filter } = this.services;
    const states = corpora.all.map(({ root, isOpen, status }) => [root, isOpen, status?.generation]);
    return JSON.stringify([this.question(), filter.current, states, this.also()]);
  }
}
