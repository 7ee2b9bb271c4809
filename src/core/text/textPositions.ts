/** A place in a text: line and UTF-16 code unit of the line, both from 0. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Finds places in a text as it stands in its file. A line ends at CRLF, LF or CR, as in VS Code's editor; an offset
 * turned into line and character is right there too when the file mixes line ends, which the editor makes one.
 */
export function createPositions(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (offset) => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - starts[low]! };
  };
}
