import assert from 'node:assert/strict';
import { prepareDocument } from '../../../../../src/core/entities/recogniser/document.ts';
import {
  createEmissionRoom,
  lookUpWord,
  scoreSentence,
  scoreVotes,
} from '../../../../../src/core/entities/recogniser/emissions.ts';
import {
  addNeighbour,
  addPlace,
  addWordForm,
  addWordIdentity,
  createFeatureBuffer,
} from '../../../../../src/core/entities/recogniser/features.ts';
import { findRow } from '../../../../../src/core/entities/recogniser/hash.ts';
import { labelCount } from '../../../../../src/core/entities/recogniser/labels.ts';
import type { LanguageModel } from '../../../../../src/core/entities/recogniser/model.ts';
import { readOnce } from '../../../../../src/core/entities/recogniser/readDocument.ts';
import {
  addVoteFeatures,
  gatherVotes,
  markVotes,
} from '../../../../../src/core/entities/recogniser/votes.ts';
import { shippedReader } from './shippedModel.ts';

const text = `Brovia : la grève continue à Tarnac

M. Ilan Vasseur-Petit, P-DG de Brovia (ex-Tarnagaz), a reçu « Le Fanal du Centre » jeudi. "Nous partons", dit Vasseur-Petit.
Le ministère de la Mer et l'Agence nationale des sémaphores (ANS) suivent l'affaire. L'ANS se tait ; 3,5 % du capital de BROVIA restent à J. Oum.`;

/** The plain way: every feature of the token looked up and added, with no sums kept per word. */
function plainScores(
  model: LanguageModel,
  fill: (buffer: ReturnType<typeof createFeatureBuffer>) => void,
): Int32Array {
  const buffer = createFeatureBuffer();
  fill(buffer);
  const scores = new Int32Array(labelCount);
  for (const key of buffer.keys.subarray(0, buffer.length)) {
    const row = findRow(model.features, key);
    if (row >= 0) scores.forEach((_, k) => (scores[k] = scores[k]! + model.weights[row * labelCount + k]!));
  }
  return scores;
}

describe('scoreSentence', () => {
  const model = shippedReader();
  const room = createEmissionRoom(model);
  const document = prepareDocument(
    text,
    [{ start: 0, end: text.length }],
    (word) => lookUpWord(room, word),
    model.lexicon,
  );

  it('equals the sum of the weights of all features', () => {
    for (const sentence of document.sentences) {
      const { words } = sentence;
      const scores = scoreSentence(room, sentence, document.statistics, 0);
      words.forEach((word, i) => {
        const expected = plainScores(model, (buffer) => {
          addWordIdentity(buffer, word);
          addWordForm(buffer, word);
          for (const distance of [-3, -2, -1, 1, 2, 3]) addNeighbour(buffer, words[i + distance], distance);
          addPlace(buffer, sentence, i, document.statistics, 0);
        });
        assert.deepEqual(scores.slice(i * labelCount, (i + 1) * labelCount), expected, word.text);
      });
    }
  });

  it('adds the votes of the document in the same way', () => {
    const { found } = readOnce(document, room, 0);
    const votes = gatherVotes(document.sentences, found.flat());
    let voted = 0;
    document.sentences.forEach((sentence, s) => {
      const marks = markVotes(sentence, votes, found[s]!);
      if (marks.isEmpty) return;
      voted++;
      const scores = new Int32Array(sentence.words.length * labelCount);
      scoreVotes(room, sentence, marks, scores);
      sentence.words.forEach((word, i) => {
        const expected = plainScores(model, (buffer) => addVoteFeatures(buffer, sentence, marks, i));
        assert.deepEqual(scores.slice(i * labelCount, (i + 1) * labelCount), expected, word.text);
      });
    });
    assert.ok(voted > 0);
  });
});
