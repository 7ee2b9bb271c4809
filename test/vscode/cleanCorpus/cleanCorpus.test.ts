import assert from 'node:assert/strict';
import * as os from 'node:os';
import * as path from 'node:path';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { CleaningReport } from '../../../src/worker/protocol.ts';
import { eventually, extension, folder, textFiles } from '../support/extension.ts';
import { longestBusyStretch } from '../support/busyStretch.ts';

const copies = { format: 'jsonl', withMap: false, removesDoubtful: false } as const;

describe('Clean Corpus… on 2,000 articles', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'corpus-explorer-cleaned-'));
  const target = path.join(place, 'copies');
  const clean = (into: string, goesOn = false): Thenable<CleaningReport | undefined> =>
    vscode.commands.executeCommand('corpusExplorer.cleanCorpus', { ...copies, target: into, goesOn });

  before(async function () {
    this.timeout(120_000);
    const { testing } = await extension().activate();
    await testing.whenIndexed();
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('keeps what is done when it is cancelled', async function () {
    this.timeout(60_000);
    const running = clean(target);
    await eventually(() => {
      assert.ok(linesOf(target).length > 20);
    });
    await vscode.commands.executeCommand('corpusExplorer.cancelCleaning');
    const report = await running;
    assert.equal(report?.outcome, 'cancelled');
    assert.ok(report.articles >= 20 && report.articles < 2000, `${report.articles} articles`);
    assert.equal(linesOf(target).length, report.articles);
    assert.match(readFileSync(path.join(target, 'loss-report.md'), 'utf8'), /cut short/);
  });

  it('goes on from there, and gives what one run would have given', async function () {
    this.timeout(120_000);
    const done = linesOf(target);
    const busy = longestBusyStretch();
    const report = await clean(target, true);
    const longestMs = busy.stop();
    assert.deepEqual([report?.outcome, report?.articles], ['complete', 2000]);
    assert.ok((report?.takenOver ?? 0) >= done.length);
    assert.deepEqual(linesOf(target).slice(0, done.length), done);
    assert.ok(longestMs < 50, `${longestMs.toFixed(0)} ms`);
    const whole = await clean(path.join(place, 'whole'));
    assert.equal(whole?.takenOver, 0);
    assert.deepEqual(linesOf(target), linesOf(path.join(place, 'whole')));
  });

  it('leaves the originals alone', async () => {
    const [first] = await textFiles();
    assert.ok(first);
    assert.equal(existsSync(path.join(folder().fsPath, '.corpus-explorer')), false);
  });
});

function linesOf(target: string): string[] {
  const file = path.join(target, 'articles.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}
