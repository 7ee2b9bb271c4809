import { EventEmitter, type Event, type TreeItem } from 'vscode';
import { PagedTree } from '../pagedTree.ts';
import type { Services } from '../services.ts';
import type { ShownCorpus } from '../tree/nodes.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import { pairItemOf } from './pairItems.ts';
import type { MorePairsNode, PairFolderNode, PairNode, PairViewNode, PassageNode } from './pairNodes.ts';

const pageSize = 50;

/** Pairs of entities, strongest first, and below each the passages that name both. */
export class PairTree extends PagedTree<PairViewNode> {
  private readonly pairs: CorpusPairs;
  private readonly read = new EventEmitter<number | undefined>();
  private readonly cut = new Set<string>();

  /** How many rows there are, whenever they were read; undefined when the pairs of one corpus among several were. */
  readonly onDidRead: Event<number | undefined> = this.read.event;

  constructor(services: Services, pairs: CorpusPairs) {
    super(services, pageSize);
    this.pairs = pairs;
  }

  override getTreeItem(node: PairViewNode): TreeItem {
    return pairItemOf(this.services.l10n, node, this.pairs);
  }

  /** In a corpus that is shown not all articles were counted. */
  get isCut(): boolean {
    return this.services.corpora.all.some(({ root }) => this.cut.has(root));
  }

  protected override async load(node: PairViewNode | undefined): Promise<PairViewNode[]> {
    switch (node?.kind) {
      case undefined: {
        const roots = await this.roots();
        this.read.fire(roots.length);
        return roots;
      }
      case 'folder': {
        const rows = await this.pairsOf(node.corpus, node);
        this.read.fire(undefined);
        return rows;
      }
      case 'pair':
        return this.passagesOf(node);
      case 'passage':
      case 'more':
        return [];
    }
  }

  protected override question(): unknown {
    return this.pairs.request;
  }

  override dispose(): void {
    this.read.dispose();
    super.dispose();
  }

  private async roots(): Promise<PairViewNode[]> {
    const open = this.services.corpora.all.filter(({ isOpen }) => isOpen);
    const [only] = open;
    if (open.length === 1 && only) return this.pairsOf(only, undefined);
    return open.map((corpus): PairFolderNode => ({ kind: 'folder', id: corpus.root, corpus }));
  }

  private async pairsOf(corpus: ShownCorpus, parent: PairFolderNode | undefined): Promise<PairViewNode[]> {
    const limit = this.limitOf(parent);
    const page = await this.indexOf(corpus).cooccurrence(this.services.filter.current, this.pairs.request, {
      limit,
    });
    if (page.isApproximate) this.cut.add(corpus.root);
    else this.cut.delete(corpus.root);
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
    const limit = this.limitOf(node);
    const page = await this.indexOf(corpus).namedTogether(ids, unit, this.services.filter.current, { limit });
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
