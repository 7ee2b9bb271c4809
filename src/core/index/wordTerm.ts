/** Words that must stand in a row, folded; of a prefix term the last word is only the beginning of one. */
export interface WordTerm {
  readonly kind: 'term';
  readonly tokens: readonly string[];
  readonly isPrefix: boolean;
}

/** All terms stand near each other: at most `distance` words lie between any of them and the beginning of the last. */
export interface NearTerms {
  readonly kind: 'near';
  readonly terms: readonly WordTerm[];
  readonly distance: number;
}
