import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';

/** Fewer words are said twice in many an article: a quotation, a caption. */
const leastWords = 15;
/** From so many words, and this share of all that stays, the article itself stands on the page twice. */
const leastCopied = 40;
const leastShare = 0.2;
const copyOdds = 4;

/**
 * Takes the second one of an article that stands on its page twice, as some do for printing or for telephones. What is
 * said three times and more is a refrain of the article. `odds` are log-odds of boilerplate, changed in place.
 */
export function dropCopies(measures: Measures, odds: Float32Array): void {
  const places = new Map<number, number[]>();
  for (let i = 0; i < odds.length; i++) {
    if (odds[i]! > 0) continue;
    const key = measures.keys[i]!;
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  }
  let stays = 0;
  let copied = 0;
  const copies: number[] = [];
  for (const [first, second, third] of places.values()) {
    const words = isParagraph(measures, first!) ? measures.words[first!]! : 0;
    stays += words;
    if (second === undefined || third !== undefined) continue;
    stays += words;
    copied += words;
    copies.push(second);
  }
  if (copied < leastCopied || copied < stays * leastShare) return;
  for (const i of copies) odds[i] = copyOdds;
}

/** The paragraphs that say word for word what one further up says, as 1. */
export function saidBefore(measures: Measures): Uint8Array {
  const seen = new Set<number>();
  return Uint8Array.from(measures.keys, (key, i) => {
    const isSaid = seen.has(key) && isParagraph(measures, i);
    seen.add(key);
    return isSaid ? 1 : 0;
  });
}

function isParagraph(measures: Measures, i: number): boolean {
  return measures.words[i]! >= leastWords && isProse(measures, i);
}
