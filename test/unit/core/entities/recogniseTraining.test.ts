import assert from 'node:assert/strict';
import { loadEntityModel } from '../../../../src/core/entities/recogniser/model.ts';
import { createRandom } from '../../../../tools/trainEntities/crf.ts';
import { scoreModel } from '../../../../tools/trainEntities/evaluate.ts';
import { generateDocuments } from '../../../../tools/trainEntities/generator/generateDocuments.ts';
import { compileLexicon, nameListsOf, readLists } from '../../../../tools/trainEntities/lexiconLists.ts';
import { trainModel } from '../../../../tools/trainEntities/trainModel.ts';

describe('training', function () {
  this.timeout(60_000);
  const lists = readLists(new URL('../../../../tools/trainEntities/lists', import.meta.url).pathname);
  const names = nameListsOf(lists);
  const generate = (count: number, seed: number): ReturnType<typeof generateDocuments> =>
    generateDocuments(count, createRandom(seed), names);
  const silent = (): void => undefined;

  it('learns names from a few generated documents, and gives the same file again', () => {
    const data = {
      real: [],
      generate: (seed: number) => generate(60, seed),
      lexicon: compileLexicon(lists),
    };
    const options = { epochs: 2, seeds: { french: [7, 8], all: [7] } };
    const file = trainModel(data, options, silent);
    assert.deepEqual(trainModel(data, options, silent), file);
    const { ALL } = scoreModel(loadEntityModel(file), generate(30, 2));
    assert.ok(ALL !== undefined && ALL.f1 > 0.6, `F1 on other documents is ${ALL?.f1.toFixed(2)}`);
  });

  it('labels every generated name exactly', () => {
    for (const { text, ents } of generate(300, 3)) {
      let at = 0;
      for (const [start, end] of ents) {
        assert.ok(start >= at && end > start && end <= text.length);
        assert.equal(text.slice(start, end), text.slice(start, end).trim());
        at = end;
      }
      assert.doesNotMatch(text, /[<>{}]|\|(?:ORG|LOC)/);
    }
  });
});
