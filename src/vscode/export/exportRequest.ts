import { exportFormats, type EntityId, type ExportFormat, type Filter } from '../../core/index.ts';
import type { TreeNode } from '../tree/nodes.ts';

/** What a view, a key binding or another command may say already of an export; the rest is asked. */
export interface ExportRequest {
  readonly root?: string;
  /** Absent: the filter of the views. */
  readonly filter?: Filter;
  /** Names to show for the entities of the filter. */
  readonly names?: ReadonlyMap<EntityId, string>;
  /** What is exported besides the filter, in words. */
  readonly label?: string;
  /** The concordance of an entity or of words, instead of the articles. */
  readonly query?: { readonly entity: EntityId } | { readonly words: string };
  readonly format?: ExportFormat;
  /** The file or folder, absolute; nothing is asked then. */
  readonly target?: string;
}

/** Commands come from a view's title, from a node of a tree, from other views and from key bindings. */
export function exportRequestOf(argument: unknown): ExportRequest {
  if (typeof argument !== 'object' || argument === null) return {};
  if ('kind' in argument) return requestOfNode(argument as TreeNode);
  const { node, root, filter, label, query, format, target } = argument as ExportRequest & {
    node?: TreeNode;
  };
  return {
    ...(node && requestOfNode(node)),
    ...(typeof root === 'string' && { root }),
    ...(typeof filter === 'object' && { filter }),
    ...(typeof label === 'string' && { label }),
    ...(typeof query === 'object' && { query }),
    ...(format !== undefined && exportFormats.includes(format) && { format }),
    ...(typeof target === 'string' && { target }),
  };
}

/** The articles below a node. */
function requestOfNode(node: TreeNode): ExportRequest {
  const { root } = node.corpus;
  if (!('filter' in node)) return { root };
  const names = new Map<EntityId, string>();
  for (let above: TreeNode | undefined = node; above !== undefined; above = above.parent)
    if (above.kind === 'entity') names.set(above.entity, above.name);
  return { root, filter: node.filter, names };
}
