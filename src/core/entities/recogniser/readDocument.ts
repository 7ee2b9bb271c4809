import type { PreparedDocument, Sentence } from './document.ts';
import { scoreSentence, scoreVotes, type EmissionRoom, type SentenceScores } from './emissions.ts';
import { innerTypes, labelCount, labelOf, positionIn, spansOfLabels } from './labels.ts';
import { createLatticeRoom, decodeBest, labelProbabilities, type Lattice } from './lattice.ts';
import { gatherVotes, markVotes, type Vote, type Votes } from './votes.ts';

/** The names of each sentence, and the scores they were read from. */
export interface Reading {
  readonly scores: readonly SentenceScores[];
  readonly found: readonly (readonly Vote[])[];
}

const latticeRoom = createLatticeRoom();

/** Reads each sentence with what stands in it and how its words are written elsewhere in the document. */
export function readOnce(document: PreparedDocument, room: EmissionRoom, language: number): Reading {
  const scores = document.sentences.map((sentence) =>
    scoreSentence(room, sentence, document.statistics, language),
  );
  return { scores, found: document.sentences.map((sentence, s) => readNames(room, sentence, s, scores[s]!)) };
}

/**
 * Reads the sentences again that hold a name the document, or `votes` from elsewhere, knows from other places.
 * Adds to the scores of `first`: it is used up.
 */
export function readAgain(
  document: PreparedDocument,
  first: Reading,
  room: EmissionRoom,
  language: number,
  addOthers: (votes: Votes) => void,
): readonly (readonly Vote[])[] {
  const votes = gatherVotes(document.sentences, first.found.flat());
  addOthers(votes);
  if (votes.phrases.size === 0) return first.found;
  return document.sentences.map((sentence, s) => {
    const marks = markVotes(sentence, votes, first.found[s]!);
    if (marks.isEmpty) return first.found[s]!;
    const changed = scoreVotes(room, sentence, marks, first.scores[s]!, document.statistics, language);
    return readNames(room, sentence, s, first.scores[s]!, { found: first.found[s]!, changed });
  });
}

const none: readonly Vote[] = [];

/**
 * The names in the stretches between tokens that are surely outside, each stretch by itself. A stretch in which nothing
 * has changed since `before` has the names it had.
 */
function readNames(
  { model }: EmissionRoom,
  { words }: Sentence,
  number: number,
  { emissions, closed }: SentenceScores,
  before?: { readonly found: readonly Vote[]; readonly changed: Uint8Array },
): readonly Vote[] {
  const { length } = words;
  const labels = new Uint8Array(length);
  let found: Vote[] | undefined;
  for (let from = 0; from < length;) {
    if (closed[from] !== 0) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < length && closed[to] === 0) to++;
    if (before === undefined || hasMark(before.changed, from, to)) {
      const lattice = { from, to, length, emissions, transitions: model.transitions };
      decodeBest(lattice, latticeRoom, labels);
      if (hasMark(labels, from, to)) (found ??= []).push(...namesOf(lattice, model.scale, labels, number));
    } else {
      for (const vote of before.found) if (vote.from >= from && vote.to <= to) (found ??= []).push(vote);
    }
    from = to;
  }
  return found ?? none;
}

function hasMark(marks: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i] !== 0) return true;
  return false;
}

function namesOf(lattice: Lattice, scale: number, labels: Uint8Array, sentence: number): Vote[] {
  const probabilities = labelProbabilities(lattice, scale, latticeRoom, labels);
  return spansOfLabels(labels, lattice.from, lattice.to).map(({ from, to, type }) => {
    const chances = new Float32Array(innerTypes.length).fill(1);
    for (let i = from; i < to; i++) {
      const position = positionIn(i - from, to - from);
      for (let other = 0; other < chances.length; other++) {
        const chance = probabilities[(i - lattice.from) * labelCount + labelOf(other, position)]!;
        if (chance < chances[other]!) chances[other] = chance;
      }
    }
    return { sentence, from, to, type, confidence: chances[type]!, chances };
  });
}
