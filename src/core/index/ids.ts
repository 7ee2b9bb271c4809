/** `ORG:maroc telecom`: the type and the folded key of the entity's canonical name. Stable across runs and engines. */
export type EntityId = string;

/** The article's place in its corpus: the path relative to the corpus root with `/`, plus `#n` for record n of a file. */
export type ArticleId = string;
