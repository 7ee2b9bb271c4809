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
  for (let unit = 0; unit < 65536; unit++) kinds[unit] = kindOf(unit);
  return kinds;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return characterKind.highSurrogate;
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
