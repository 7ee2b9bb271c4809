import type { DocumentStatistics, Sentence } from './document.ts';
import { mix } from './hash.ts';
import { lexiconBit } from './lexicon.ts';
import { wordCase, type WordType } from './wordTypes.ts';

/** Collects the 32-bit keys of features; grown by its owner, never by the features. */
export interface FeatureBuffer {
  readonly keys: Int32Array;
  length: number;
}

/** More than any token has. */
export function createFeatureBuffer(): FeatureBuffer {
  return { keys: new Int32Array(256), length: 0 };
}

/** Where the hash of a template's features starts. */
const templateSeeds = Int32Array.from({ length: 256 }, (_, template) => mix(0x2545f491, template));

export function add(buffer: FeatureBuffer, template: number, value: number): void {
  buffer.keys[buffer.length++] = mix(templateSeeds[template]!, value);
}

function add2(buffer: FeatureBuffer, template: number, first: number, second: number): void {
  buffer.keys[buffer.length++] = mix(mix(templateSeeds[template]!, first), second);
}

function add3(buffer: FeatureBuffer, template: number, first: number, second: number, third: number): void {
  buffer.keys[buffer.length++] = mix(mix(mix(templateSeeds[template]!, first), second), third);
}

/** Stands before the first and after the last word of a sentence. */
const edge = 0x7ed55d16;

/** Lists that say something of the words around, too. */
const contextBits =
  lexiconBit.firstName |
  lexiconBit.lastName |
  lexiconBit.country |
  lexiconBit.city |
  lexiconBit.region |
  lexiconBit.company |
  lexiconBit.publicBody |
  lexiconBit.media |
  lexiconBit.orgHead |
  lexiconBit.orgTail |
  lexiconBit.personTitle |
  lexiconBit.placeHead |
  lexiconBit.demonym |
  lexiconBit.calendar |
  lexiconBit.speechVerb;

/** What only the letters of this very word tell: left out at times in training, so that the model learns to do without. */
export function addWordIdentity(buffer: FeatureBuffer, word: WordType): void {
  add(buffer, 1, word.exact);
  add(buffer, 2, word.folded);
  add2(buffer, 3, word.folded, word.case);
  for (const affix of word.affixes) {
    add(buffer, 6, affix);
    if (word.isNameLike) add2(buffer, 7, affix, word.case);
  }
}

/** What the lists tell of a word: left out with its letters, as no list knows a name that nobody has met. */
export function addWordLists(buffer: FeatureBuffer, word: WordType): void {
  add2(buffer, 8, word.bits, word.isNameLike ? 1 : 0);
  for (let bit = 1; bit < lexiconBit.prefix; bit <<= 1) {
    if ((word.bits & bit) !== 0) add2(buffer, 9, bit, word.case);
  }
  if ((word.bits & lexiconBit.commonWord) === 0) add2(buffer, 10, word.case, Math.min(word.text.length, 8));
}

/** What a word tells by the way it is written. */
export function addWordForm(buffer: FeatureBuffer, word: WordType): void {
  add(buffer, 4, word.shape);
  add(buffer, 5, word.case);
}

/** What a word tells of its neighbour `distance` tokens away (negative: the word stands before it). */
export function addNeighbour(buffer: FeatureBuffer, word: WordType | undefined, distance: number): void {
  const base = 20 + (distance + 3) * 6;
  if (word === undefined) {
    add(buffer, base, edge);
    return;
  }
  add(buffer, base, word.lower);
  if (distance > 2 || distance < -2) return;
  add(buffer, base + 1, word.shape);
  add2(buffer, base + 2, word.bits & contextBits, word.case);
  if (distance === 1 || distance === -1) {
    add(buffer, base + 3, word.suffix);
    add2(buffer, base + 4, word.lower, word.case);
  }
}

/** What the lists tell of a phrase that the word is part of. */
export function addPhrase(buffer: FeatureBuffer, sentence: Sentence, at: number): void {
  if (sentence.phraseBits[at] === 0) return;
  const position = sentence.phrasePositions[at]!;
  add2(buffer, 81, sentence.phraseBits[at]!, position);
  add3(buffer, 82, sentence.phraseBits[at]!, position, sentence.words[at]!.case);
}

/** What words tell together, where the word stands, and what the rest of the document tells of it. */
export function addPlace(
  buffer: FeatureBuffer,
  sentence: Sentence,
  at: number,
  statistics: DocumentStatistics,
  language: number,
): void {
  const { words } = sentence;
  const word = words[at]!;
  addPairs(buffer, words, at, word);
  add2(buffer, 80, language, word.case);
  addHead(buffer, sentence, at, word);
  if (!word.isNameLike) return;
  addStart(buffer, sentence, at, word);
  addRun(buffer, sentence, at, word);
  addStatistics(buffer, sentence, at, word, statistics);
}

