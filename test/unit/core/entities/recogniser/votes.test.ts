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
  });

  it('marks a name where it stands again, not where it voted alone', () => {
    const sentences = sentencesOf('Brovia recrute.\nOn cite Brovia.');
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

  it('counts what stands before a name: filiale de, chez', () => {
    const sentences = sentencesOf('La filiale d’Orly recrute.\nOrly attend.');
    const place = innerTypes.indexOf('LOC');
    const votes = gatherVotes(sentences, [vote(0, 3, 4, place)]);
    const mark = markVotes(sentences[1]!, votes, []).marks[0]!;
    assert.equal(innerTypes[((mark - 1) >> 2) & 3], 'ORG');
  });

  it('knows people by their last name', () => {
    const sentences = sentencesOf('Ilan Vasseur parle.\nPuis Vasseur part.');
    const votes = gatherVotes(sentences, [vote(0, 0, 2, person)]);
    assert.deepEqual([...markVotes(sentences[1]!, votes, []).surnames], [0, 1, 0, 0]);
  });
});
