import { commands, window, type TreeView } from 'vscode';
import type { SearchSort } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { describeFilter } from '../filter/filterText.ts';
import { queryProblemText } from '../queryProblemText.ts';
import type { Services } from '../services.ts';
import { askWords } from './askWords.ts';
import { activeSearchOf, CorpusSearch, narrowed, withWords, type SearchGrouping } from './corpusSearch.ts';
import { narrowSearch } from './narrowSearch.ts';
import { deleteSearch, renameSearch, saveSearch } from './savedSearches.ts';
import type { MoreHitsNode, SavedNode, SearchNode } from './searchNodes.ts';
import { searchMessage } from './searchTexts.ts';
import { SearchTree } from './searchTree.ts';

/** The Search view with what it is made of. */
export interface SearchView extends Disposable {
  readonly tree: SearchTree;
  readonly search: CorpusSearch;
  readonly view: TreeView<SearchNode>;
}

export function registerSearch(services: Services): SearchView {
  const { corpora, curation, filter, l10n } = services;
  const store = new DisposableStore();
  const search = store.add(new CorpusSearch(services.workspaceMemory));
  const tree = store.add(new SearchTree(services, search));
  const view = store.add(
    window.createTreeView('corpusExplorer.search', { treeDataProvider: tree, showCollapseAll: true }),
  );
  const refresh = (): void => {
    void describe();
    if (view.visible) void tree.refresh();
  };
  store.add(search.onDidChange(refresh));
  store.add(filter.onDidChange(refresh));
  store.add(corpora.onDidChangeContents(refresh));
  store.add(corpora.onDidChangeFolders(refresh));
  store.add(
    curation.onDidChange(() => {
      void tree.refresh();
    }),
  );
  store.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      void corpora.start();
      void tree.refresh();
    }),
  );
  const command = (name: string, run: (argument: never) => unknown): void => {
    store.add(commands.registerCommand(`corpusExplorer.${name}`, run));
  };
  const start = async (words: string): Promise<void> => {
    if (words.trim() === '') return;
    const problem = queryProblemText(l10n, words);
    if (problem !== undefined) {
      void window.showWarningMessage(problem);
      return;
    }
    void corpora.start();
    const { sort = 'rank' } = search.active ?? {};
    search.set({ words: words.trim(), sort, narrowing: {} });
    await commands.executeCommand('corpusExplorer.search.focus');
  };
  command('searchWords', async (words: unknown) => {
    const asked =
      typeof words === 'string' ? words : await askWords(l10n, search.history, search.active?.words ?? '');
    if (asked !== undefined) await start(asked);
  });
  command('clearSearch', () => {
    search.set(undefined);
  });
  command('narrowSearch', async () => {
    const { active } = search;
    const choice = active && (await narrowSearch(services, active));
    if (!choice || search.active !== active) return;
    if (choice.name) filter.remember([choice.name]);
    search.set({ ...active, narrowing: choice.narrowing });
  });
  command('sortSearch', () => chooseSort(services, search));
  command('groupSearch', () => chooseGrouping(services, search));
  command('moreResults', (node: MoreHitsNode) => {
    tree.loadMore(node);
  });
  command('exportSearch', (asked: unknown) => {
    const { active } = search;
    const within = active && narrowed(filter.current, active.narrowing);
    // What is narrowed to nothing has nothing to export.
    return (
      within &&
      commands.executeCommand('corpusExplorer.export', {
        ...(typeof asked === 'object' && asked),
        filter: withWords(within, active.words),
      })
    );
  });
  command('saveSearch', () => saveSearch(services, search));
  command('runSavedSearch', ({ search: saved }: SavedNode) => {
    search.set(activeSearchOf(saved));
  });
  command('renameSavedSearch', (node: SavedNode) => renameSearch(services, node, tree.savedSearches));
  command('deleteSavedSearch', (node: SavedNode) => deleteSearch(services, node));
  return {
    tree,
    search,
    view,
    dispose: () => {
      store.dispose();
    },
  };

  async function describe(): Promise<void> {
    const { active } = search;
    if (!active) {
      view.message = '';
      return;
    }
    const within = narrowed(filter.current, active.narrowing);
    const open = corpora.all.filter(({ isOpen }) => isOpen);
    try {
      const totals = within
        ? await Promise.all(
            open.map(({ index }) => index.documents(withWords(within, active.words), 'date', { limit: 1 })),
          )
        : [];
      if (search.active !== active) return;
      const total = totals.reduce((sum, page) => sum + page.total, 0);
      const filtered = describeFilter(l10n, filter.current, filter.names);
      view.message = searchMessage(l10n, active, total, filter.names, filtered);
    } catch {
      // The tree reports what is wrong with the index.
    }
  }
}

async function chooseSort({ l10n }: Services, search: CorpusSearch): Promise<void> {
  const { active } = search;
  if (!active) return;
  const items: { label: string; sort: SearchSort }[] = [
    { label: l10n.t('Best First'), sort: 'rank' },
    { label: l10n.t('Newest First'), sort: 'dateDescending' },
    { label: l10n.t('Oldest First'), sort: 'date' },
  ];
  const choice = await window.showQuickPick(
    items.map((item) => ({ ...item, picked: item.sort === active.sort })),
    { title: l10n.t('Sort Results') },
  );
  if (choice) search.set({ ...active, sort: choice.sort });
}

async function chooseGrouping({ l10n }: Services, search: CorpusSearch): Promise<void> {
  const items: { label: string; grouping: SearchGrouping }[] = [
    { label: l10n.t('No Groups'), grouping: 'none' },
    { label: l10n.t('By Year'), grouping: 'year' },
    { label: l10n.t('By Outlet'), grouping: 'outlet' },
  ];
  const choice = await window.showQuickPick(items, { title: l10n.t('Group Results') });
  if (choice) await search.group(choice.grouping);
}
