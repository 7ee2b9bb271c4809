import assert from 'node:assert/strict';
import { indexReport } from '../../../../src/vscode/report/indexReport.ts';
import { english } from '../english.ts';

const status = {
  generation: 1,
  articles: 64,
  undated: 5,
  entities: { ORG: 40, PER: 30, LOC: 1 },
  firstDate: '2003',
  lastDate: '2025-01-02',
  skipped: 2,
  isComplete: true,
};
const sources = { formats: [], recordFiles: [] };
const corpus = { name: 'press', root: '/press', status, skipped: [], sources };
const textOf = (lines: readonly { readonly text: string }[]): string =>
  lines.map(({ text }) => text).join('\n');

describe('indexReport', () => {
  it('begins with what there is', () => {
    assert.equal(
      textOf(indexReport(english, corpus)),
      'press\n/press\n\n64 articles, 2003–2025\n5 undated\n40 organizations, 30 people, 1 place\n\nNo file was left out.',
    );
  });

  it('says of every file why it was left out and what to do, together where the reason is one', () => {
    const skipped = [
      { path: 'a.txt', evidence: { rule: 'empty' } },
      { path: 'big.txt', evidence: { rule: 'tooLarge', values: { size: 20_000_000, limit: 10_000_000 } } },
      { path: 'b\n.txt', evidence: { rule: 'empty' } },
    ];
    const lines = indexReport(english, { ...corpus, skipped });
    assert.match(
      textOf(lines),
      /3 files were left out\.\n\nThe file is empty\. Delete it, or fill it and save\.\n {2}a\.txt\n {2}b⏎\.txt\n\nThe file has 20,000,000 bytes; an article may have 10,000,000\. Split it/,
    );
    assert.deepEqual(
      lines.flatMap(({ path }) => path ?? []),
      ['a.txt', 'b\n.txt', 'big.txt'],
    );
  });

  it('does not count among the left out what was read with losses', () => {
    const skipped = [
      {
        path: 'a.txt',
        evidence: { rule: 'replacedBytes', values: { encoding: 'UTF-8', bytes: 3 } },
        isRead: true,
      },
    ];
    const text = textOf(indexReport(english, { ...corpus, skipped }));
    assert.match(text, /No file was left out\./);
    assert.match(text, /read as UTF-8, but 3 of its bytes are not/);
  });

  it('says when it is not the whole', () => {
    assert.match(
      textOf(indexReport(english, { ...corpus, status: { ...status, isComplete: false } })),
      /Not all files/,
    );
    assert.match(textOf(indexReport(english, { ...corpus, status: undefined })), /not indexed yet/);
  });

  it('tells of what format the files are, and which of their fields were taken for what', () => {
    const fields = {
      roles: [
        { role: 'text', names: ['corps'] },
        { role: 'crawled', names: ['scraped_at'] },
      ],
      unused: ['id'],
    };
    const lines = indexReport(english, {
      ...corpus,
      sources: {
        formats: [{ extension: 'jsonl', files: 2, articles: 1200 }],
        recordFiles: [
          { path: 'a.jsonl', articles: 1000, fields },
          { path: 'b.jsonl', articles: 200, fields },
        ],
      },
    });
    assert.match(textOf(lines), /Read from:\n {2}\.jsonl: 2 files, 1,200 articles\n/);
    assert.match(
      textOf(lines),
      /text = corps; day it was fetched, not its date = scraped_at; not used: id\n {4}a\.jsonl \(1,000\)\n {4}b\.jsonl \(200\)/,
    );
    const linked = lines.filter(({ path }) => path !== undefined);
    assert.deepEqual(
      linked.map(({ text, linkStart, linkEnd }) => text.slice(linkStart, linkEnd)),
      ['a.jsonl', 'b.jsonl'],
    );
  });

  it('says of records how many could not be read, and where the first one stands', () => {
    const skipped = [
      {
        path: 'a.jsonl',
        evidence: { rule: 'notJson', values: { message: 'x' } },
        records: { bad: 3, total: 1_000_000, line: 1017 },
      },
    ];
    const text = textOf(indexReport(english, { ...corpus, skipped }));
    assert.match(text, /No file was left out\./);
    assert.match(text, /3 of 1,000,000 records could not be read, the first at line 1,017\. It is not JSON \(x\)\./);
  });
});
