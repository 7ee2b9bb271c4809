import { eld } from 'eld/extrasmall';

/** More of a text does not change the answer, only the time it takes. */
const sampleLength = 1200;

/** Fewer letters than this say too little. */
const minLetters = 12;

/**
 * The language a text is written in, as an ISO 639-1 code, or `und` when it cannot be told. Give it text without
 * boilerplate: a page's furniture is often in another language than its article. Takes under a millisecond whatever
 * the length: it reads a sample of the head. The model is that of eld (Apache-2.0), "extrasmall".
 */
export function identifyLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters) return 'und';
  const result = eld.detect(sample);
  return result.language !== '' && (result.isReliable() || letters > 200) ? result.language : 'und';
}
