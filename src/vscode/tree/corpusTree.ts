import {
  CancellationTokenSource,
  EventEmitter,
  type CancellationToken,
  type Event,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { Disposable } from '../disposableStore.ts';
import { WorkerGone } from '../../worker/client.ts';
import { AnswerOrder } from './answerOrder.ts';
import { pageSize, type MoreNode, type Pinned, type TreeNode } from './nodes.ts';

/** What a tree shows, apart from how it is kept. */
export interface TreeContents {
  /** Children of a node, or of the root. `limit` bounds lists that have pages. May reject when the token is cancelled. */
  children(
    node: TreeNode | undefined,
    limit: number,
    pinned: readonly Pinned[],
    token: CancellationToken,
  ): Promise<readonly TreeNode[]>;
  item(node: TreeNode): TreeItem;
  tooltip(node: TreeNode, item: TreeItem): TreeItem;
}

interface Branch {
  nodes: readonly TreeNode[];
  /** False once the index or the filter has moved on. */
  isFresh: boolean;
  /** VS Code keeps the children of a closed node and asks no more: it must be told when they are out of date. */
  isCollapsed: boolean;
}

/**
 * Keeps a lazy tree: nodes by id, pages by parent, and what VS Code was shown, so that a refresh fires only for what is
 * not the same any more and leaves expansion, selection and loaded pages alone.
 */
export class CorpusTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly contents: TreeContents;
  private readonly onError: (error: unknown) => void;
  private readonly changed = new EventEmitter<TreeNode | undefined>();
  private readonly nodes = new Map<string, TreeNode>();
  private readonly branches = new Map<string | undefined, Branch>();
  private readonly limits = new Map<string, number>();
  private readonly pins = new Map<string, Pinned[]>();
  private readonly shown = new Map<string, string>();
  private readonly order = new AnswerOrder();
  /** Questions under the filter of now. */
  private asking = new CancellationTokenSource();
  private refreshing: Promise<void> = Promise.resolve();
  private isRefreshing = false;
  private isRefreshWanted = false;

  readonly onDidChangeTreeData: Event<TreeNode | undefined> = this.changed.event;

  constructor(contents: TreeContents, onError: (error: unknown) => void) {
    this.contents = contents;
    this.onError = onError;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = this.contents.item(node);
    this.shown.set(node.id, signature(item));
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const branch = this.branches.get(node?.id);
    if (branch?.isFresh === true) return [...branch.nodes];
    const nodes = await this.load(node);
    if (nodes) return [...nodes];
    // Under the filter of now the node may be another one.
    await this.refreshing;
    return this.getChildren(node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    return this.contents.tooltip(node, item);
  }

  /** Loads the next page where a "more" node stands, and returns the first node of it. */
  async loadMore(more: MoreNode): Promise<TreeNode | undefined> {
    const { parent } = more;
    if (parent === undefined) return undefined;
    const before = this.branches.get(parent.id)?.nodes.length ?? 0;
    this.limits.set(parent.id, this.limitOf(parent) + pageSize);
    const nodes = await this.load(parent);
    this.changed.fire(parent);
    return nodes?.[before - 1];
  }

  /** The child of a node with this id, listed out of its order when its page is not loaded. */
  async childOf(parent: TreeNode | undefined, id: string, pin?: Pinned): Promise<TreeNode | undefined> {
    const children = await this.getChildren(parent);
    const found = children.find((child) => child.id === id);
    if (found !== undefined || pin === undefined || parent === undefined) return found;
    this.pins.set(parent.id, [...(this.pins.get(parent.id) ?? []), pin]);
    const again = await this.load(parent);
    this.changed.fire(parent);
    return again?.find((child) => child.id === id);
  }

  /** The user has opened or closed a node: what is below a closed one is not read again before it is opened. */
  setCollapsed(node: TreeNode, isCollapsed: boolean): void {
    const branch = this.branches.get(node.id);
    if (branch !== undefined) branch.isCollapsed = isCollapsed;
  }

  /** Reads again what is on screen, and tells VS Code what has changed. Calls while one runs are joined into one more. */
  refresh(): Promise<void> {
    this.order.change();
    return this.lookAgain();
  }

  /** Forgets pages and pins too: another filter is another tree, and nobody waits for answers under the one before. */
  reset(): void {
    this.asking.cancel();
    this.asking = new CancellationTokenSource();
    this.limits.clear();
    this.pins.clear();
    void this.refresh();
  }

  dispose(): void {
    this.asking.dispose();
    this.changed.dispose();
  }

  private lookAgain(): Promise<void> {
    this.isRefreshWanted = true;
    if (!this.isRefreshing) this.refreshing = this.refreshAll();
    return this.refreshing;
  }

  private async refreshAll(): Promise<void> {
    this.isRefreshing = true;
    try {
      while (this.isRefreshWanted) {
        this.isRefreshWanted = false;
        if (!this.branches.has(undefined)) this.changed.fire(undefined);
        else await this.refreshBelow(undefined);
      }
    } finally {
      // At once: what is wanted after the last look begins a refresh of its own.
      this.isRefreshing = false;
    }
  }

  private async refreshBelow(node: TreeNode | undefined): Promise<void> {
    const before = this.branches.get(node?.id);
    if (before === undefined) return;
    if (before.isCollapsed) {
      this.drop(node?.id);
      this.changed.fire(node);
      return;
    }
    const nodes = await this.load(node);
    // Given up: the filter is another one, and all is looked at again.
    if (nodes === undefined) return;
    const isSameList =
      nodes.length === before.nodes.length && nodes.every(({ id }, i) => id === before.nodes[i]!.id);
    if (!isSameList) {
      this.stale(nodes);
      this.changed.fire(node);
      return;
    }
    for (const child of nodes) {
      if (this.shown.get(child.id) !== signature(this.contents.item(child))) {
        this.stale([child]);
        this.changed.fire(child);
      } else {
        await this.refreshBelow(child);
      }
    }
  }

  private stale(nodes: readonly TreeNode[]): void {
    for (const { id } of nodes) {
      const branch = this.branches.get(id);
      if (branch === undefined) continue;
      branch.isFresh = false;
      this.stale(branch.nodes);
    }
  }

  /** Undefined when the question was given up. */
  private async load(node: TreeNode | undefined): Promise<readonly TreeNode[] | undefined> {
    const question = this.order.ask();
    const { token } = this.asking;
    try {
      const limit = node === undefined ? pageSize : this.limitOf(node);
      const loaded = await this.contents.children(node, limit, this.pins.get(node?.id ?? '') ?? [], token);
      const known = this.branches.get(node?.id);
      if (!this.order.take(node?.id, question) && known !== undefined) return known.nodes;
      const nodes = loaded.map((child) => this.intern(child));
      const kept = new Set(nodes.map(({ id }) => id));
      for (const { id } of known?.nodes ?? []) if (!kept.has(id)) this.forget(id);
      this.branches.set(node?.id, { nodes, isFresh: true, isCollapsed: false });
      // The refresh that belongs to the change may not have seen this node.
      if (this.order.isOld(question)) void this.lookAgain();
      return nodes;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      // A worker that ended comes back, and the corpus then says that its contents are others.
      if (!(error instanceof WorkerGone)) this.onError(error);
      const known = this.branches.get(node?.id);
      // Shown empty, and read with the next refresh: that looks at known branches only.
      if (!known) this.branches.set(node?.id, { nodes: [], isFresh: false, isCollapsed: false });
      return known?.nodes ?? [];
    }
  }

  private limitOf(node: TreeNode): number {
    return this.limits.get(node.id) ?? pageSize;
  }

  /** VS Code knows a node by its identity, so the known node takes over what the new one says. */
  private intern(node: TreeNode): TreeNode {
    const known = this.nodes.get(node.id);
    if (known?.kind !== node.kind) {
      this.nodes.set(node.id, node);
      return node;
    }
    // What the new one does not say holds no more.
    for (const name of Object.keys(known)) if (!(name in node)) Reflect.deleteProperty(known, name);
    return Object.assign(known, node);
  }

  private drop(id: string | undefined): void {
    for (const child of this.branches.get(id)?.nodes ?? []) this.drop(child.id);
    this.branches.delete(id);
  }

  private forget(id: string): void {
    for (const child of this.branches.get(id)?.nodes ?? []) this.forget(child.id);
    this.branches.delete(id);
    this.nodes.delete(id);
    this.shown.delete(id);
    this.order.forget(id);
  }
}

/** All of an item that is seen or that decides how it behaves. */
function signature({ label, description, collapsibleState, contextValue, command }: TreeItem): string {
  return JSON.stringify([label, description, collapsibleState, contextValue, command?.arguments]);
}
