import type { Span } from './span.ts';
import { searchTokens } from '../index/searchTokens.ts';

/** Shorter lines are titles, bylines and captions, in which two prints of one text differ. UTF-16 code units. */
const leastLine = 60;
/** So many words tell a text: a print that was shortened at its end, or has a note under it, is the same one. */
const mostWords = 150;
/** Fewer words could be two short notices on one thing. */
const leastWords = 40;

/**
 * A number that is equal for two prints of one text: of its running text without `boilerplate`, with case, accents, signs
 * and figures left out. 0 for a text that is too short to tell. Below 2^53.
 */
export function bodyFingerprint(text: string, boilerplate: readonly Span[]): number {
  const words: string[] = [];
  for (const word of ownWords(text, boilerplate)) {
    if (!/\p{L}/u.test(word)) continue;
    words.push(word);
    if (words.length === mostWords) return hash(words.join(' '));
  }
  return words.length < leastWords ? 0 : hash(words.join(' '));
}

/** The folded words of the running text outside `boilerplate`: of lines long enough to be no title, byline or caption. */
export function* ownWords(text: string, boilerplate: readonly Span[]): Generator<string> {
  for (const line of ownLines(text, boilerplate)) {
    if (line.trim().length < leastLine) continue;
    for (const { folded } of searchTokens(line)) yield folded;
  }
}

function* ownLines(text: string, boilerplate: readonly Span[]): Generator<string> {
  let start = 0;
  for (const gap of [...boilerplate, { start: text.length, end: text.length }]) {
    if (gap.start > start) yield* text.slice(start, gap.start).split('\n');
    start = Math.max(start, gap.end);
  }
}

/** cyrb53 (public domain, <https://github.com/bryc/code>): 53 bits, so that two texts of a corpus do not meet by chance. */
function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
