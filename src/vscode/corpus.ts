import type { CancellationToken, Event } from 'vscode';
import type { CorpusIndex, CorpusStatus, Evidence } from '../core/index.ts';
import type { ConnectionState, IndexProgress } from '../worker/protocol.ts';
import type { Disposable } from './disposableStore.ts';

/**
 * `closed` until something is asked of it; `unavailable` when this VS Code has no engine; `cancelled` and `failed` until
 * the user tries again. What is indexed stays readable in every state from `indexing` on.
 */
export type CorpusState =
  'closed' | 'opening' | 'indexing' | 'ready' | 'cancelled' | 'unavailable' | 'failed';

/** A corpus of this window: a workspace folder with its index in the worker, or one in a cluster that the worker asks. */
export interface Corpus extends Disposable {
  /** The path of the folder, or the address in a cluster. */
  readonly root: string;
  readonly name: string;
  /** Folder whose `.corpus/curation.yaml` holds what the user put right: the root, or one of this machine's for a cluster. */
  readonly curationFolder: string;
  readonly index: CorpusIndex;
  /** The index, for questions that are given up with a token: what a cluster still works at for them ends then. */
  indexUntil(token: CancellationToken): CorpusIndex;
  readonly state: CorpusState;
  readonly status: CorpusStatus | undefined;
  readonly progress: IndexProgress | undefined;
  readonly isOpen: boolean;
  /** Why names cannot be found with the user's own model: the state is `failed` because of it. */
  readonly modelProblem?: Evidence | undefined;
  /** Why the state is `failed`, where that is known. */
  readonly problem?: Evidence | undefined;
  /** Of one in a cluster; undefined before it was first asked. */
  readonly connection?: ConnectionState | undefined;
  /** An index of another program: its names and dates are put right there. */
  readonly isForeign?: boolean;
  /** Articles, entities or counts may be others than before. */
  readonly onDidChangeContents: Event<void>;
  readonly onDidChangeState: Event<void>;

  /** Opens it and brings it up to date, the first time it is called. Never rejects. */
  start(): Promise<void>;
  /** Looks again; also the way out of `cancelled`, `failed` and `unavailable`. Never rejects. */
  refresh(): Promise<void>;
  rebuild(): Promise<void>;
  cancel(): void;
  /** Everything asked for so far is in the index, or was given up. */
  whenSettled(): Promise<void>;
}
