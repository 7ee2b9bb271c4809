import { WorkerGone } from '../../worker/client.ts';
import type { Corpora } from '../corpora.ts';
import type { CorpusFilter } from '../filter/corpusFilter.ts';
import type { L10n } from '../l10n.ts';
import {
  articlesOfMonth,
  articlesOfReason,
  articlesOfYear,
  entityNodes,
  monthNodes,
  typeNodes,
  undatedNodes,
  versionNodes,
  yearNodes,
  type Ask,
} from './branches.ts';
import { articlesOfReview, reviewNodes } from '../reviewView/reviewNodes.ts';
import type { TreeContents } from './corpusTree.ts';
import type { FolderNode, ShownCorpus, TreeNode } from './nodes.ts';
import { treeItemOf, withTooltip } from './treeItems.ts';

type Roots = (corpus: ShownCorpus, parent: TreeNode | undefined, ask: Ask) => Promise<readonly TreeNode[]>;

/** Organizations, People, Places → entity → year → article. */
export function entitiesContents(corpora: Corpora, filter: CorpusFilter, l10n: L10n): TreeContents {
  return contentsOf(corpora, filter, l10n, (corpus, parent, ask) =>
    typeNodes(corpus, parent, filter.current, ask),
  );
}

/** Year → month → article, and what is undated. */
export function datesContents(corpora: Corpora, filter: CorpusFilter, l10n: L10n): TreeContents {
  return contentsOf(corpora, filter, l10n, (corpus, parent, ask) =>
    yearNodes(corpus, parent, filter.current, ask),
  );
}

/** What is to be reviewed of the dates → article. */
export function reviewContents(corpora: Corpora, filter: CorpusFilter, l10n: L10n): TreeContents {
  return contentsOf(corpora, filter, l10n, (corpus, parent, ask) =>
    reviewNodes(corpus, parent, filter.current, ask),
  );
}

function contentsOf(corpora: Corpora, filter: CorpusFilter, l10n: L10n, roots: Roots): TreeContents {
  return {
    async children(node, limit, pinned, token) {
      const ask: Ask = (corpus) => corpus.indexUntil(token);
      const listing = { filter: filter.current, limit, pinned, ask };
      switch (node?.kind) {
        case undefined:
          return rootsOf(corpora.all, roots, ask);
        case 'folder':
          return rootsOfCorpus(node.corpus, node, roots, ask);
        case 'type':
          return entityNodes(node, listing);
        case 'entity':
          return yearNodes(node.corpus, node, node.filter, ask);
        case 'year':
          return node.entity === undefined ? monthNodes(node, ask) : articlesOfYear(node, listing);
        case 'month':
          return articlesOfMonth(node, listing);
        case 'undated':
          return undatedNodes(node, listing);
        case 'reason':
          return articlesOfReason(node, listing);
        case 'review':
          return articlesOfReview(node, listing);
        case 'article':
          return versionNodes(node, ask);
        case 'more':
          return [];
      }
    },
    item: (node) => treeItemOf(l10n, node),
    tooltip: (node, item) => withTooltip(l10n, node, item),
  };
}

/** One corpus stands by itself; several have a node each. */
async function rootsOf(
  corpora: readonly ShownCorpus[],
  roots: Roots,
  ask: Ask,
): Promise<readonly TreeNode[]> {
  const [only, ...others] = corpora;
  if (only === undefined) return [];
  if (others.length === 0) return rootsOfCorpus(only, undefined, roots, ask);
  return corpora.map((corpus): FolderNode => ({
    kind: 'folder',
    id: corpus.root,
    corpus,
    parent: undefined,
  }));
}

/** Nothing before a corpus is opened; while it is opened again after the worker has ended, what was there stays. */
function rootsOfCorpus(
  corpus: ShownCorpus,
  parent: TreeNode | undefined,
  roots: Roots,
  ask: Ask,
): Promise<readonly TreeNode[]> | readonly TreeNode[] {
  if (corpus.isOpen) return roots(corpus, parent, ask);
  if (corpus.status !== undefined) throw new WorkerGone('The corpus is being opened again.');
  return [];
}
