/** What a UTF-16 code unit is to the tokeniser. */
export const characterKind = {
  other: 0,
  space: 1,
  lineBreak: 2,
  lower: 3,
  upper: 4,
  digit: 5,
  apostrophe: 6,
  hyphen: 7,
  dot: 8,
  ampersand: 9,
  highSurrogate: 10,
} as const;

const marked: Readonly<Record<string, number>> = {
  "'": characterKind.apostrophe,
  '’': characterKind.apostrophe,
  '‘': characterKind.apostrophe,
  ʼ: characterKind.apostrophe,
  '-': characterKind.hyphen,
  '‐': characterKind.hyphen,
  '‑': characterKind.hyphen,
  '.': characterKind.dot,
  '&': characterKind.ampersand,
};

let table: Uint8Array | undefined;

/** One kind per UTF-16 code unit; made on first use, as most of the 65,536 units need a Unicode property. */
export function characterKinds(): Uint8Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Uint8Array {
  const kinds = new Uint8Array(65536);
  let from = 0;
  for (const [start, end, kind] of blocks) {
    for (let unit = from; unit < start; unit++) kinds[unit] = kindOf(unit);
    kinds.fill(kind, start, end);
    from = end;
  }
  for (let unit = from; unit < 65536; unit++) kinds[unit] = kindOf(unit);
  return kinds;
}

/** Large blocks of one kind, most of all units: to ask for their properties one by one takes a tenth of a second. */
const blocks = [
  // Ideographs, with the signs between their two blocks.
  [0x3400, 0x4dc0, characterKind.lower],
  [0x4dc0, 0x4e00, characterKind.other],
  [0x4e00, 0xa000, characterKind.lower],
  // Hangul syllables.
  [0xac00, 0xd7a4, characterKind.lower],
  [0xd800, 0xdc00, characterKind.highSurrogate],
  // Low surrogates and private use.
  [0xdc00, 0xf900, characterKind.other],
] as const;

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const special = marked[character];
  if (special !== undefined) return special;
  if (character === '\n' || character === '\r' || unit === 0x2028 || unit === 0x2029)
    return characterKind.lineBreak;
  if (/[\s\u200b\ufeff]/.test(character)) return characterKind.space;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return characterKind.upper;
  // Marks and soft hyphens belong to the word around them; scripts without case count as lower case.
  if (/[\p{L}\p{M}\u00ad]/u.test(character)) return characterKind.lower;
  if (/\p{Nd}/u.test(character)) return characterKind.digit;
  return characterKind.other;
}
