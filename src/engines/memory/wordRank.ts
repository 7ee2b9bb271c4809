import { findTerm, type WordTerm } from '../../core/index.ts';
import type { StateArticle } from './corpusState.ts';

/** BM25's usual constants. */
const k1 = 1.2;
const b = 0.75;

/**
 * BM25 as SQLite's FTS5 works it out (<https://www.sqlite.org/fts5.html#the_bm25_function>), each term being a phrase: how
 * rare a phrase is counts over the whole corpus, and a phrase in more than half of the articles counts next to nothing.
 */
export function rankBy(
  articles: readonly StateArticle[],
  terms: readonly WordTerm[],
): (article: StateArticle) => number {
  const lengthOf = ({ tokens }: StateArticle): number => tokens().title.length + tokens().body.length;
  const countIn = ({ tokens }: StateArticle, term: WordTerm): number =>
    findTerm(tokens().title, term).length + findTerm(tokens().body, term).length;
  const average = articles.reduce((sum, article) => sum + lengthOf(article), 0) / articles.length;
  const rarity = terms.map((term) => {
    const found = articles.filter((article) => countIn(article, term) > 0).length;
    const value = Math.log((articles.length - found + 0.5) / (found + 0.5));
    return value <= 0 ? 1e-6 : value;
  });
  return (article) =>
    terms.reduce((score, term, i) => {
      const count = countIn(article, term);
      const length = k1 * (1 - b + (b * lengthOf(article)) / average);
      return score + rarity[i]! * ((count * (k1 + 1)) / (count + length));
    }, 0);
}
