import { characterKind as kind, characterKinds } from '../../text/characters.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { tokenEnd } from '../../text/tokens.ts';
import { nameLinks } from '../lists/mentionWords.ts';
import { extendPhrase } from './hash.ts';
import { lexiconBit, lexiconBits, phraseBits, type Lexicon } from './lexicon.ts';
import { wordCase, type WordType } from './wordTypes.ts';

/** One sentence as the features see it: parallel arrays over its tokens. */
export interface Sentence {
  readonly words: readonly WordType[];
  /** Where each token starts and ends in the original text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The lists of the longest listed phrase over each token, as lexicon bits; 0 where there is none. */
  readonly phraseBits: Int32Array;
  /** Where the token stands in that phrase: 0 begin, 1 inside, 2 last, 3 alone. */
  readonly phrasePositions: Uint8Array;
  /** The run of capitalised words each token belongs to: its first token, and one past its last; equal when in none. */
  readonly runStarts: Int32Array;
  readonly runEnds: Int32Array;
  /** Inside « » or quotes. */
  readonly quoted: Uint8Array;
  /** The distance to the nearest word before that heads organization names; 0 when there is none in reach. */
  readonly headDistances: Uint8Array;
  readonly isHeadline: boolean;
  /** Most words are capitalised, or all is in capitals. */
  readonly isTitleCase: boolean;
}

/** How the words of a document are written elsewhere in it. */
export interface DocumentStatistics {
  /** Folded words seen with a capital inside a sentence, and how often. */
  readonly capitalised: ReadonlyMap<number, number>;
  /** Folded words seen in lower case. */
  readonly lower: ReadonlySet<number>;
  /** Folded words in capitals that stood in parentheses after a long name. */
  readonly definedAcronyms: ReadonlySet<number>;
}

export interface PreparedDocument {
  readonly sentences: readonly Sentence[];
  readonly statistics: DocumentStatistics;
}

export type WordLookup = (text: string) => WordType;

/** A longer sentence is data or a page without stops; it is cut, so that no work grows with its square. */
const longestSentence = 250;

export function prepareDocument(
  text: string,
  zones: readonly Span[],
  lookup: WordLookup,
  lexicon: Lexicon,
): PreparedDocument {
  const sentences: Sentence[] = [];
  for (const zone of zones) {
    for (const span of splitSentences(text, zone)) addSentences(sentences, text, span, lookup, lexicon);
  }
  return { sentences, statistics: gatherStatistics(sentences) };
}

function addSentences(
  sentences: Sentence[],
  text: string,
  span: Span,
  lookup: WordLookup,
  lexicon: Lexicon,
): void {
  const kinds = characterKinds();
  let words: WordType[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  const flush = (): void => {
    if (words.length > 0) sentences.push(describeSentence(words, starts, ends, lexicon));
    words = [];
    starts = [];
    ends = [];
  };
  let at = span.start;
  while (at < span.end) {
    const first = kinds[text.charCodeAt(at)];
    if (first === kind.space || first === kind.lineBreak) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, span.end, kinds);
    words.push(lookup(text.slice(at, end)));
    starts.push(at);
    ends.push(end);
    at = end;
    if (words.length >= longestSentence) flush();
  }
  flush();
}

function describeSentence(
  words: readonly WordType[],
  starts: readonly number[],
  ends: readonly number[],
  lexicon: Lexicon,
): Sentence {
  const count = words.length;
  const sentence = {
    words,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    phraseBits: new Int32Array(count),
    phrasePositions: new Uint8Array(count),
    runStarts: new Int32Array(count),
    runEnds: new Int32Array(count),
    quoted: new Uint8Array(count),
    headDistances: new Uint8Array(count),
    isHeadline: !/^[.!?…;]/.test(words[count - 1]!.text),
    isTitleCase: isTitleCase(words),
  };
  markPhrases(sentence, lexicon);
  markRuns(sentence);
  markQuotes(sentence);
  markHeads(sentence);
  return sentence;
}

function isTitleCase(words: readonly WordType[]): boolean {
  let long = 0;
  let capitalised = 0;
  for (const word of words) {
    if (word.text.length < 4 || word.case === wordCase.sign || word.case === wordCase.digits) continue;
    long++;
    if (word.isNameLike) capitalised++;
  }
  return long >= 3 && capitalised >= 0.7 * long;
}

