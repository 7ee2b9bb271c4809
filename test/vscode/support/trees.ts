import assert from 'node:assert/strict';
import type { CorpusTree } from '../../../src/vscode/tree/corpusTree.ts';
import type { TreeNode } from '../../../src/vscode/tree/nodes.ts';

type NodeOf<Kind extends TreeNode['kind']> = Extract<TreeNode, { kind: Kind }>;

/** The children of a node, all of one kind. */
export async function childrenOf<Kind extends TreeNode['kind']>(
  tree: CorpusTree,
  parent: TreeNode | undefined,
  ...kinds: readonly Kind[]
): Promise<NodeOf<Kind>[]> {
  const children = await tree.getChildren(parent);
  for (const child of children)
    assert.ok((kinds as readonly string[]).includes(child.kind), `${child.id}: ${child.kind}`);
  return children as NodeOf<Kind>[];
}

/** The entities of a type, most articles first. The node for more of them is left out. */
export async function entitiesOf(tree: CorpusTree, type: 'ORG' | 'PER' | 'LOC'): Promise<NodeOf<'entity'>[]> {
  const types = await childrenOf(tree, undefined, 'type');
  const parent = types.find((node) => node.type === type);
  assert.ok(parent, `no ${type} in the tree`);
  const children = await childrenOf(tree, parent, 'entity', 'more');
  return children.filter((node) => node.kind === 'entity');
}

export function named<T extends { readonly name: string }>(nodes: readonly T[], name: string): T {
  const found = nodes.find((node) => node.name === name);
  assert.ok(found, `${name} is not among ${nodes.map((node) => node.name).join(', ')}`);
  return found;
}

/** The article nodes below a node of either tree. */
export async function articlesBelow(tree: CorpusTree, node: TreeNode): Promise<NodeOf<'article'>[]> {
  // The copies of a text that are in the same list stand below the first of them.
  if (node.kind === 'article')
    return [node, ...(node.gathers ?? []).map((article) => ({ ...node, article }))];
  const children = await tree.getChildren(node);
  return (await Promise.all(children.map((child) => articlesBelow(tree, child)))).flat();
}

/** How many articles the tree by date holds, by the numbers on its years and on "Undated". */
export async function countByDate(tree: CorpusTree, parent?: TreeNode): Promise<number> {
  const nodes = await childrenOf(tree, parent, 'year', 'undated');
  return nodes.reduce((sum, { articles }) => sum + articles, 0);
}
