import type { Evidence } from '../evidence.ts';

/** Two names of an article (indices into its names) that are one entity, and why. */
export interface NameJoin {
  /** The name that is explained: the acronym, the surname. */
  readonly name: number;
  readonly other: number;
  readonly evidence: Evidence;
  /** Holds beyond this article: the key may be joined with the other's key across the corpus. */
  readonly isProven: boolean;
}
