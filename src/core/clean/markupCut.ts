/** Log-odds of the trees are too sure of themselves by this factor (fitted out of sample). */
const temperature = 1.5;

/** However much a page is in doubt, what is surely boilerplate goes. */
const highestCut = 2;

/** Probability that a segment of these log-odds is boilerplate. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds / temperature));
}

/**
 * The log-odds from which segments go, so that what stays has the best F1 to be expected: a segment is worth keeping
 * when it is likelier of the article than half that F1 (Lewis 1995). So a page that is in doubt as a whole keeps more.
 */
export function expectedCut(odds: Float32Array, words: Float32Array): number {
  const order = [...odds.keys()].sort((a, b) => (odds[a] ?? 0) - (odds[b] ?? 0));
  const chance = (i: number): number => 1 - chanceOf(odds[i] ?? 0);
  const article = order.reduce((sum, i) => sum + (words[i] ?? 0) * chance(i), 0);
  let kept = 0;
  let right = 0;
  let best = 0;
  for (const i of order) {
    kept += words[i] ?? 0;
    right += (words[i] ?? 0) * chance(i);
    best = Math.max(best, right / Math.max(1, kept + article));
  }
  // `best` is half of the F1; a chance of `best` stands at these log-odds.
  return Math.min(highestCut, -temperature * Math.log(best / Math.max(1e-9, 1 - best)));
}
