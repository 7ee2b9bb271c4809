import type { EntityId } from '../core/index.ts';
import type { TreeNode } from './tree/nodes.ts';

/** An entity of a corpus, as links in cards name it. */
export interface EntityReference {
  readonly root: string;
  readonly entity: EntityId;
  readonly name?: string;
}

/** Commands come from tree nodes and from cards; both name an entity. Undefined for nodes that name none. */
export function entityReferenceOf(
  argument: TreeNode | EntityReference | undefined,
): EntityReference | undefined {
  if (argument === undefined) return undefined;
  if (!('kind' in argument)) return argument;
  if (argument.kind !== 'entity') return undefined;
  return { root: argument.corpus.root, entity: argument.entity, name: argument.name };
}
