import type { DocumentStatistics, Sentence } from './document.ts';
import {
  addNeighbour,
  addPhrase,
  addPlace,
  addWordForm,
  addWordIdentity,
  addWordLists,
  createFeatureBuffer,
} from './features.ts';
import { findRow } from './hash.ts';
import { labelCount } from './labels.ts';
import { lexiconBit } from './lexicon.ts';
import type { LanguageModel } from './model.ts';
import { addUnpacked, packedLength, unpack } from './packedRows.ts';
import { addVoteFeatures, type SentenceVotes } from './votes.ts';
import { describeWord, type WordType } from './wordTypes.ts';

/** What the recogniser keeps between calls for one model. */
export interface EmissionRoom {
  readonly model: LanguageModel;
  readonly words: Map<string, WordType>;
  /** The sums of a place past the sentence's ends, by distance as in `neighbourSlots`; packed. */
  readonly edge: Int32Array;
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
function sumsOf(model: LanguageModel, word: WordType | undefined): Int32Array {
  const sums = new Int32Array(neighbourSlots.length * packedLength);
  neighbourSlots.forEach((distance, slot) => {
    buffer.length = 0;
    if (distance !== 0) addNeighbour(buffer, word, distance);
    else if (word !== undefined) {
      addWordIdentity(buffer, word);
      addWordLists(buffer, word);
      addWordForm(buffer, word);
    }
    addRows(model, sums, slot * packedLength);
  });
  return sums;
}

/** Adds the weights of the buffer's features to the packed `sums` from `at` on. */
function addRows(model: LanguageModel, sums: Int32Array, at: number): void {
  const { weights, features } = model;
  for (let k = 0; k < buffer.length; k++) {
    const row = findRow(features, buffer.keys[k]!);
    if (row < 0) continue;
    const from = row * packedLength;
    for (let pair = 0; pair < packedLength; pair++)
      sums[at + pair] = sums[at + pair]! + weights[from + pair]!;
  }
}

/** The packed scores of the token at hand. */
const packed = new Int32Array(packedLength);

/** The scores of a sentence's tokens. */
export interface SentenceScores {
  /** Row-major tokens × labels, in the unit of the weights. Those of tokens closed with 1 lack what the place tells. */
  readonly emissions: Int32Array;
  /** Not 0 for a token that is surely outside of names: 1 where its words around say so, 2 where its place does, too. */
  readonly closed: Uint8Array;
}

/** Scores each token by its words around; where these leave a name possible, by all that its place tells, too. */
export function scoreSentence(
  room: EmissionRoom,
  sentence: Sentence,
  statistics: DocumentStatistics,
  language: number,
): SentenceScores {
  const { words } = sentence;
  const { model } = room;
  const emissions = new Int32Array(words.length * labelCount);
  const closed = new Uint8Array(words.length);
  for (const word of words) word.sums ??= sumsOf(model, word);
  const farLead = closingLead.far / model.scale;
  const nearLead = closingLead.near / model.scale;
  const fullLead = closingLead.full / model.scale;
  let name = -nameReach - 1;
  for (let i = 0; i < words.length; i++) {
    const at = i * labelCount;
    addNeighbourhood(room.edge, words, i);
    unpack(packed, emissions, at);
    if (words[i]!.isNameLike) name = i;
    else {
      const isNear = i - name <= nameReach || isHead(sentence, i);
      if (leadOfOutside(emissions, at) >= (isNear ? nearLead : farLead)) {
        closed[i] = 1;
        continue;
      }
    }
    buffer.length = 0;
    addPhrase(buffer, sentence, i);
    addPlace(buffer, sentence, i, statistics, language);
    addRows(model, packed, 0);
    unpack(packed, emissions, at);
    if (leadOfOutside(emissions, at) >= fullLead) closed[i] = 2;
  }
  return { emissions, closed };
}

/**
 * By how much, in natural log-odds, a token must look outside of names to be closed: by the words around alone where
 * it may not stand in a name alone, more of it `near` a capital before or a word such as `ministère` or `mont`; or by all
 * there is (`full`). Most tokens are, and need not be read further. Chosen on WiNER-fr's development months and the
 * sample corpus, where the names found score as well as with none closed; a model of other weights wants other leads.
 */
const closingLead = { far: 0.5, near: 2, full: 2.5 };

/** A word in lower case belongs to a name at most this many tokens behind a capital: `Caisse des dépôts`. */
const nameReach = 2;

function isHead(sentence: Sentence, i: number): boolean {
  return (
    sentence.headDistances[i] !== 0 ||
    (sentence.words[i]!.bits & (lexiconBit.orgHead | lexiconBit.placeHead)) !== 0
  );
}

function leadOfOutside(emissions: Int32Array, at: number): number {
  let best = emissions[at + 1]!;
  for (let label = 2; label < labelCount; label++) best = Math.max(best, emissions[at + label]!);
  return emissions[at]! - best;
}

/** All seven sums in one pass over the labels: seven passes took twice as long. The slots are `neighbourSlots`. */
function addNeighbourhood(edge: Int32Array, words: readonly WordType[], i: number): void {
  const own = words[i]!.sums!;
  const before3 = i >= 3 ? words[i - 3]!.sums! : edge;
  const before2 = i >= 2 ? words[i - 2]!.sums! : edge;
  const before1 = i >= 1 ? words[i - 1]!.sums! : edge;
  const after1 = i + 1 < words.length ? words[i + 1]!.sums! : edge;
  const after2 = i + 2 < words.length ? words[i + 2]!.sums! : edge;
  const after3 = i + 3 < words.length ? words[i + 3]!.sums! : edge;
  for (let pair = 0; pair < packedLength; pair++) {
    packed[pair] =
      own[pair]! +
      before3[packedLength + pair]! +
      before2[2 * packedLength + pair]! +
      before1[3 * packedLength + pair]! +
      after1[4 * packedLength + pair]! +
      after2[5 * packedLength + pair]! +
      after3[6 * packedLength + pair]!;
  }
}

/** In natural log-odds: enough to turn a doubtful reading, not to turn `Orange` into a firm in a sentence about fruit. */
const decidedBonus = 2.5;

/**
 * Adds to the scores of a sentence what the rest of its document says. A closed token that this bears on is opened.
 * Returns 1 for each token whose scores have changed.
 */
export function scoreVotes(
  room: EmissionRoom,
  sentence: Sentence,
  votes: SentenceVotes,
  { emissions, closed }: SentenceScores,
  statistics: DocumentStatistics,
  language: number,
): Uint8Array {
  const changed = new Uint8Array(sentence.words.length);
  const bonus = Math.round(decidedBonus / room.model.scale);
  for (let i = 0; i < sentence.words.length; i++) {
    buffer.length = 0;
    addVoteFeatures(buffer, sentence, votes, i);
    const decided = votes.decided[i]!;
    if (buffer.length === 0 && decided === 0) continue;
    if (closed[i] === 1) {
      addPhrase(buffer, sentence, i);
      addPlace(buffer, sentence, i, statistics, language);
    }
    closed[i] = 0;
    changed[i] = 1;
    packed.fill(0);
    addRows(room.model, packed, 0);
    addUnpacked(packed, emissions, i * labelCount);
    // Labels are numbered as the marks are, outside being 0.
    if (decided > 0) emissions[i * labelCount + decided] = emissions[i * labelCount + decided]! + bonus;
  }
  return changed;
}
