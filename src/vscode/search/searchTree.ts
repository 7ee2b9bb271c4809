import { EventEmitter, type Event, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Filter } from '../../core/index.ts';
import { WorkerGone } from '../../worker/client.ts';
import { undatedOf, withinPeriod } from '../filter/filterRange.ts';
import type { L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { ShownCorpus } from '../tree/nodes.ts';
import { narrowed, withWords, type ActiveSearch, type CorpusSearch } from './corpusSearch.ts';
import { searchItemOf } from './searchItems.ts';
import type {
  HitNode,
  MoreHitsNode,
  SavedNode,
  SearchGroupNode,
  SearchNode,
  SnippetNode,
} from './searchNodes.ts';

/** Results loaded at a time: each is read from its file. */
const pageSize = 25;
const mostGroups = 200;

/** The results of the search, by group where the user wants groups, and the saved searches below them. */
export class SearchTree implements TreeDataProvider<SearchNode> {
  private readonly services: Services;
  private readonly search: CorpusSearch;
  private readonly l10n: L10n;
  private readonly changed = new EventEmitter<SearchNode | undefined>();
  private readonly limits = new Map<string, number>();
  private readonly known = new Map<string, SearchNode>();
  private saved: readonly SavedNode[] = [];
  private shownSearch = '';
  /**
   * What the roots were last read for. VS Code loses the children of rows that it is told of twice at once: it is told
   * only of what is not the same any more.
   */
  private loaded = '';

  readonly onDidChangeTreeData: Event<SearchNode | undefined> = this.changed.event;

  constructor(services: Services, search: CorpusSearch) {
    this.services = services;
    this.search = search;
    this.l10n = services.l10n;
  }

  getTreeItem(node: SearchNode): TreeItem {
    return searchItemOf(this.l10n, node);
  }

  getParent(node: SearchNode): SearchNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getChildren(node?: SearchNode): Promise<SearchNode[]> {
    return (await this.load(node)).map((child) => this.intern(child));
  }

  private async load(node: SearchNode | undefined): Promise<SearchNode[]> {
    try {
      switch (node?.kind) {
        case undefined:
          return await this.roots();
        case 'group':
          return node.by === 'folder'
            ? await this.results(node.corpus, node)
            : await this.hits(node.corpus, node.filter, node);
        case 'hit':
          return node.hit.snippets.map((snippet, i): SnippetNode => ({
            kind: 'snippet',
            id: `${node.id}|${i}`,
            parent: node,
            snippet,
          }));
        case 'savedRoot':
          return [...node.saved];
        case 'snippet':
        case 'more':
        case 'saved':
          return [];
      }
    } catch (error) {
      // A worker that ended comes back, and its corpus then says that its contents are others.
      if (!(error instanceof WorkerGone)) this.services.log.error(String(error));
      return [];
    }
  }

  /** Everything anew; pages stay loaded while it is the same search. */
  async refresh(): Promise<void> {
    const shown = JSON.stringify([this.search.active, this.search.grouping, this.services.filter.current]);
    if (shown !== this.shownSearch) {
      this.limits.clear();
      this.known.clear();
    }
    this.shownSearch = shown;
    this.saved = await this.readSaved();
    if (this.key() !== this.loaded) this.changed.fire(undefined);
  }

  get savedSearches(): readonly SavedNode[] {
    return this.saved;
  }

  loadMore({ parent }: MoreHitsNode): void {
    const key = parent?.id ?? '';
    this.limits.set(key, this.limitOf(key) + 2 * pageSize);
    this.changed.fire(parent);
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** VS Code knows a node by its identity: the known one takes over what the new one says. */
  private intern<T extends SearchNode>(node: T): T {
    const known = this.known.get(node.id);
    if (known?.kind === node.kind) return Object.assign(known, node);
    this.known.set(node.id, node);
    return node;
  }

  private limitOf(key: string): number {
    return this.limits.get(key) ?? pageSize;
  }

  private async readSaved(): Promise<SavedNode[]> {
    const { corpora, curation } = this.services;
    const lists = await Promise.all(
      corpora.all.map(async ({ root }) => {
        const searches = await curation.searches(root).catch(() => []);
        return searches.map((search): SavedNode => ({
          kind: 'saved',
          id: `saved|${root}|${search.name}`,
          root,
          search,
        }));
      }),
    );
    return lists.flat();
  }

  private key(): string {
    const { corpora, filter } = this.services;
    const states = corpora.all.map(({ root, isOpen, status }) => [root, isOpen, status?.generation]);
    const saved = this.saved.map(({ root, search }) => [root, search]);
    return JSON.stringify([this.search.active, this.search.grouping, filter.current, states, saved]);
  }

  private async roots(): Promise<SearchNode[]> {
    this.loaded = this.key();
    const { active } = this.search;
    if (!active) return [...this.saved];
    const open = this.services.corpora.all.filter(({ isOpen }) => isOpen);
    const [only] = open;
    const found =
      open.length === 1 && only
        ? await this.results(only, undefined)
        : await Promise.all(open.map((corpus) => this.folderOf(corpus, active)));
    if (this.saved.length === 0) return found;
    return [...found, { kind: 'savedRoot', id: 'savedRoot', saved: this.saved }];
  }

  private async folderOf(corpus: ShownCorpus, { words, narrowing }: ActiveSearch): Promise<SearchGroupNode> {
    const filter = narrowed(this.services.filter.current, narrowing);
    const total = filter
      ? (await corpus.index.documents(withWords(filter, words), 'date', { limit: 1 })).total
      : 0;
    return {
      kind: 'group',
      id: `folder|${corpus.root}`,
      corpus,
      by: 'folder',
      value: corpus.name,
      articles: total,
      filter: filter ?? {},
    };
  }

  private async results(corpus: ShownCorpus, parent: SearchGroupNode | undefined): Promise<SearchNode[]> {
    const { active, grouping } = this.search;
    const filter = active && narrowed(this.services.filter.current, active.narrowing);
    if (!filter) return [];
    if (grouping === 'year') return this.years(corpus, filter, active, parent);
    if (grouping === 'outlet') return this.outlets(corpus, filter, active, parent);
    return this.hits(corpus, filter, parent);
  }

  private async years(
    corpus: ShownCorpus,
    filter: Filter,
    { words, sort }: ActiveSearch,
    parent: SearchGroupNode | undefined,
  ): Promise<SearchGroupNode[]> {
    const { periods, undated } = await corpus.index.histogram(withWords(filter, words), 'year');
    const ordered = sort === 'date' ? periods : [...periods].reverse();
    const groups = ordered.flatMap(({ period, articles }) => {
      const within = withinPeriod(filter, period);
      return within ? [groupNode(corpus, parent, 'year', period, articles, within)] : [];
    });
    const without = undated > 0 ? undatedOf(filter) : undefined;
    return without ? [...groups, groupNode(corpus, parent, 'year', '', undated, without)] : groups;
  }

  private async outlets(
    corpus: ShownCorpus,
    filter: Filter,
    { words }: ActiveSearch,
    parent: SearchGroupNode | undefined,
  ): Promise<SearchGroupNode[]> {
    const { items } = await corpus.index.facet(withWords(filter, words), 'outlet', { limit: mostGroups });
    return items.map(({ value, articles }) =>
      groupNode(corpus, parent, 'outlet', value, articles, { ...filter, outlets: [value] }),
    );
  }

  private async hits(
    corpus: ShownCorpus,
    filter: Filter,
    parent: SearchGroupNode | undefined,
  ): Promise<SearchNode[]> {
    const { active } = this.search;
    if (!active) return [];
    const limit = this.limitOf(parent?.id ?? '');
    const { items, total } = await corpus.index.search(active.words, filter, { limit }, active.sort);
    const base = parent?.id ?? corpus.root;
    const nodes = items.map((hit): HitNode => ({
      kind: 'hit',
      // Another search shows its articles open again.
      id: `${base}|${active.words}|${hit.article.id}`,
      corpus,
      hit,
      ...(parent && { parent }),
    }));
    if (items.length >= total) return nodes;
    return [
      ...nodes,
      { kind: 'more', id: `${base}|more`, left: total - items.length, ...(parent && { parent }) },
    ];
  }
}

function groupNode(
  corpus: ShownCorpus,
  parent: SearchGroupNode | undefined,
  by: 'year' | 'outlet',
  value: string,
  articles: number,
  filter: Filter,
): SearchGroupNode {
  const id = `${parent?.id ?? corpus.root}|${by}|${value}`;
  return { kind: 'group', id, corpus, by, value, articles, filter, ...(parent && { parent }) };
}
