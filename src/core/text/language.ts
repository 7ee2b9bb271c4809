import { eld } from 'eld/extrasmall';

/** More of a text does not change the answer, only the time it takes: eld reads some 350 bytes. */
const sampleLength = 700;

/** Fewer letters than this say too little; with more, even an answer that eld is not sure of is worth having. */
const hasFewLetters = /^(?:\P{L}*\p{L}){12}/u;
const hasManyLetters = /^(?:\P{L}*\p{L}){201}/u;

/**
 * The language a text is written in, as an ISO 639-1 code, or `und` when it cannot be told. Give it text without
 * boilerplate: a page's furniture is often in another language than its article. Takes under a millisecond whatever
 * the length: it reads a sample of the head. The model is that of eld (Apache-2.0), "extrasmall".
 */
export function identifyLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  if (!hasFewLetters.test(sample)) return 'und';
  const result = eld.detect(sample);
  return result.language !== '' && (hasManyLetters.test(sample) || result.isReliable())
    ? result.language
    : 'und';
}
