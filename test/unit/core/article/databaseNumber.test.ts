import assert from 'node:assert/strict';
import { readDatabaseNumber } from '../../../../src/core/article/databaseNumber.ts';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';

const article =
  'Une criée toute neuve pour la baie\n\nLa coopérative des pêcheurs de la baie a ouvert une nouvelle criée, où trente bateaux débarquent désormais leurs prises.';

describe('readDatabaseNumber', () => {
  it('reads the day in the numbers of press databases', () => {
    for (const number of [
      'Document GAZLAR0020190312ef3c0001k',
      'AN Document AGPL000020190312ef3c0001k',
      'news·20190312·GL·14_1405',
    ]) {
      const text = `${article}\n\n${number}\n`;
      const found = readDatabaseNumber(text);
      assert.equal(found?.value, '2019-03-12', number);
      assert.equal(text.slice(found.span?.start, found.span?.end), number);
    }
  });

  it('takes no other number for one', () => {
    for (const text of [
      'Document 20190312',
      'Document GAZLAR0020191332ef3c0001k',
      'le Document GAZLAR0020190312ef3c0001k est',
      '',
    ])
      assert.equal(readDatabaseNumber(text), undefined, text);
  });

  it('dates a text that says nothing else, and makes surer what says the same', () => {
    const number = 'Document GAZLAR0020190312ef3c0001k';
    const alone = readMetadata({ id: 'a', text: `${article}\n\n${number}` }, []).date;
    assert.equal(alone?.evidence.rule, 'databaseNumber');
    const dated = `${article}\n\n12 mars 2019`;
    const both = readMetadata({ id: 'a', text: `${dated}\n\n${number}` }, []).date;
    const without = readMetadata({ id: 'a', text: dated }, []).date?.confidence ?? 0;
    assert.equal(both?.quote, '12 mars 2019');
    assert.ok(both.confidence > without);
  });
});