const longestPhrase = 8;

function markPhrases(sentence: Sentence, lexicon: Lexicon): void {
  const { words, phraseBits: bits, phrasePositions } = sentence;
  for (let i = 0; i < words.length;) {
    const length = words[i]!.bits === 0 ? 0 : matchPhrase(sentence, i, lexicon);
    for (let k = 0; k < length; k++) {
      bits[i + k] = matchedBits;
      phrasePositions[i + k] = length === 1 ? 3 : k === 0 ? 0 : k === length - 1 ? 2 : 1;
    }
    i += Math.max(1, length);
  }
}

/** Of the last `matchPhrase`: a pair as a result would be one allocation per word. */
let matchedBits = 0;

/** The number of tokens of the longest listed phrase that starts at `from`. Phrases have a capital or a digit at an end. */
function matchPhrase(sentence: Sentence, from: number, lexicon: Lexicon): number {
  const { words } = sentence;
  let hash = 0;
  let length = 0;
  for (let k = 0; k < longestPhrase && from + k < words.length; k++) {
    hash = extendPhrase(hash, words[from + k]!.folded);
    const found = k === 0 ? words[from]!.bits : lexiconBits(lexicon, hash);
    if ((found & phraseBits) !== 0 && (words[from]!.isNameLike || words[from + k]!.isNameLike)) {
      length = k + 1;
      matchedBits = found & phraseBits;
    }
    if ((found & lexiconBit.prefix) === 0) break;
  }
  return length;
}

function isLink(word: WordType): boolean {
  if (word.case !== wordCase.lower && word.case !== wordCase.elision) return word.text === '&';
  return word.text.length <= 3 && nameLinks.has(word.text.toLowerCase().replace('’', "'"));
}

function markRuns(sentence: Sentence): void {
  const { words, runStarts, runEnds } = sentence;
  for (let i = 0; i < words.length;) {
    if (!words[i]!.isNameLike) {
      runStarts[i] = i;
      runEnds[i] = i;
      i++;
      continue;
    }
    const end = runEnd(words, i);
    runStarts.fill(i, i, end);
    runEnds.fill(end, i, end);
    i = end;
  }
}

function runEnd(words: readonly WordType[], from: number): number {
  let end = from + 1;
  for (;;) {
    let next = end;
    while (next < words.length && next - end < 2 && isLink(words[next]!)) next++;
    if (next >= words.length) return end;
    const word = words[next]!;
    if (!word.isNameLike && !(word.case === wordCase.digits && next === end)) return end;
    end = next + 1;
  }
}

function markQuotes(sentence: Sentence): void {
  const { words, quoted } = sentence;
  let isInside = false;
  for (let i = 0; i < words.length; i++) {
    const { text } = words[i]!;
    const isStraight = text === '"';
    if (text === '»' || text === '”' || (isStraight && isInside)) isInside = false;
    else if (text === '«' || text === '“' || isStraight) isInside = true;
    quoted[i] = isInside ? 1 : 0;
  }
}

const headReach = 12;

function markHeads(sentence: Sentence): void {
  const { words, headDistances } = sentence;
  let head = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (head >= 0 && i - head <= headReach) headDistances[i] = i - head;
    if ((word.bits & lexiconBit.orgHead) !== 0 && !(head >= 0 && i - head <= 2)) head = i;
    else if (word.case === wordCase.sign && word.text !== ',' && word.text !== '-' && word.text !== '&')
      head = -1;
  }
}

function gatherStatistics(sentences: readonly Sentence[]): DocumentStatistics {
  const capitalised = new Map<number, number>();
  const lower = new Set<number>();
  const definedAcronyms = new Set<number>();
  for (const { words, isTitleCase } of sentences) {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (word.case === wordCase.lower) lower.add(word.folded);
      if (!word.isNameLike || isTitleCase) continue;
      const before = words[i - 1];
      if (before !== undefined && before.case !== wordCase.sign) {
        capitalised.set(word.folded, (capitalised.get(word.folded) ?? 0) + 1);
      }
      const isEnclosed = before?.text === '(' && words[i + 1]?.text === ')';
      if (isEnclosed && word.case === wordCase.allCaps && i >= 3 && words[i - 2]!.case !== wordCase.sign)
        definedAcronyms.add(word.folded);
    }
  }
  return { capitalised, lower, definedAcronyms };
}
