import { foldText, type CorpusIndex } from '../core/index.ts';

/** Outlets that are looked at; where a corpus has more, what is not among them is believed. */
const mostOutlets = 1000;
const mostNear = 5;

/** An outlet as the corpus writes it, or what is near what was asked for. */
export type FoundOutlet = { readonly outlet: string } | { readonly near: readonly string[] };

/** The outlet of a name, case, accents and signs aside; else the names that share a word with it, or the most frequent ones. */
export async function findOutlet(index: Pick<CorpusIndex, 'facet'>, name: string): Promise<FoundOutlet> {
  const { items, total } = await index.facet({}, 'outlet', { limit: mostOutlets });
  const values = items.map(({ value }) => value);
  const wanted = foldText(name);
  const exact = values.find((value) => value === name) ?? values.find((value) => foldText(value) === wanted);
  if (exact !== undefined) return { outlet: exact };
  if (total > values.length) return { outlet: name };
  const known = values.filter((value) => value !== '');
  const words = wanted.split(' ').filter((word) => word.length > 2);
  const near = known.filter((value) =>
    foldText(value)
      .split(' ')
      .some((word) => words.includes(word)),
  );
  return { near: (near.length > 0 ? near : known).slice(0, mostNear) };
}
