import assert from 'node:assert/strict';
import { isSourceFile, sourceFormatOf } from '../../../src/formats/sourceFormat.ts';

describe('sourceFormatOf', () => {
  it('knows every format by the ending of its name, in any case', () => {
    const formats = {
      'a.txt': 'text',
      'A.TXT': 'text',
      'a/b.md': 'markdown',
      'a.markdown': 'markdown',
      'a.html': 'html',
      'a.HTM': 'html',
      'a.xhtml': 'html',
      'a.jsonl': 'lines',
      'a.ndjson.gz': 'lines',
      'a.json': 'json',
      'a.csv': 'csv',
      'a.tsv.gz': 'csv',
    };
    for (const [name, format] of Object.entries(formats)) assert.equal(sourceFormatOf(name), format, name);
  });

  it('leaves aside what is no article by its name', () => {
    const names = [
      'txt',
      'a.txt.gz',
      'a.pdf',
      'README.md',
      'readme.fr.md',
      'LICENSE.md',
      'x/CHANGELOG.md',
      'a.js',
    ];
    assert.deepEqual(names.filter(isSourceFile), []);
    assert.ok(isSourceFile('readme-of-a-port.txt'));
    assert.ok(isSourceFile('history-of-brumeville.md'));
  });
});
