import { cueCategories } from './lists/cueList.ts';
import type { LanguageCues } from './lists/cueList.ts';
import { forEachToken, joinTokenHashes } from './tokens.ts';

/** The longest phrase of the lists, in tokens. */
const maxPhraseTokens = 6;

/** The phrase lists, compiled for one lookup per token of a corpus. */
export interface CueTable {
  /** Bit set of categories (`cueCategories` order) by the joined hash of a phrase's tokens. */
  readonly phrases: ReadonlyMap<number, number>;
  /** Longest phrase by the low 16 bits of its first token's hash; 0 where none begins: nearly every token of prose. */
  readonly lengths: Uint8Array;
  readonly functionWords: ReadonlySet<number>;
}

export function compileCues(languages: readonly LanguageCues[]): CueTable {
  const phrases = new Map<number, number>();
  const lengths = new Uint8Array(0x10000);
  const functionWords = new Set<number>();
  for (const { functionWords: words, cues } of languages) {
    for (const hash of tokenHashes(words)) functionWords.add(hash);
    cueCategories.forEach((category, bit) => {
      for (const phrase of (cues[category] ?? '').split(',')) {
        const tokens = tokenHashes(phrase).slice(0, maxPhraseTokens);
        const [first] = tokens;
        if (first === undefined) continue;
        const key = tokens.reduce(joinTokenHashes);
        phrases.set(key, (phrases.get(key) ?? 0) | (1 << bit));
        lengths[first & 0xffff] = Math.max(lengths[first & 0xffff] ?? 0, tokens.length);
      }
    });
  }
  return { phrases, lengths, functionWords };
}

function tokenHashes(text: string): number[] {
  const hashes: number[] = [];
  forEachToken(text, 0, text.length, (hash) => hashes.push(hash));
  return hashes;
}
