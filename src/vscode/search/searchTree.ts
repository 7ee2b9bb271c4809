import type { TreeItem } from 'vscode';
import type { Filter } from '../../core/index.ts';
import { undatedOf, withinPeriod } from '../filter/filterRange.ts';
import { PagedTree } from '../pagedTree.ts';
import type { Services } from '../services.ts';
import type { ShownCorpus } from '../tree/nodes.ts';
import { activeSearchOf, narrowed, withWords, type ActiveSearch, type CorpusSearch } from './corpusSearch.ts';
import { searchItemOf } from './searchItems.ts';
import type {
  HitNode,
  MoreHitsNode,
  NoHitsNode,
  ResultsParent,
  SavedNode,
  SearchGroupNode,
  SearchNode,
  SnippetNode,
} from './searchNodes.ts';

/** Results loaded at a time: each is read from its file. */
const pageSize = 25;

/** The results of the search, by group where the user wants groups, and the saved searches below them. */
export class SearchTree extends PagedTree<SearchNode> {
  private readonly search: CorpusSearch;
  private saved: readonly SavedNode[] = [];

  constructor(services: Services, search: CorpusSearch) {
    super(services, pageSize);
    this.search = search;
  }

  override getTreeItem(node: SearchNode): TreeItem {
    return searchItemOf(this.services.l10n, node);
  }

  get savedSearches(): readonly SavedNode[] {
    return this.saved;
  }

  override async refresh(): Promise<void> {
    this.saved = await this.readSaved();
    await super.refresh();
  }

  protected override async load(node: SearchNode | undefined): Promise<SearchNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.roots();
      case 'group':
        return node.by === 'folder'
          ? this.results(node.corpus, node)
          : this.hits(node.corpus, node.filter, this.search.active, node);
      case 'hit':
        return node.hit.snippets.map((snippet, i): SnippetNode => ({
          kind: 'snippet',
          id: `${node.id}|${i}`,
          parent: node,
          snippet,
        }));
      case 'savedRoot':
        return [...node.saved];
      case 'saved':
        return this.savedHits(node);
      case 'snippet':
      case 'more':
      case 'noHits':
        return [];
    }
  }

  protected override question(): unknown {
    return [this.search.active, this.search.grouping];
  }

  protected override also(): unknown {
    return this.saved.map(({ root, search }) => [root, search]);
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

  private async roots(): Promise<SearchNode[]> {
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
      ? (await this.indexOf(corpus).documents(withWords(filter, words), 'date', { limit: 1 })).total
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
    return this.hits(corpus, filter, active, parent);
  }

  private async years(
    corpus: ShownCorpus,
    filter: Filter,
    { words, sort }: ActiveSearch,
    parent: SearchGroupNode | undefined,
  ): Promise<SearchGroupNode[]> {
    const { periods, undated } = await this.indexOf(corpus).histogram(withWords(filter, words), 'year');
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
  ): Promise<SearchNode[]> {
    const page = { limit: this.limitOf(parent) };
    const { items, total } = await this.indexOf(corpus).facet(withWords(filter, words), 'outlet', page);
    const groups = items.map(({ value, articles }) =>
      groupNode(corpus, parent, 'outlet', value, articles, { ...filter, outlets: [value] }),
    );
    return [...groups, ...moreOf(corpus, parent, items.length, total)];
  }

  /** What a saved search finds now, within the filter. */
  private async savedHits(node: SavedNode): Promise<SearchNode[]> {
    const corpus = this.services.corpora.all.find(({ root, isOpen }) => isOpen && root === node.root);
    const search = activeSearchOf(node.search);
    const filter = narrowed(this.services.filter.current, search.narrowing);
    const hits = corpus && filter ? await this.hits(corpus, filter, search, node) : [];
    const none: NoHitsNode = { kind: 'noHits', id: `${node.id}|none`, parent: node };
    return hits.length > 0 ? hits : [none];
  }

  private async hits(
    corpus: ShownCorpus,
    filter: Filter,
    search: ActiveSearch | undefined,
    parent: ResultsParent | undefined,
  ): Promise<SearchNode[]> {
    if (!search) return [];
    const { words, sort } = search;
    const limit = this.limitOf(parent);
    const { items, total } = await this.indexOf(corpus).search(words, filter, { limit }, sort);
    const base = parent?.id ?? corpus.root;
    const nodes = items.map((hit): HitNode => ({
      kind: 'hit',
      // Another search shows its articles open again.
      id: `${base}|${words}|${hit.article.id}`,
      corpus,
      hit,
      ...(parent && { parent }),
    }));
    return [...nodes, ...moreOf(corpus, parent, items.length, total)];
  }
}

function moreOf(
  { root }: ShownCorpus,
  parent: ResultsParent | undefined,
  shown: number,
  total: number,
): MoreHitsNode[] {
  const id = `${parent?.id ?? root}|more`;
  return shown < total ? [{ kind: 'more', id, left: total - shown, ...(parent && { parent }) }] : [];
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
