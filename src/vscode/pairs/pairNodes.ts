import type { EntityPair, NamedTogether } from '../../core/index.ts';
import type { ShownCorpus } from '../tree/nodes.ts';

/** What stands in the Who with Whom view. */
export type PairViewNode = PairFolderNode | PairNode | PassageNode | MorePairsNode;

export interface PairFolderNode {
  readonly kind: 'folder';
  readonly id: string;
  readonly corpus: ShownCorpus;
}

export interface PairNode {
  readonly kind: 'pair';
  readonly id: string;
  readonly corpus: ShownCorpus;
  readonly parent?: PairFolderNode;
  readonly pair: EntityPair;
}

/** A sentence or paragraph that names both. */
export interface PassageNode {
  readonly kind: 'passage';
  readonly id: string;
  readonly corpus: ShownCorpus;
  readonly parent: PairNode;
  readonly passage: NamedTogether;
}

export interface MorePairsNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent?: PairFolderNode | PairNode;
  readonly left: number;
}
