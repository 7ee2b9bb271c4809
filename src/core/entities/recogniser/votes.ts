import type { Sentence } from './document.ts';
import { add, type FeatureBuffer } from './features.ts';
import { extendPhrase, mix } from './hash.ts';
import { innerTypes, positionIn } from './labels.ts';
import { hasOrganizationCue } from './organizationCues.ts';
import { wordCase, type WordType } from './wordTypes.ts';

/**
 * What a document's own first reading says of its names: a name that is clear in one place helps where it is not.
 * The second reading gets the votes as features, so that training decides how far to trust them.
 */
export interface Votes {
  /** Phrase hash to the weight of each of `innerTypes`. */
  readonly phrases: Map<number, Float32Array>;
  /** Beginnings of those phrases, to stop the search early. */
  readonly prefixes: Set<number>;
  /** Folded last words of people's full names. */
  readonly surnames: Map<number, number>;
  /** Phrases whose type is settled outside the document, by a whole corpus or by the user. */
  readonly decided: Map<number, number>;
}

/** A name of the first reading. `from`/`to` are tokens of the sentence. */
export interface Vote {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** Index into `innerTypes`. */
  readonly type: number;
  /** 0..1. */
  readonly confidence: number;
  /** How likely each of `innerTypes` is for just these tokens, 0..1. */
  readonly chances: Float32Array;
}

const organization = innerTypes.indexOf('ORG');

/** A cue such as `filiale de` is worth more than one reading without it: town names are company names too. */
const cueVotes = 1.5;

/** Chances below this are noise. */
const leastChance = 0.05;

function createVotes(): Votes {
  return { phrases: new Map(), prefixes: new Set(), surnames: new Map(), decided: new Map() };
}

export function gatherVotes(sentences: readonly Sentence[], found: readonly Vote[]): Votes {
  const votes = createVotes();
  for (const vote of found) {
    const { words } = sentences[vote.sentence]!;
    let hash = 0;
    for (let i = vote.from; i < vote.to; i++) {
      hash = extendPhrase(hash, words[i]!.folded);
      if (i < vote.to - 1) votes.prefixes.add(hash);
    }
    vote.chances.forEach((chance, type) => {
      if (chance >= leastChance) addVote(votes, hash, type, chance);
    });
    addAcronym(votes, words, vote);
    if (hasOrganizationCue(words, vote.from, vote.to)) addVote(votes, hash, organization, cueVotes);
    if (innerTypes[vote.type] === 'PER' && vote.to - vote.from > 1) {
      const surname = words[vote.to - 1]!.folded;
      votes.surnames.set(surname, (votes.surnames.get(surname) ?? 0) + 1);
    }
  }
  return votes;
}

/** `Long Name (ACR)` and `ACR (Long Name)` name one organization: a vote for the long name is one for the acronym. */
function addAcronym(votes: Votes, words: readonly WordType[], { from, to, type, confidence }: Vote): void {
  if (innerTypes[type] !== 'ORG' || to - from < 2) return;
  const after = words[to + 1];
  if (words[to]?.text === '(' && words[to + 2]?.text === ')' && after?.case === wordCase.allCaps)
    addVote(votes, extendPhrase(0, after.folded), type, confidence);
  const before = words[from - 2];
  if (words[from - 1]?.text === '(' && words[to]?.text === ')' && before?.case === wordCase.allCaps)
    addVote(votes, extendPhrase(0, before.folded), type, confidence);
}

/** Adds `weight` votes for a type to the phrase with this hash. */
export function addVote(votes: Votes, phrase: number, type: number, weight: number): void {
  let weights = votes.phrases.get(phrase);
  if (weights === undefined) {
    weights = new Float32Array(innerTypes.length);
    votes.phrases.set(phrase, weights);
  }
  weights[type] = weights[type]! + weight;
}

const longestName = 10;

/** The votes for the tokens of one sentence: what `addVoteFeatures` reads. */
export interface SentenceVotes {
  /** Per token: 0 no name known here, else 1 + 16 × strength + 4 × type + position. */
  readonly marks: Int32Array;
  /** Per token: is it a person's last name in the document, and how often? */
  readonly surnames: Uint8Array;
  /** Per token: 0, or 1 + 4 × type + position where the name's type is decided. */
  readonly decided: Uint8Array;
  readonly isEmpty: boolean;
}

/**
 * Finds the longest known names of a sentence. Votes that the sentence itself gave (`own`) are left out where they
 * fall on the same tokens: a name must not confirm itself.
 */
