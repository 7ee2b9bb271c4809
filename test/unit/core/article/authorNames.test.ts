import assert from 'node:assert/strict';
import { splitAuthorNames } from '../../../../src/core/article/authorNames.ts';

describe('splitAuthorNames', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Par Anne Dupré et Luc Morel', ['Anne Dupré', 'Luc Morel']],
    ['By Jane Arden, Harbour Correspondent and Chief of Pictures', ['Jane Arden']],
    ['erstellt von Ulrike Sand — veröffentlicht 28.01.2022', ['Ulrike Sand']],
    ['Pressemitteilung von Ulrike Sand', ['Ulrike Sand']],
    ['Author: Dune am 29.12.2010, 13:36', ['Dune']],
    ['박하나 기자', ['박하나']],
    ['Otto von Sand', ['Otto von Sand']],
    ['Ulrike von der Heide', ['Ulrike von der Heide']],
    [', THE HARBOUR POST', []],
    ['Photo: Luc Morel', []],
    ['3 months', []],
    ['https://example.org/anne', []],
  ];
  for (const [statement, names] of cases) {
    it(`reads ${names.join(' + ') || 'nobody'} in "${statement}"`, () => {
      assert.deepEqual(splitAuthorNames(statement), names);
    });
  }
});
