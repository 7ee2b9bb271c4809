import type { PreparedDocument, Sentence } from './document.ts';
import { scoreSentence, scoreVotes, type EmissionRoom } from './emissions.ts';
import { labelCount, spansOfLabels } from './labels.ts';
import { createViterbiRoom, decodeBest, labelProbabilities } from './lattice.ts';
import { gatherVotes, markVotes, type Vote, type Votes } from './votes.ts';

/** The names of each sentence, and the scores they were read from. */
export interface Reading {
  readonly emissions: readonly Int32Array[];
  readonly found: readonly (readonly Vote[])[];
}

const viterbiRoom = createViterbiRoom();

/** Reads each sentence with what stands in it and how its words are written elsewhere in the document. */
export function readOnce(document: PreparedDocument, room: EmissionRoom, language: number): Reading {
  const emissions = document.sentences.map((sentence) =>
    scoreSentence(room, sentence, document.statistics, language),
  );
  return {
    emissions,
    found: document.sentences.map((sentence, s) => readNames(room, sentence, s, emissions[s]!)),
  };
}

/**
 * Reads the sentences again that hold a name the document, or `votes` from elsewhere, knows from other places.
 * Adds to the scores of `first`: it is used up.
 */
export function readAgain(
  document: PreparedDocument,
  first: Reading,
  room: EmissionRoom,
  addOthers: (votes: Votes) => void,
): readonly (readonly Vote[])[] {
  const votes = gatherVotes(document.sentences, first.found.flat());
  addOthers(votes);
  if (votes.phrases.size === 0) return first.found;
  return document.sentences.map((sentence, s) => {
    const marks = markVotes(sentence, votes, first.found[s]!);
    if (marks.isEmpty) return first.found[s]!;
    scoreVotes(room, sentence, marks, first.emissions[s]!);
    return readNames(room, sentence, s, first.emissions[s]!);
  });
}

function readNames(
  room: EmissionRoom,
  sentence: Sentence,
  number: number,
  emissions: Int32Array,
): readonly Vote[] {
  const { model } = room;
  const length = sentence.words.length;
  const lattice = { length, emissions, transitions: model.transitions };
  const labels = new Uint8Array(length);
  decodeBest(lattice, viterbiRoom, labels);
  const spans = spansOfLabels(labels, length);
  if (spans.length === 0) return [];
  const probabilities = labelProbabilities(lattice, model.scale, labels);
  return spans.map(({ from, to, type }) => {
    let confidence = 1;
    for (let i = from; i < to; i++)
      confidence = Math.min(confidence, probabilities[i * labelCount + labels[i]!]!);
    return { sentence: number, from, to, type, confidence };
  });
}
