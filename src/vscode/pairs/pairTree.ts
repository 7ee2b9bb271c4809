import { EventEmitter, type Event, type TreeDataProvider, type TreeItem } from 'vscode';
import { WorkerGone } from '../../worker/client.ts';
import type { Services } from '../services.ts';
import type { ShownCorpus } from '../tree/nodes.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import { pairItemOf } from './pairItems.ts';
import type { MorePairsNode, PairFolderNode, PairNode, PairViewNode, PassageNode } from './pairNodes.ts';

const pageSize = 50;

/** Pairs of entities, strongest first, and below each the passages that name both. */
export class PairTree implements TreeDataProvider<PairViewNode> {
  private readonly services: Services;
  private readonly pairs: CorpusPairs;
  private readonly changed = new EventEmitter<PairViewNode | undefined>();
  private readonly limits = new Map<string, number>();
  private readonly known = new Map<string, PairViewNode>();
  private shown = '';
  /**
   * What the roots were last read for. VS Code loses the children of rows that it is told of twice at once: it is told
   * only of what is not the same any more.
   */
  private loaded = '';

  readonly onDidChangeTreeData: Event<PairViewNode | undefined> = this.changed.event;

  constructor(services: Services, pairs: CorpusPairs) {
    this.services = services;
    this.pairs = pairs;
  }

  getTreeItem(node: PairViewNode): TreeItem {
    return pairItemOf(this.services.l10n, node, this.pairs);
  }

  getParent(node: PairViewNode): PairViewNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getChildren(node?: PairViewNode): Promise<PairViewNode[]> {
    return (await this.load(node)).map((child) => this.intern(child));
  }

  private async load(node: PairViewNode | undefined): Promise<PairViewNode[]> {
    try {
      switch (node?.kind) {
        case undefined:
          return await this.roots();
        case 'folder':
          return await this.pairsOf(node.corpus, node);
        case 'pair':
          return await this.passagesOf(node);
        case 'passage':
        case 'more':
          return [];
      }
    } catch (error) {
      // A worker that ended comes back, and its corpus then says that its contents are others.
      if (!(error instanceof WorkerGone)) this.services.log.error(String(error));
      return [];
    }
  }

  /** Everything anew; pages stay loaded while the same is asked. */
  refresh(): void {
    const shown = JSON.stringify([this.pairs.request, this.services.filter.current]);
    if (shown !== this.shown) {
      this.limits.clear();
      this.known.clear();
    }
    this.shown = shown;
    if (this.key() !== this.loaded) this.changed.fire(undefined);
  }

  loadMore({ parent }: MorePairsNode): void {
    const key = parent?.id ?? '';
    this.limits.set(key, this.limitOf(key) + 2 * pageSize);
    this.changed.fire(parent);
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** VS Code knows a node by its identity: the known one takes over what the new one says. */
  private intern<T extends PairViewNode>(node: T): T {
    const known = this.known.get(node.id);
    if (known?.kind === node.kind) return Object.assign(known, node);
    this.known.set(node.id, node);
    return node;
  }

  private limitOf(key: string): number {
    return this.limits.get(key) ?? pageSize;
  }

  private key(): string {
    const { corpora, filter } = this.services;
    const states = corpora.all.map(({ root, isOpen, status }) => [root, isOpen, status?.generation]);
    return JSON.stringify([this.pairs.request, filter.current, states]);
  }

  private async roots(): Promise<PairViewNode[]> {
    this.loaded = this.key();
    const open = this.services.corpora.all.filter(({ isOpen }) => isOpen);
    const [only] = open;
    if (open.length === 1 && only) return this.pairsOf(only, undefined);
    return open.map((corpus): PairFolderNode => ({ kind: 'folder', id: corpus.root, corpus }));
  }

  private async pairsOf(corpus: ShownCorpus, parent: PairFolderNode | undefined): Promise<PairViewNode[]> {
    const limit = this.limitOf(parent?.id ?? '');
    const page = await corpus.index.cooccurrence(this.services.filter.current, this.pairs.request, { limit });
    const within = parent && { parent };
    const nodes = page.items.map((pair): PairNode => ({
      kind: 'pair',
      id: `${corpus.root}|${pair.first.id}|${pair.second.id}`,
      corpus,
      pair,
      ...within,
    }));
    return [...nodes, ...moreOf(corpus.root, nodes.length, page.total, within)];
  }

  private async passagesOf(node: PairNode): Promise<PairViewNode[]> {
    const { corpus, pair } = node;
    const { unit } = this.pairs.options;
    const ids = [pair.first.id, pair.second.id];
    const limit = this.limitOf(node.id);
    const page = await corpus.index.namedTogether(ids, unit, this.services.filter.current, { limit });
    const nodes = page.items.map((passage): PassageNode => ({
      kind: 'passage',
      id: `${node.id}|${passage.article.id}|${passage.start}`,
      corpus,
      parent: node,
      passage,
    }));
    return [...nodes, ...moreOf(node.id, Math.min(limit, page.total), page.total, { parent: node })];
  }
}

function moreOf(
  id: string,
  shown: number,
  total: number,
  within: { parent: PairFolderNode | PairNode } | undefined,
): MorePairsNode[] {
  return shown < total ? [{ kind: 'more', id: `${id}|more`, left: total - shown, ...within }] : [];
}