export function markVotes(sentence: Sentence, votes: Votes, own: readonly Vote[]): SentenceVotes {
  const { words } = sentence;
  const marks = new Int32Array(words.length);
  const surnames = new Uint8Array(words.length);
  const decided = new Uint8Array(words.length);
  let isEmpty = true;
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.isNameLike) {
      const count = (votes.surnames.get(words[i]!.folded) ?? 0) - ownSurname(own, i);
      surnames[i] = Math.max(0, Math.min(3, count));
      if (count > 0) isEmpty = false;
    }
  }
  for (let i = 0; i < words.length;) {
    const length = markLongest(sentence, votes, own, i, marks);
    if (length > 0) isEmpty = false;
    markDecided(sentence, votes, i, length, decided);
    i += Math.max(1, length);
  }
  return { marks, surnames, decided, isEmpty };
}

function markDecided(
  sentence: Sentence,
  votes: Votes,
  from: number,
  length: number,
  decided: Uint8Array,
): void {
  if (votes.decided.size === 0) return;
  let hash = 0;
  for (let k = 0; k < length; k++) hash = extendPhrase(hash, sentence.words[from + k]!.folded);
  const type = votes.decided.get(hash);
  if (type === undefined) return;
  for (let k = 0; k < length; k++) decided[from + k] = 1 + type * 4 + positionIn(k, length);
}

function ownSurname(own: readonly Vote[], at: number): number {
  return own.some((vote) => vote.to - 1 === at && vote.to - vote.from > 1 && innerTypes[vote.type] === 'PER')
    ? 1
    : 0;
}

function markLongest(
  sentence: Sentence,
  votes: Votes,
  own: readonly Vote[],
  from: number,
  marks: Int32Array,
): number {
  const { words } = sentence;
  let hash = 0;
  let best = 0;
  let mark = 0;
  for (let k = 0; k < longestName && from + k < words.length; k++) {
    hash = extendPhrase(hash, words[from + k]!.folded);
    const weights = votes.phrases.get(hash);
    if (weights !== undefined && (words[from]!.isNameLike || k > 0)) {
      const found = markOf(weights, own, from, from + k + 1);
      if (found >= 0) {
        best = k + 1;
        mark = found;
      }
    }
    if (!votes.prefixes.has(hash)) break;
  }
  for (let k = 0; k < best; k++) {
    marks[from + k] = 1 + mark * 4 + positionIn(k, best);
  }
  return best;
}

/** Strength × 4 + type of the strongest type once the name's own vote is gone; -1 when nothing is left. */
function markOf(weights: Float32Array, own: readonly Vote[], from: number, to: number): number {
  let total = 0;
  let best = 0;
  let bestWeight = 0;
  for (let type = 0; type < weights.length; type++) {
    let weight = weights[type]!;
    for (const vote of own) {
      if (vote.from !== from || vote.to !== to) continue;
      const chance = vote.chances[type]!;
      if (chance >= leastChance) weight -= chance;
    }
    total += weight;
    if (weight > bestWeight) {
      bestWeight = weight;
      best = type;
    }
  }
  if (bestWeight < 0.3) return -1;
  const amount = bestWeight < 0.8 ? 0 : bestWeight < 1.7 ? 1 : bestWeight < 3.5 ? 2 : 3;
  const isPure = bestWeight > 0.8 * total ? 1 : 0;
  return (amount * 2 + isPure) * 4 + best;
}

/** Adds the features of the second reading; none where the document knows nothing of the word. */
export function addVoteFeatures(
  buffer: FeatureBuffer,
  sentence: Sentence,
  votes: SentenceVotes,
  at: number,
): void {
  const mark = votes.marks[at]!;
  const word = sentence.words[at]!;
  if (mark > 0) {
    const value = mark - 1;
    add(buffer, 200, value);
    add(buffer, 201, mix(value & 15, word.case));
    add(buffer, 202, mix(value >> 4, value & 3));
  }
  if (votes.surnames[at]! > 0)
    add(buffer, 203, mix(votes.surnames[at]!, mark > 0 ? 1 + ((mark - 1) & 15) : 0));
  // The edge of a known name speaks for its neighbours too.
  const before = at > 0 ? votes.marks[at - 1]! : 0;
  const after = at + 1 < votes.marks.length ? votes.marks[at + 1]! : 0;
  if (mark === 0 && before > 0) add(buffer, 204, mix((before - 1) & 15, word.case));
  if (mark === 0 && after > 0) add(buffer, 205, mix((after - 1) & 15, word.case));
}
