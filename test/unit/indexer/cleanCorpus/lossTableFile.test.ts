import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LossTableFile } from '../../../../src/indexer/cleanCorpus/lossTableFile.ts';
import { withFolder } from '../folder.ts';

const texts = [
  '=cmd|calc',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\n=1',
  ' =1+1',
  '＝1+1',
  'plain; "quoted", two\nlines',
  "l'Écho",
];

describe('LossTableFile', () => {
  for (const { language, separator, number } of [
    { language: 'en', separator: ',', number: '12.5' },
    { language: 'fr', separator: ';', number: '12,5' },
  ]) {
    it(`opens right in a spreadsheet whose language is ${language}, and runs no formula`, () =>
      withFolder(async (folder) => {
        mkdirSync(join(folder, '.corpus-explorer'));
        const file = join(folder, 'table.csv');
        const table = new LossTableFile(folder, file, language);
        await table.add(['Text', 'Number']);
        for (const text of texts) await table.add([text, 12.5]);
        await table.add(['below', -0.7]);
        await table.close();
        const bytes = readFileSync(file);
        assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
        const rows: string[][] = parse(bytes.toString('utf8').slice(1), { delimiter: separator });
        assert.equal(rows.length, texts.length + 2, 'one row each');
        for (const [text] of rows.slice(1)) assert.doesNotMatch(text!, /^\s*[=+@＝-]/);
        for (const [, value] of rows.slice(1, -1)) assert.equal(value, number);
        assert.equal(rows.at(-1)?.[1]?.replace(',', '.'), '-0.7', 'a number below zero is no formula');
        assert.ok(bytes.toString('utf8').includes('\r\n'));
      }));
  }
});
