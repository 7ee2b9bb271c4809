import { characterClass, characterTable } from './characterTable.ts';

const hashSeed = 0x811c9dc5 | 0;

/**
 * Calls back for every token (a run of letters, digits and marks; an ideograph by itself) of text[start, end), with a
 * 32-bit hash of its folded characters. Folding drops case and accents; digits stay.
 */
export function forEachToken(
  text: string,
  start: number,
  end: number,
  visit: (hash: number, start: number, end: number) => void,
): void {
  const { classes, folded } = characterTable();
  let hash = hashSeed;
  let tokenStart = -1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code] ?? 0;
    if (kind === characterClass.mark) continue;
    const isWordPart =
      kind === characterClass.lower || kind === characterClass.upper || kind === characterClass.digit;
    if (isWordPart) {
      if (tokenStart < 0) tokenStart = i;
      hash = Math.imul(hash ^ (folded[code] ?? code), 0x01000193);
      continue;
    }
    if (tokenStart >= 0) {
      visit(hash, tokenStart, i);
      tokenStart = -1;
      hash = hashSeed;
    }
    if (kind === characterClass.ideograph) visit(Math.imul(hashSeed ^ code, 0x01000193), i, i + 1);
  }
  if (tokenStart >= 0) visit(hash, tokenStart, end);
}

/** The hash of a phrase from the hash of its beginning and of its next token. */
export function joinTokenHashes(phrase: number, token: number): number {
  return (Math.imul(phrase ^ (token >>> 7), 0x5bd1e995) + token) | 0;
}
