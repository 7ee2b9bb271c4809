/** A text with every run of blanks and line breaks made one space, without blanks at its ends. */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, its place in the original text. */
  readonly offsets: Uint32Array;
}

/** Folds the blanks of a text; places count UTF-16 code units. */
export function foldBlanks(original: string): FoldedText {
  const offsets = new Uint32Array(original.length);
  const words: string[] = [];
  let length = 0;
  for (const match of original.matchAll(/\S+/g)) {
    if (length > 0) offsets[length++] = match.index - 1;
    const word = match[0];
    for (let i = 0; i < word.length; i++) offsets[length++] = match.index + i;
    words.push(word);
  }
  return { text: words.join(' '), offsets: offsets.subarray(0, length) };
}
