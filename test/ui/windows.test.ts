import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

/** Later than all of the sample corpus, so that its row stands on top. */
const year = 2026;

describe('Two windows on one corpus', () => {
  const sample = copyOfSample();
  let session: Session;
  let windows: Workbench[];

  before(async () => {
    session = await startSession({ folder: sample.folder });
    windows = [session.workbench, await session.openWindow()];
    for (const window of windows) {
      await window.showContainer('Corpus');
      await window.row('Dates', /^20\d\d/).waitFor();
    }
  });
  after(async () => {
    await session.stop();
    sample.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.picture(`failed-${this.currentTest.title}`);
  });

  let written = 0;
  const writeOne = (): void => {
    const text = `Le bac reprend du service\n\nPublié le ${++written} mars ${year}\n\nLe bac a repris ses rotations lundi, a annoncé la Compagnie des Bacs du Littoral, qui l’exploite depuis dix ans.\n`;
    writeFileSync(path.join(sample.folder, `bac-${written}.txt`), text);
  };
  /** The year with the number of its articles. */
  const bothShowAll = (): Promise<unknown> =>
    Promise.all(
      windows.map((window) => window.row('Dates', new RegExp(`^${year}\\s*${written}$`)).waitFor()),
    );

  it('shows a new article in both', async () => {
    assert.equal(workers().length, 2, 'each window has its own process');
    writeOne();
    await bothShowAll();
  });

  for (const which of ['one', 'the other']) {
    it(`shows the next article in both when the process of ${which} was killed`, async () => {
      // The oldest: the one that was started in place of the first comes after the second.
      process.kill(workers()[0]!, 'SIGKILL');
      writeOne();
      await bothShowAll();
      await session.picture(`windows-${written}`);
    });
  }
});

/** The processes that own an index, oldest first. */
function workers(): number[] {
  const script = path.join('dist', 'worker.js');
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(script))
    .map((line) => Number.parseInt(line, 10))
    .sort((a, b) => a - b);
}
