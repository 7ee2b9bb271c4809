/** Words in a row that make a shingle: one changed word changes three of them. */
const shingleWords = 3;
/** Bins of a sketch, a power of two: its estimate of a resemblance errs by about 6 points (`sqrt(r(1-r)/64)`). */
const binBits = 6;
const bins = 1 << binBits;
/** Fewer words could be two short notices on one thing. */
const leastWords = 40;

/**
 * What tells how much of their running text (`ownWords`) two articles share: the least shingle hash of each of 64
 * bins, cut to 16 bits (one permutation hashing, Li, Owen and Zhang 2012; empty bins are filled from the next one, Shrivastava
 * and Li 2014). Case, accents and signs are left out, figures count: the same report of another day is another text. Empty for
 * a text that is too short to tell.
 */
export function bodySketch(words: readonly string[]): readonly number[] {
  if (words.length < leastWords) return [];
  const hashes = words.map(wordHash);
  const least = new Float64Array(bins).fill(Infinity);
  for (let i = 0; i + shingleWords <= hashes.length; i++) {
    let shingle = 0;
    for (let j = 0; j < shingleWords; j++) shingle = mixed(Math.imul(shingle, 31) + hashes[i + j]!);
    const bin = shingle >>> (32 - binBits);
    const rank = mixed(shingle) >>> 0;
    if (rank < least[bin]!) least[bin] = rank;
  }
  return Array.from(least, (_, bin) => valueOf(least, bin));
}

/** An empty bin takes over the next full one, told apart by how far that is. */
function valueOf(least: Float64Array, bin: number): number {
  let distance = 0;
  while (least[(bin + distance) % bins] === Infinity) distance++;
  const rank = least[(bin + distance) % bins]!;
  return (distance === 0 ? rank : mixed(rank + Math.imul(distance, 0x9e3779b1))) & 0xffff;
}

/** FNV-1a (public domain). */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finalizer of MurmurHash3 (public domain): every bit of the answer hangs on every bit of the question. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
