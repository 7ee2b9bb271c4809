import type { TreeView } from 'vscode';
import type { Disposable } from '../disposableStore.ts';
import type { CorpusTree } from './corpusTree.ts';
import type { TreeNode } from './nodes.ts';

/** The trees with the views they stand in. */
export interface CorpusTrees extends Disposable {
  readonly entities: CorpusTree;
  readonly dates: CorpusTree;
  readonly entitiesView: TreeView<TreeNode>;
  readonly datesView: TreeView<TreeNode>;
  readonly review: CorpusTree;
  readonly reviewView: TreeView<TreeNode>;
}
