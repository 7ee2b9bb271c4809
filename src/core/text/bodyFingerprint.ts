/** So many words tell a text: a print that was shortened at its end, or has a note under it, is the same one. */
const mostWords = 150;
/** Fewer words could be two short notices on one thing. */
const leastWords = 40;

/**
 * A number that is equal for two prints of one text, made of its `ownWords` without the figures. 0 for a text that is too
 * short to tell. Below 2^53.
 */
export function bodyFingerprint(ownWords: readonly string[]): number {
  const words: string[] = [];
  for (const word of ownWords) {
    if (!/\p{L}/u.test(word)) continue;
    words.push(word);
    if (words.length === mostWords) break;
  }
  return words.length < leastWords ? 0 : hash(words.join(' '));
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
