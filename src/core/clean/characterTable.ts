/** What one UTF-16 code unit is, for the counting that cleaning does on every character of a corpus. */
export const characterClass = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  space: 4,
  lineBreak: 5,
  /** A letter that is a word by itself (Han, Kana). */
  ideograph: 6,
  /** A combining mark: belongs to the word it stands in. */
  mark: 7,
} as const;

/** Classes and folded forms of all UTF-16 code units. A lookup is some thirty times faster than `\p{…}` per character. */
export interface CharacterTable {
  /** `characterClass` by code unit. */
  readonly classes: Uint8Array;
  /** Code unit in lower case and without its accent, by code unit. */
  readonly folded: Uint16Array;
}

let table: CharacterTable | undefined;

/** The table, built at the first call (about 20 ms). */
export function characterTable(): CharacterTable {
  table ??= buildTable();
  return table;
}

function buildTable(): CharacterTable {
  const classes = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    classes[code] = classify(code, character);
    folded[code] = fold(code, character);
  }
  return { classes, folded };
}

function classify(code: number, character: string): number {
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85) {
    return characterClass.lineBreak;
  }
  // Zero-width characters are blanks here: they never make two words of one line differ.
  if (/\s/.test(character) || code === 0x200b || code === 0xfeff) return characterClass.space;
  if (code < 128 && !/\w/.test(character)) return characterClass.other;
  if (/\p{Nd}/u.test(character)) return characterClass.digit;
  // Surrogates are halves of letters or of signs; as caseless letters they keep such words in one piece.
  if (code >= 0xd800 && code <= 0xdfff) return characterClass.lower;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(character)) return characterClass.ideograph;
  if (/\p{Lu}/u.test(character)) return characterClass.upper;
  if (/\p{L}/u.test(character)) return characterClass.lower;
  if (/\p{M}/u.test(character)) return characterClass.mark;
  return characterClass.other;
}

function fold(code: number, character: string): number {
  if (code === 0x2019 || code === 0x02bc) return 0x27;
  if (code < 0xc0) return character.toLowerCase().charCodeAt(0);
  if (code >= 0xac00 && code <= 0xdfff) return code;
  return character.normalize('NFD').charAt(0).toLowerCase().charCodeAt(0);
}
