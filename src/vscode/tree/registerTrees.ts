import { commands, window, type TreeView } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import { followReview } from '../reviewView/followReview.ts';
import { datesContents, entitiesContents, reviewContents } from './contents.ts';
import { CorpusTree } from './corpusTree.ts';
import type { CorpusTrees } from './corpusTrees.ts';
import type { MoreNode, TreeNode } from './nodes.ts';
import { sumStatus, viewDescription, viewMessage } from './viewTexts.ts';

/** The views of the container, kept up to date with index and filter. */
export function registerTrees(services: Services): CorpusTrees {
  const { corpora, filter, l10n, log } = services;
  const store = new DisposableStore();
  const onError = (error: unknown): void => {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const entities = store.add(new CorpusTree(entitiesContents(corpora, filter, l10n), onError));
  const dates = store.add(new CorpusTree(datesContents(corpora, filter, l10n), onError));
  const review = store.add(new CorpusTree(reviewContents(corpora, filter, l10n), onError));
  const entitiesView = addView(store, 'corpusExplorer.entities', entities);
  const datesView = addView(store, 'corpusExplorer.dates', dates);
  const reviewView = addView(store, 'corpusExplorer.review', review);
  const views = [
    { tree: entities, view: entitiesView },
    { tree: dates, view: datesView },
    { tree: review, view: reviewView },
  ];

  const refresh = (): void => {
    for (const { tree, view } of views) if (view.visible) void tree.refresh();
  };
  const startWhenSeen = (): void => {
    if (views.some(({ view }) => view.visible)) void corpora.start();
  };
  for (const { tree, view } of views) {
    store.add(
      view.onDidChangeVisibility(({ visible }) => {
        if (!visible) return;
        startWhenSeen();
        void tree.refresh();
      }),
    );
  }
  const describe = describer(services, entitiesView);
  store.add(
    corpora.onDidChangeContents(() => {
      refresh();
      describe.count();
    }),
  );
  store.add(
    corpora.onDidChangeFolders(() => {
      startWhenSeen();
      refresh();
    }),
  );
  store.add(corpora.onDidChangeState(describe.show));
  store.add(
    filter.onDidChange(() => {
      describe.count();
      for (const { tree } of views) tree.reset();
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.loadMore', async (more: MoreNode) => {
      const shown = views.find(({ view }) => view.selection.includes(more)) ?? views[0]!;
      const next = await shown.tree.loadMore(more);
      if (next) await shown.view.reveal(next, { select: true, focus: true });
    }),
  );
  store.add(followReview(services, reviewView));
  store.add(showProgress(services));
  return {
    entities,
    dates,
    entitiesView,
    datesView,
    review,
    reviewView,
    dispose: () => {
      store.dispose();
    },
  };
}

function addView(store: DisposableStore, id: string, tree: CorpusTree): TreeView<TreeNode> {
  const view = store.add(window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true }));
  store.add(
    view.onDidCollapseElement(({ element }) => {
      tree.setCollapsed(element, true);
    }),
  );
  store.add(
    view.onDidExpandElement(({ element }) => {
      tree.setCollapsed(element, false);
    }),
  );
  return view;
}

/** Writes the words beside and above the first tree. */
function describer(
  { corpora, filter, l10n }: Services,
  view: TreeView<TreeNode>,
): { readonly show: () => void; readonly count: () => void } {
  let matching: number | undefined;
  const show = (): void => {
    const statuses = corpora.all.flatMap(({ status }) => status ?? []);
    const facts = {
      ...sumStatus(statuses),
      state: corpora.state,
      progress: corpora.all.find(({ progress }) => progress !== undefined)?.progress,
      problem: corpora.all.find(({ problem }) => problem !== undefined)?.problem,
      lost: corpora.all.filter(({ connection }) => connection?.kind === 'lost').map(({ name }) => name),
      filter: describeFilter(l10n, filter.current, filter.names),
      matching,
    };
    view.description = viewDescription(l10n, facts);
    // The typing knows no way to take a message away but the empty one.
    view.message = viewMessage(l10n, facts) ?? '';
  };
  const count = (): void => {
    matching = undefined;
    show();
    if (!filter.isWhole) void countMatching();
  };
  const countMatching = async (): Promise<void> => {
    const asked = filter.current;
    const open = corpora.all.filter(({ isOpen }) => isOpen);
    try {
      const pages = await Promise.all(open.map(({ index }) => index.documents(asked, 'date', { limit: 1 })));
      if (asked !== filter.current) return;
      matching = pages.reduce((sum, { total }) => sum + total, 0);
      show();
    } catch {
      // The trees report what is wrong with the index; the number is left out.
    }
  };
  return { show, count };
}

/** The bar at the top of the view moves as long as something is being indexed. */
function showProgress({ corpora }: Services): Disposable {
  let finish: (() => void) | undefined;
  const follow = corpora.onDidChangeState(() => {
    const isBusy = corpora.state === 'indexing' || corpora.state === 'opening';
    if (isBusy && finish === undefined) {
      const done = new Promise<void>((resolve) => (finish = resolve));
      void window.withProgress({ location: { viewId: 'corpusExplorer.entities' } }, () => done);
    } else if (!isBusy) {
      finish?.();
      finish = undefined;
    }
  });
  return {
    dispose() {
      follow.dispose();
      finish?.();
    },
  };
}
