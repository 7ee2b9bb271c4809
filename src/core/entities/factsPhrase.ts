import { pattern, plainAfter, type FactSentence } from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';

/** What is said of a name in one breath, in UTF-16 code units; longer quotes are cut at a word. */
export const longestPhrase = 220;

/** Where a noun phrase ends; `undefined` when it turns out to be a sentence of its own, or has no end in reach. */
export function phraseEnd(
  sentence: FactSentence,
  from: number,
  words: FactWords,
  kind: 'definition' | 'apposition' | 'bareApposition',
): number | undefined {
  const rest = plainAfter(sentence, from, longestPhrase);
  let end = boundary(rest, 0);
  while (rest[end] === ',' && pattern`^, ?(?:et )?${words.continuation}\\b`.test(rest.slice(end, end + 20))) {
    end = boundary(rest, end + 1);
  }
  const isCut = end >= rest.length && from + rest.length < sentence.end;
  if (isCut) end = rest.lastIndexOf(' ');
  const phrase = rest.slice(0, end);
  if (kind !== 'definition') {
    const verb = pattern` ${words.verb} `.exec(phrase);
    const relative = pattern`(?: |^)${words.relative}[ ']`.exec(phrase);
    if (verb && (!relative || verb.index < relative.index)) {
      if (kind === 'apposition') return undefined;
      end = verb.index;
    }
  }
  const length = rest.slice(0, end).replace(/[ '"]+$/, '').length;
  return length > 2 ? from + length : undefined;
}

/** The next sign that ends a noun phrase. A full stop inside "S.A." or "2.0" or after an initial ends none. */
function boundary(text: string, start: number): number {
  const found = /[,;:()«»“”!?–—]|(?<![ '.][a-z])\.(?= |$)| - /.exec(text.slice(start));
  return found ? start + found.index : text.length;
}
