import type { DocumentStatistics, Sentence } from './document.ts';
import { addNeighbour, addPlace, addWordForm, addWordIdentity, createFeatureBuffer } from './features.ts';
import { findRow } from './hash.ts';
import { labelCount } from './labels.ts';
import type { LanguageModel } from './model.ts';
import { addVoteFeatures, type SentenceVotes } from './votes.ts';
import { describeWord, type WordType } from './wordTypes.ts';

/** What the recogniser keeps between calls for one model. */
export interface EmissionRoom {
  readonly model: LanguageModel;
  readonly words: Map<string, WordType>;
  /** The sums of a place past the sentence's ends, by distance as in `neighbourSlots`. */
  readonly edge: Int16Array;
}

/** Distances of a word's influence; slot 0 is the word itself. */
const neighbourSlots = [0, -3, -2, -1, 1, 2, 3] as const;

/** Enough for the words of some hundred articles; with all its sums a word takes about half a kilobyte. */
const mostWords = 50_000;

const buffer = createFeatureBuffer();

export function createEmissionRoom(model: LanguageModel): EmissionRoom {
  return { model, words: new Map(), edge: sumsOf(model, undefined) };
}

/** The word's type, from memory where it was met before. */
export function lookUpWord(room: EmissionRoom, text: string): WordType {
  const known = room.words.get(text);
  if (known !== undefined) return known;
  if (room.words.size >= mostWords) room.words.clear();
  const word = describeWord(text, room.model.lexicon);
  room.words.set(text, word);
  return word;
}

/** All that depends on one word alone is summed once per word, for each distance it acts at. */
function sumsOf(model: LanguageModel, word: WordType | undefined): Int16Array {
  const sums = new Int16Array(neighbourSlots.length * labelCount);
  neighbourSlots.forEach((distance, slot) => {
    buffer.length = 0;
    if (distance !== 0) addNeighbour(buffer, word, distance);
    else if (word !== undefined) {
      addWordIdentity(buffer, word);
      addWordForm(buffer, word);
    }
    addRows(model, sums, slot * labelCount);
  });
  return sums;
}

/** Adds the weights of the buffer's features to `sums` from `at` on. */
function addRows(model: LanguageModel, sums: Int16Array | Int32Array, at: number): void {
  const { weights, features } = model;
  for (let k = 0; k < buffer.length; k++) {
    const row = findRow(features, buffer.keys[k]!);
    if (row < 0) continue;
    const from = row * labelCount;
    for (let label = 0; label < labelCount; label++)
      sums[at + label] = sums[at + label]! + weights[from + label]!;
  }
}

/** The emission scores of a sentence, row-major tokens × labels, in the unit of the weights. */
export function scoreSentence(
  room: EmissionRoom,
  sentence: Sentence,
  statistics: DocumentStatistics,
  language: number,
): Int32Array {
  const { words } = sentence;
  const emissions = new Int32Array(words.length * labelCount);
  for (const word of words) word.sums ??= sumsOf(room.model, word);
  for (let i = 0; i < words.length; i++) {
    addNeighbourhood(emissions, i * labelCount, room.edge, words, i);
    buffer.length = 0;
    addPlace(buffer, sentence, i, statistics, language);
    addRows(room.model, emissions, i * labelCount);
  }
  return emissions;
}

/** All seven sums in one pass over the labels: seven passes took twice as long. The slots are `neighbourSlots`. */
function addNeighbourhood(
  emissions: Int32Array,
  at: number,
  edge: Int16Array,
  words: readonly WordType[],
  i: number,
): void {
  const own = words[i]!.sums!;
  const before3 = i >= 3 ? words[i - 3]!.sums! : edge;
  const before2 = i >= 2 ? words[i - 2]!.sums! : edge;
  const before1 = i >= 1 ? words[i - 1]!.sums! : edge;
  const after1 = i + 1 < words.length ? words[i + 1]!.sums! : edge;
  const after2 = i + 2 < words.length ? words[i + 2]!.sums! : edge;
  const after3 = i + 3 < words.length ? words[i + 3]!.sums! : edge;
  for (let label = 0; label < labelCount; label++) {
    emissions[at + label] =
      own[label]! +
      before3[labelCount + label]! +
      before2[2 * labelCount + label]! +
      before1[3 * labelCount + label]! +
      after1[4 * labelCount + label]! +
      after2[5 * labelCount + label]! +
      after3[6 * labelCount + label]!;
  }
}

/** In natural log-odds: enough to turn a doubtful reading, not to turn `Orange` into a firm in a sentence about fruit. */
const decidedBonus = 2.5;

/** Adds to the scores of a sentence what the rest of its document says. */
export function scoreVotes(
  room: EmissionRoom,
  sentence: Sentence,
  votes: SentenceVotes,
  emissions: Int32Array,
): void {
  const bonus = Math.round(decidedBonus / room.model.scale);
  for (let i = 0; i < sentence.words.length; i++) {
    buffer.length = 0;
    addVoteFeatures(buffer, sentence, votes, i);
    if (buffer.length > 0) addRows(room.model, emissions, i * labelCount);
    const decided = votes.decided[i]!;
    // Labels are numbered as the marks are, outside being 0.
    if (decided > 0) emissions[i * labelCount + decided] = emissions[i * labelCount + decided]! + bonus;
  }
}
