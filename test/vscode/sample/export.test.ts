import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import type { ExportReport } from '../../../src/worker/protocol.ts';
import { folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { entitiesOf } from '../support/trees.ts';

describe('Export… on the sample', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'corpus-explorer-exported-'));
  let corpus: Testing;
  const exported = (request: object): Thenable<ExportReport | undefined> =>
    vscode.commands.executeCommand('corpusExplorer.export', request);

  before(async () => {
    corpus = await indexedCorpus();
  });
  after(() => {
    corpus.setFilter({});
    rmSync(place, { recursive: true, force: true });
  });

  it('writes the articles of the filter, and names it in the file', async () => {
    corpus.setFilter({ from: '2016', to: '2016' });
    const target = path.join(place, 'filtered.csv');
    const report = await exported({ format: 'csv', target });
    assert.equal(report?.outcome, 'complete');
    const rows = readFileSync(target, 'utf8').trim().split('\r\n').slice(1);
    assert.equal(rows.length, report.items);
    for (const row of rows) assert.match(row, /,2016(-\d\d)*,.*,2016$/);
    const [year] = await corpus.trees.dates.getChildren();
    assert.equal(year?.kind === 'year' && year.articles, rows.length);
    corpus.setFilter({});
  });

  it('writes what is below a node of a tree, with the name of its entity', async () => {
    const [entity] = await entitiesOf(corpus.trees.entities, 'ORG');
    const target = path.join(place, 'entity.jsonl');
    const report = await exported({ node: entity, format: 'jsonl', target });
    assert.equal(report?.items, entity!.articles);
    const [first] = readFileSync(target, 'utf8').split('\n');
    const row = JSON.parse(first!) as { filter: string; path: string; line: number; mentions: number };
    assert.equal(row.filter, entity!.name);
    assert.ok(row.line > 1 && row.mentions > 0);
  });

  it('writes a concordance, and the texts of TXM and IRaMuTeQ', async () => {
    const query = { words: 'port' };
    const lines = await exported({ query, format: 'jsonl', target: path.join(place, 'kwic.jsonl') });
    const texts = await exported({ query, format: 'iramuteq', target: path.join(place, 'kwic.txt') });
    assert.ok(lines && texts && lines.items >= texts.items && texts.items > 0);
    assert.match(readFileSync(path.join(place, 'kwic.txt'), 'utf8'), /^\*{4} \*article_00001 \*outlet_/);
    assert.ok(existsSync(path.join(place, 'kwic.sources.csv')));
    const txm = await exported({ query, format: 'txm', target: path.join(place, 'txm') });
    assert.equal(txm?.items, texts.items);
    const bib = await exported({ query, format: 'bibtex', target: path.join(place, 'kwic.bib') });
    assert.equal(bib?.items, texts.items);
  });

  it('refuses to write over an article, or where it would be read as one', async () => {
    const [article] = await textFiles();
    const before = readFileSync(article!.fsPath, 'utf8');
    const over = await exported({ format: 'csv', target: article!.fsPath });
    assert.deepEqual([over?.outcome, over?.problem?.rule], ['refused', 'isSource']);
    assert.equal(readFileSync(article!.fsPath, 'utf8'), before);
    const inside = await exported({ format: 'csv', target: path.join(folder().fsPath, 'new.csv') });
    assert.equal(inside?.problem?.rule, 'insideCorpus');
  });
});
