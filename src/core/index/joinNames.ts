import type { CorpusName } from '../entities/joinAcrossCorpus.ts';

/**
 * Decides which names of a corpus are one entity: each joined name's id with the id of the name that stands for it.
 * Pure, and independent of the order of the names. `joinAcrossCorpus` is one.
 */
export type JoinNames = (names: readonly CorpusName[]) => ReadonlyMap<string, string>;
