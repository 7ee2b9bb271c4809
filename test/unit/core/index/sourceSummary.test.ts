import assert from 'node:assert/strict';
import { summarizeSources } from '../../../../src/core/index/sourceSummary.ts';

describe('summarizeSources', () => {
  it('counts the files that gave articles by their extension, those of most articles first', () => {
    const files = [
      { path: 'b/c.TXT', articles: 1 },
      { path: 'a.jsonl.gz', articles: 40 },
      { path: 'e.txt', articles: 2 },
      { path: 'd', articles: 3 },
      { path: 'empty.csv', articles: 0 },
    ];
    assert.deepEqual(summarizeSources(files).formats, [
      { extension: 'jsonl.gz', files: 1, articles: 40 },
      { extension: '', files: 1, articles: 3 },
      { extension: 'txt', files: 2, articles: 3 },
    ]);
  });

  it('lists the files of which the fields are known by their path', () => {
    const fields = { roles: [], unused: ['x'] };
    const files = [
      { path: 'b.csv', articles: 0, fields },
      { path: 'a.jsonl', articles: 2, fields },
      { path: 'a.txt', articles: 1 },
    ];
    assert.deepEqual(summarizeSources(files).recordFiles, [
      { path: 'a.jsonl', articles: 2, fields },
      { path: 'b.csv', articles: 0, fields },
    ]);
  });
});
