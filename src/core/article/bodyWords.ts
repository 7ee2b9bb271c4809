/** What of a line bears on the words of the body. */
interface ReadLine {
  readonly lower: string;
  readonly isProse: boolean;
}

/** So much of the body tells its words. */
const bodySample = 6000;

/** Scripts without blanks between words: each pair of neighbouring characters stands for a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}/gu;
const spaced = /[\p{L}\p{N}]{4,}/gu;

/** The same for texts of Latin letters, which most are: without Unicode's tables it is read several times faster. */
const latin =
  /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af]{4,}/g;
const notLatin = /[^\0-\u02af\u2000-\u2060]/;

/** Tells fast that a text has no character of such a script, as most have none. */
export const maybeUnspaced = /[\u0e00-\u0e7f\u1100-\u11ff\u2e80-\uffff]/;

/** The words of a text in lower case that may tell what it is about. */
export function contentWords(lower: string): readonly string[] {
  if (!notLatin.test(lower)) return lower.match(latin) ?? [];
  const runs = maybeUnspaced.test(lower) ? lower.match(unspaced) : null;
  if (!runs) return lower.match(spaced) ?? [];
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)));
  return [...pairs, ...(lower.replace(unspaced, ' ').match(spaced) ?? [])];
}

/** The content words of the head of the body. */
export function bodyWordsOf(
  lines: readonly ReadLine[],
  bodyFirst: number,
  bodyLast: number,
): ReadonlySet<string> {
  const words = new Set<string>();
  let read = 0;
  for (let i = bodyFirst; i >= 0 && i <= bodyLast && read < bodySample; i += 1) {
    const line = lines[i];
    if (!line?.isProse) continue;
    read += line.lower.length;
    for (const word of contentWords(line.lower)) words.add(word);
  }
  return words;
}

/** Share of the content words of a line that the body uses too; 0 when it has none. */
export function bodyOverlap(words: readonly string[], bodyWords: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => bodyWords.has(word)).length / words.length;
}
