import { foldBlanks } from './foldBlanks.ts';
import type { LongPassage } from './curation.ts';

/** UTF-16 code units of a passage that a line of the file still shows whole. */
const longestWhole = 240;
/** Of a longer one so much of its beginning and its end is shown. */
const shownStart = 120;
const shownEnd = 60;

/** What stands for what is left out of a long passage. */
export const omission = ' … ';

/** A passage as a line of the curation file holds it: with its blanks folded, and cut when it is long. */
export function shortPassage(text: string): { readonly text: string; readonly long?: LongPassage } {
  const folded = foldBlanks(text).text;
  if (folded.length <= longestWhole) return { text: folded };
  const start = folded.slice(0, wordEndBefore(folded, shownStart));
  const end = folded.slice(wordStartAfter(folded, folded.length - shownEnd));
  return {
    text: `${start}${omission}${end}`,
    long: { length: folded.length, hash: fingerprint(folded) },
  };
}

/** FNV-1a of the UTF-16 code units, 32 bits as eight hexadecimal digits. <http://www.isthe.com/chongo/tech/comp/fnv/> */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A place at or before `at` where no word is cut, nor half of a surrogate pair left. */
function wordEndBefore(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  if (blank > at / 2) return blank;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function wordStartAfter(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  if (blank >= 0 && blank < at + shownEnd / 2) return blank + 1;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
