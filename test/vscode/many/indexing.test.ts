import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, extension, textFiles } from '../support/extension.ts';
import { longestBusyStretch } from '../support/busyStretch.ts';
import { countByDate } from '../support/trees.ts';

describe('Indexing 2,000 files', () => {
  let corpus: Testing;

  before(async () => {
    corpus = (await extension().activate()).testing;
  });

  it('stops when it is cancelled, keeps what it has and says so', async () => {
    await vscode.commands.executeCommand('corpusExplorer.entities.focus');
    await eventually(() => {
      assert.match(corpus.trees.entitiesView.message ?? '', /Reading|Looking|Comparing/);
    });
    await vscode.commands.executeCommand('corpusExplorer.cancelIndexing');
    await corpus.whenIndexed();
    const read = await countByDate(corpus.trees.dates);
    assert.ok(read < (await textFiles()).length, `${read} were read all the same`);
    if (read > 0) assert.match(corpus.trees.entitiesView.message ?? '', /cancelled/);
  });

  it('goes on when asked to, and never keeps the extension host busy for 50 ms', async () => {
    const busy = longestBusyStretch();
    await vscode.commands.executeCommand('corpusExplorer.indexCorpus');
    await corpus.whenIndexed();
    const longestMs = busy.stop();
    console.log(`extension host: longest block while indexing ${longestMs.toFixed(1)} ms`);
    assert.equal(await countByDate(corpus.trees.dates), 2000);
    assert.equal(corpus.trees.entitiesView.message ?? '', '');
    assert.ok(longestMs < 50, `${longestMs.toFixed(0)} ms`);
  });

  it('has nothing to read the second time', async () => {
    const started = Date.now();
    await vscode.commands.executeCommand('corpusExplorer.refresh');
    await corpus.whenIndexed();
    const elapsedMs = Date.now() - started;
    assert.equal(await countByDate(corpus.trees.dates), 2000);
    assert.ok(elapsedMs < 5000, `${elapsedMs} ms`);
  });
});