function addPairs(buffer: FeatureBuffer, words: readonly WordType[], at: number, word: WordType): void {
  const before = words[at - 1];
  const after = words[at + 1];
  const lowerBefore = before?.lower ?? edge;
  const lowerAfter = after?.lower ?? edge;
  const caseBefore = before?.case ?? 15;
  const caseAfter = after?.case ?? 15;
  add2(buffer, 90, lowerBefore, word.lower);
  add2(buffer, 91, word.lower, lowerAfter);
  add2(buffer, 92, lowerBefore, word.shape);
  add2(buffer, 93, word.shape, lowerAfter);
  add3(buffer, 94, caseBefore, word.case, caseAfter);
  const lowerBefore2 = words[at - 2]?.lower ?? edge;
  const lowerAfter2 = words[at + 2]?.lower ?? edge;
  add3(buffer, 95, lowerBefore2, lowerBefore, word.case);
  add3(buffer, 96, word.case, lowerAfter, lowerAfter2);
  if (!word.isNameLike && word.case !== wordCase.lower) return;
  add3(buffer, 97, lowerBefore, word.case, lowerAfter);
  add3(buffer, 98, (before?.bits ?? 0) & contextBits, word.bits & contextBits, word.case);
  add3(buffer, 99, word.bits & contextBits, (after?.bits ?? 0) & contextBits, word.case);
}

function addHead(buffer: FeatureBuffer, sentence: Sentence, at: number, word: WordType): void {
  const distance = sentence.headDistances[at]!;
  if (distance === 0) return;
  const head = sentence.words[at - distance]!;
  add2(buffer, 100, head.folded, head.case);
  add3(buffer, 101, Math.min(distance, 6), word.case, head.case);
  add3(buffer, 102, head.folded, word.lower, head.case);
  add3(buffer, 103, word.lower, head.case, Math.min(distance, 3));
}

function addStart(buffer: FeatureBuffer, sentence: Sentence, at: number, word: WordType): void {
  const { words } = sentence;
  const isFirst = at === 0 || (at === 1 && words[0]!.case === wordCase.sign);
  const isCommon = word.bits & lexiconBit.commonWord;
  add3(buffer, 110, isFirst ? 1 : 0, isCommon, word.case);
  const flags = (sentence.isHeadline ? 1 : 0) | (sentence.isTitleCase ? 2 : 0) | (sentence.quoted[at]! << 2);
  add3(buffer, 111, isFirst ? 1 : 0, flags, word.case);
  if (isFirst) {
    const isLabel = words[sentence.runEnds[at]!]?.text === ':' ? 1 : 0;
    add3(buffer, 112, isLabel, flags, isCommon);
  }
  if (sentence.isHeadline && words.length <= 3) add3(buffer, 113, words.length, at, word.case);
}

function addRun(buffer: FeatureBuffer, sentence: Sentence, at: number, word: WordType): void {
  const { words } = sentence;
  const from = sentence.runStarts[at]!;
  const to = sentence.runEnds[at]!;
  const length = to - from;
  const position = length === 1 ? 3 : at === from ? 0 : at === to - 1 ? 2 : 1;
  const lowerBefore = words[from - 1]?.lower ?? edge;
  const lowerAfter = words[to]?.lower ?? edge;
  add2(buffer, 120, lowerBefore, position);
  add2(buffer, 121, lowerAfter, position);
  add3(buffer, 122, Math.min(length, 6), position, word.case);
  add3(buffer, 126, words[from - 2]?.lower ?? edge, lowerBefore, position);
  add3(buffer, 127, lowerAfter, words[to + 1]?.lower ?? edge, position);
  add3(buffer, 128, lowerBefore, lowerAfter, position);
  if (length > 1) {
    const first = words[from]!;
    const final = words[to - 1]!;
    add2(buffer, 123, first.folded, position);
    add2(buffer, 124, final.folded, position);
    add3(buffer, 125, first.bits & contextBits, final.bits & contextBits, position);
    let all = 0;
    for (let i = from; i < to; i++) all |= words[i]!.bits;
    add2(buffer, 129, all & contextBits, position);
  }
}

function addStatistics(
  buffer: FeatureBuffer,
  sentence: Sentence,
  at: number,
  word: WordType,
  statistics: DocumentStatistics,
): void {
  const isFirst = at === 0 ? 1 : 0;
  const count = statistics.capitalised.get(word.folded) ?? 0;
  const isLower = statistics.lower.has(word.folded) ? 1 : 0;
  add3(buffer, 130, Math.min(count, 4), isLower, isFirst);
  add3(buffer, 131, Math.min(count, 2) * 2 + isLower, word.bits & lexiconBit.commonWord, word.case);
  if (statistics.definedAcronyms.has(word.folded)) add(buffer, 132, word.case);
  if (word.case === wordCase.allCaps && sentence.words[at - 1]?.text === '(') {
    add2(
      buffer,
      133,
      initialsMatch(sentence, at - 2, word.text) ? 1 : 0,
      sentence.words[at + 1]?.text === ')' ? 1 : 0,
    );
  }
}

/** Do the words that end at `last` have `acronym` as initials, small words apart? */
function initialsMatch(sentence: Sentence, last: number, acronym: string): boolean {
  let letter = acronym.length - 1;
  for (let i = last; i >= 0 && last - i < 14 && letter >= 0; i--) {
    const { folded, initial } = initialOf(sentence.words[i]!);
    if (initial === acronym[letter]!.toUpperCase()) letter--;
    else if (folded > 4) return false;
  }
  return letter < 0;
}

function initialOf(word: WordType): { folded: number; initial: string } {
  return { folded: word.text.length, initial: word.text[0]!.normalize('NFD')[0]!.toUpperCase() };
}
