import assert from 'node:assert/strict';
import { prepareDocument } from '../../../../../src/core/entities/recogniser/document.ts';
import { innerTypes } from '../../../../../src/core/entities/recogniser/labels.ts';
import { gatherVotes, markVotes, type Vote } from '../../../../../src/core/entities/recogniser/votes.ts';
import { describeWord } from '../../../../../src/core/entities/recogniser/wordTypes.ts';
import { shippedReader } from './shippedModel.ts';

const organization = innerTypes.indexOf('ORG');
const person = innerTypes.indexOf('PER');

describe('votes', () => {
  const { lexicon } = shippedReader();
  const sentencesOf = (text: string): ReturnType<typeof prepareDocument>['sentences'] =>
    prepareDocument(text, [{ start: 0, end: text.length }], (word) => describeWord(word, lexicon), lexicon)
      .sentences;
  const vote = (sentence: number, from: number, to: number, type: number): Vote => ({
    sentence,
    from,
    to,
    type,
    confidence: 0.9,
    chances: Float32Array.from(innerTypes, (_, other) => (other === type ? 0.9 : 0)),
  });
  /** The type that the mark of a token speaks for. */
  const typeOf = (mark: number | undefined): string | undefined =>
    mark === undefined || mark === 0 ? undefined : innerTypes[((mark - 1) >> 2) & 3];

  it('marks a name where it stands again, not where it voted alone', () => {
    const sentences = sentencesOf('Brovia attend.\nOn cite Brovia.');
    const found = [vote(0, 0, 1, organization)];
    const votes = gatherVotes(sentences, found);
    assert.ok(markVotes(sentences[0]!, votes, found).isEmpty);
    const again = markVotes(sentences[1]!, votes, []);
    assert.deepEqual(
      [...again.marks].map((mark) => mark > 0),
      [false, false, true, false],
    );
  });

  it('takes the longest known name', () => {
    const sentences = sentencesOf('Brovia Nord.\nBrovia.\nChez Brovia Nord, rien.');
    const votes = gatherVotes(sentences, [vote(0, 0, 2, organization), vote(1, 0, 1, organization)]);
    const positions = [...markVotes(sentences[2]!, votes, []).marks].map((mark) =>
      mark === 0 ? '-' : (mark - 1) & 3,
    );
    assert.deepEqual(positions, ['-', 0, 2, '-', '-', '-']);
  });

  it('lets a long name vote for the acronym in parentheses', () => {
    const sentences = sentencesOf('Ligue des Phares (LPH) fondée.\nMais LPH dort.');
    const votes = gatherVotes(sentences, [vote(0, 0, 3, organization)]);
    assert.equal(markVotes(sentences[1]!, votes, []).marks[1]! > 0, true);
  });

  it('counts what stands around a name: filiale de, chez, a description after a comma, a deed', () => {
    const place = innerTypes.indexOf('LOC');
    const spoken = (text: string, name: string): string | undefined => {
      const sentences = sentencesOf(`${text}\n${name} attend.`);
      const from = sentences[0]!.words.findIndex((word) => word.text === name);
      const votes = gatherVotes(sentences, [vote(0, from, from + 1, place)]);
      return typeOf(markVotes(sentences[1]!, votes, []).marks[0]);
    };
    assert.equal(spoken('La filiale d’Orly recrute.', 'Orly'), 'ORG');
    assert.equal(spoken('On parle de Vannes, une jeune société de pêche.', 'Vannes'), 'ORG');
    assert.equal(spoken('Hier Vannes, opérateur de bacs, a payé.', 'Vannes'), 'ORG');
    assert.equal(spoken('Hier Vannes rachète un bac.', 'Vannes'), 'ORG');
    assert.equal(spoken('On va à Vannes, une jeune femme attend.', 'Vannes'), 'LOC');
  });

  it('pools what several places leave open', () => {
    const sentences = sentencesOf('Vers Orsel.\nPour Orsel.\nOrsel attend.');
    const open = (sentence: number, type: number, other: number): Vote => ({
      ...vote(sentence, 1, 2, type),
      chances: Float32Array.from(innerTypes, (_, k) => (k === type ? 0.5 : k === other ? 0.45 : 0)),
    });
    const place = innerTypes.indexOf('LOC');
    const votes = gatherVotes(sentences, [open(0, place, organization), open(1, person, organization)]);
    assert.equal(typeOf(markVotes(sentences[2]!, votes, []).marks[0]), 'ORG');
  });

  it('knows people by their last name', () => {
    const sentences = sentencesOf('Ilan Vasseur parle.\nPuis Vasseur part.');
    const votes = gatherVotes(sentences, [vote(0, 0, 2, person)]);
    assert.deepEqual([...markVotes(sentences[1]!, votes, []).surnames], [0, 1, 0, 0]);
  });
});
