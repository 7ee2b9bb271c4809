import type { ArticleRecord } from '../core/index.ts';

/** What stands of an article in another place than its text: the row of a table, a front matter. */
export type StatedFacts = Pick<ArticleRecord, 'url' | 'language' | 'source' | 'facts'>;

/** Two statements of one article; what the first says stands above. */
export function joinStated(first: StatedFacts | undefined, second: StatedFacts): StatedFacts {
  const facts = [...(first?.facts ?? []), ...(second.facts ?? [])];
  return { ...second, ...first, ...(facts.length > 0 && { facts }) };
}
