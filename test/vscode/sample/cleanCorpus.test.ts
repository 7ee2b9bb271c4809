import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import type { CleaningReport } from '../../../src/worker/protocol.ts';
import { folder, indexedCorpus } from '../support/extension.ts';

describe('Clean Corpus… on the sample', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'corpus-explorer-cleaned-'));
  let corpus: Testing;
  const clean = (name: string): Thenable<CleaningReport | undefined> =>
    vscode.commands.executeCommand('corpusExplorer.cleanCorpus', {
      target: path.join(place, name),
      format: 'txt',
      withMap: false,
      removesDoubtful: false,
    });

  before(async () => {
    corpus = await indexedCorpus();
    await setReview('never');
  });
  after(async () => {
    corpus.setFilter({});
    await setReview(undefined);
    rmSync(place, { recursive: true, force: true });
  });

  it('leaves in every copy what Clean Boilerplate leaves in the editor', async function () {
    this.timeout(120_000);
    const report = await clean('all');
    assert.equal(report?.outcome, 'complete');
    assert.equal(report.refused, 0);
    const copies = globSync('**/*.txt', { cwd: path.join(place, 'all') });
    assert.equal(copies.length, report.articles);
    let cleaned = 0;
    for (const copy of copies.filter((_, i) => i % 4 === 0)) {
      const uri = vscode.Uri.joinPath(folder(), ...copy.split(path.sep));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const original = document.getText();
      await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
      assert.equal(readFileSync(path.join(place, 'all', copy), 'utf8'), document.getText(), copy);
      if (document.getText() !== original) cleaned++;
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    assert.ok(cleaned > 8, `only ${cleaned} had any boilerplate`);
  });

  it('copies the articles of the filter and no others', async () => {
    corpus.setFilter({ from: '2016', to: '2017' });
    const report = await clean('filtered');
    const expected = await corpus.trees.dates.getChildren();
    const dated = expected.reduce((sum, node) => sum + (node.kind === 'year' ? node.articles : 0), 0);
    assert.ok(dated > 5);
    assert.equal(report?.articles, dated);
    assert.match(readFileSync(path.join(place, 'filtered', 'loss-report.md'), 'utf8'), /Filter: 2016–2017/);
  });
});

const setReview = (value: 'never' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusExplorer')
    .update('clean.review', value, vscode.ConfigurationTarget.Global);
