import type { Measures } from './measures.ts';

/** From so many words on a line above the title is none of its own: a kicker or a standfirst is shorter. */
const leastWords = 20;
/** The title is that of an article when so many words that stay follow it, and at most so many times as many stand above it. */
const leastArticle = 100;
const mostAbove = 4;

/**
 * Takes what reads like paragraphs above the title: the article begins with it, and other articles' beginnings in a slider read like
 * one. Unless the title stands elsewhere, at the end or in a box: then what stays stands mostly above it.
 */
export function dropAboveTitle({ words }: Measures, titleAt: number, odds: Float32Array): void {
  if (titleAt < 0) return;
  const kept = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) if (odds[i]! <= 0) sum += words[i]!;
    return sum;
  };
  const article = kept(titleAt + 1, odds.length);
  if (article < leastArticle || kept(0, titleAt) > mostAbove * article) return;
  for (let i = 0; i < titleAt; i++) if (odds[i]! <= 0 && words[i]! >= leastWords) odds[i] = 0.5;
}
