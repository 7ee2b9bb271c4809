import assert from 'node:assert/strict';
import { describeFilter } from '../../../../src/vscode/filter/filterText.ts';
import { english } from '../english.ts';

const names = new Map([['ORG:tramways du nord', 'Tramways du Nord']]);

describe('filterText', () => {
  it('says all that narrows, by its names', () => {
    const filter = {
      entities: ['ORG:tramways du nord'],
      from: '2016',
      to: '2018',
      outlets: ["L'Écho du Port", ''],
      words: 'licence',
    };
    assert.equal(
      describeFilter(english, filter, names),
      "Tramways du Nord · 2016–2018 · L'Écho du Port, no outlet known · words: licence",
    );
  });

  it('tells open ranges, one period and undated apart', () => {
    assert.equal(describeFilter(english, { from: '2016-05' }, names), 'from May 2016');
    assert.equal(describeFilter(english, { to: '2016-05-03' }, names), 'until 3 May 2016');
    assert.equal(describeFilter(english, { from: '2016', to: '2016' }, names), '2016');
    assert.equal(describeFilter(english, { from: '2016', to: '2016-05' }, names), '2016 – May 2016');
    assert.equal(describeFilter(english, { isUndated: true }, names), 'undated');
    assert.equal(describeFilter(english, {}, names), '');
  });

  it('shows the key of an entity whose name it was not told', () => {
    assert.equal(describeFilter(english, { entities: ['PER:a b'] }, names), 'a b');
  });
});
