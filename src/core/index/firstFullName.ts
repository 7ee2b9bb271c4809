import { foldText } from './searchTokens.ts';

/** Articles, by date, in which the full name of an entity is looked for: later ones say it no better. */
export const fullNameArticles = 50;

/** The first of some mentions, in order, that has the entity's whole name; else the first one. */
export function firstFullName<M extends { readonly surface: string }>(
  mentions: readonly M[],
  name: string,
): M | undefined {
  const folded = foldText(name);
  return mentions.find(({ surface }) => foldText(surface) === folded) ?? mentions[0];
}
