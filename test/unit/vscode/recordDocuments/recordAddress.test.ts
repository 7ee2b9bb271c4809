import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleIdOf } from '../../../../src/vscode/corpusPaths.ts';
import {
  readRecordQuery,
  recordPath,
  recordQuery,
} from '../../../../src/vscode/recordDocuments/recordAddress.ts';

describe('recordAddress', () => {
  it('says which article a document is of, whatever its names are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (root, article) => {
          assert.deepEqual(readRecordQuery(recordQuery({ root, article })), { root, article });
        },
      ),
    );
    for (const query of ['', 'a', 'a&', 'a&b&c', '%&b']) assert.equal(readRecordQuery(query), undefined);
  });

  it('gives the id of an article for both kinds of documents', () => {
    const query = recordQuery({ root: '/press', article: 'a.jsonl#3' });
    assert.equal(articleIdOf('/press', { scheme: 'corpus', fsPath: '/Titre', query }), 'a.jsonl#3');
    assert.equal(articleIdOf('/other', { scheme: 'corpus', fsPath: '/Titre', query }), undefined);
    assert.equal(articleIdOf('/press', { scheme: 'file', fsPath: '/press/a.txt', query: '' }), 'a.txt');
  });

  it('makes a title one part of a path that a tab can show', () => {
    const path = (title: string): string => recordPath(title, 'x/a.jsonl#3');
    assert.equal(path('Le port : suite'), '/Le port : suite');
    assert.equal(path('Mer/terre\\ciel\n..'), '/Mer∕terre∕ciel .․');
    assert.equal(path('..'), '/a․jsonl#3');
    assert.equal(path(' \u202e\u0007 '), '/a․jsonl#3');
    // An ending such as `.py` would choose the language.
    assert.equal(path('La version 5.py'), '/La version 5․py');
    const long = path('mot '.repeat(60));
    assert.ok(long.length < 90 && long.endsWith('mot…'), long);
  });
});
