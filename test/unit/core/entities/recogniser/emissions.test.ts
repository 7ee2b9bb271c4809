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
  addPhrase,
  addPlace,
  addWordForm,
  addWordIdentity,
  addWordLists,
  createFeatureBuffer,
} from '../../../../../src/core/entities/recogniser/features.ts';
import { findRow } from '../../../../../src/core/entities/recogniser/hash.ts';
import { labelCount } from '../../../../../src/core/entities/recogniser/labels.ts';
import { packedLength, unpack } from '../../../../../src/core/entities/recogniser/packedRows.ts';
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
  const row = new Int32Array(labelCount);
  for (const key of buffer.keys.subarray(0, buffer.length)) {
    const found = findRow(model.features, key);
    if (found < 0) continue;
    unpack(model.weights.subarray(found * packedLength), row, 0);
    scores.forEach((_, k) => (scores[k] = scores[k]! + row[k]!));
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

  const addWholePlace = (
    buffer: ReturnType<typeof createFeatureBuffer>,
    sentence: (typeof document.sentences)[number],
    at: number,
  ): void => {
    addPhrase(buffer, sentence, at);
    addPlace(buffer, sentence, at, document.statistics, 0);
  };

  it('equals the sum of the weights of all features, for all tokens that may be in a name', () => {
    let open = 0;
    for (const sentence of document.sentences) {
      const { words } = sentence;
      const { emissions, closed } = scoreSentence(room, sentence, document.statistics, 0);
      words.forEach((word, i) => {
        const expected = plainScores(model, (buffer) => {
          addWordIdentity(buffer, word);
          addWordLists(buffer, word);
          addWordForm(buffer, word);
          for (const distance of [-3, -2, -1, 1, 2, 3]) addNeighbour(buffer, words[i + distance], distance);
          if (closed[i] !== 1) addWholePlace(buffer, sentence, i);
        });
        if (closed[i] === 0) open++;
        else assert.equal(Math.max(...expected), expected[0], word.text);
        assert.deepEqual(emissions.slice(i * labelCount, (i + 1) * labelCount), expected, word.text);
      });
    }
    assert.ok(open > 10);
  });

  it('closes no token of a name', () => {
    const { scores, found } = readOnce(document, room, 0);
    for (const { sentence, from, to } of found.flat())
      for (let i = from; i < to; i++) assert.equal(scores[sentence]!.closed[i], 0);
    assert.ok(scores.some(({ closed }) => closed.includes(1)));
  });

  it('adds the votes of the document in the same way', () => {
    const { found } = readOnce(document, room, 0);
    const votes = gatherVotes(document.sentences, found.flat());
    let voted = 0;
    document.sentences.forEach((sentence, s) => {
      const marks = markVotes(sentence, votes, found[s]!);
      if (marks.isEmpty) return;
      voted++;
      const emissions = new Int32Array(sentence.words.length * labelCount);
      const closed = new Uint8Array(sentence.words.length);
      const changed = scoreVotes(room, sentence, marks, { emissions, closed }, document.statistics, 0);
      sentence.words.forEach((word, i) => {
        const expected = plainScores(model, (buffer) => addVoteFeatures(buffer, sentence, marks, i));
        if (changed[i] === 0) assert.ok(expected.every((value) => value === 0));
        assert.deepEqual(emissions.slice(i * labelCount, (i + 1) * labelCount), expected, word.text);
      });
    });
    assert.ok(voted > 0);
  });

  it('opens a closed token that votes bear on, with all that its place tells', () => {
    const { found } = readOnce(document, room, 0);
    const votes = gatherVotes(document.sentences, found.flat());
    const sentence = document.sentences.find((one, s) => !markVotes(one, votes, found[s]!).isEmpty)!;
    const marks = markVotes(sentence, votes, []);
    const emissions = new Int32Array(sentence.words.length * labelCount);
    const closed = new Uint8Array(sentence.words.length).fill(1);
    scoreVotes(room, sentence, marks, { emissions, closed }, document.statistics, 0);
    assert.ok(closed.includes(0));
    closed.forEach((isClosed, i) => {
      const expected = plainScores(model, (buffer) => {
        addVoteFeatures(buffer, sentence, marks, i);
        if (isClosed === 0) addWholePlace(buffer, sentence, i);
      });
      assert.deepEqual(emissions.slice(i * labelCount, (i + 1) * labelCount), expected);
    });
  });
});
