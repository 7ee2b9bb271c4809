import type { CorpusIndex } from '../core/index.ts';

const mostNames = 5;

/** Names of a corpus with words that begin as a name does; where there are none, as the longest of its words that begins one. */
export async function nearNames(index: CorpusIndex, name: string): Promise<readonly string[]> {
  const words = name.split(/\s+/).filter((word) => word.length > 2);
  words.sort((a, b) => b.length - a.length);
  for (const wanted of [name, ...words]) {
    const near = await index.suggest(wanted, mostNames);
    // One name can be that of an organization and of a place.
    if (near.length > 0) return [...new Set(near.map((row) => row.name))];
  }
  return [];
}
