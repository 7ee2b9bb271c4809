import assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

describe('Cleaning an article in a window', () => {
  const sample = copyOfSample();
  const article = 'teranga-ondes-change-de-mains.txt';
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await startSession({
      folder: sample.folder,
      // In a browser VS Code saves by itself.
      settings: { 'corpusExplorer.clean.review': 'never', 'files.autoSave': 'off' },
    });
    workbench = session.workbench;
    await workbench.openFile(article);
  });
  after(async () => {
    await session.stop();
    sample.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.picture(`failed-${this.currentTest.title}`);
  });

  it('takes the boilerplate out and says how much went', async () => {
    const original = await workbench.linesInSight();
    await session.picture('clean-1-before');
    await workbench.command('Corpus: Clean Boilerplate');
    const message = await workbench.notification(/^.*Removed \d+ passages?/);
    await session.picture('clean-2-after');
    assert.notDeepEqual(await workbench.linesInSight(), original);
    await message.getByText('Show Diff').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await session.picture('clean-3-diff');
    await workbench.page.keyboard.press('Control+F4');
  });

  it('gives all of it back with one undo', async () => {
    await workbench.openFile(article);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('shows every passage before it goes, when asked to, and leaves in what is unticked', async () => {
    await workbench.openFile(article);
    await workbench.closeNotifications();
    await workbench.command('Corpus: Clean Boilerplate with Review');
    const rows = workbench.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    const ticks = workbench.page.locator(
      '.quick-input-widget .quick-input-list .monaco-list-row[aria-checked="true"]',
    );
    await ticks.first().waitFor();
    // The list grows when it knows how tall its rows are.
    await workbench.page.waitForTimeout(500);
    const count = await rows.count();
    assert.ok(count > 1, 'several passages');
    assert.equal(await ticks.count(), count, 'what is sure is ticked');
    const [first = ''] = await workbench.linesInSight();
    await session.picture('clean-4-review');
    // The first passage is the first line: it stays.
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Space');
    assert.equal(await ticks.count(), count - 1);
    await workbench.page.keyboard.press('Enter');
    const passages = count === 2 ? '1 passage' : `${count - 1} passages`;
    const message = await workbench.notification(new RegExp(`Removed ${passages}, .* characters \\(.+\\)`));
    assert.ok(await message.getByText('Show Diff').isVisible());
    await workbench.page.locator('.tab.active.dirty').waitFor();
    assert.equal((await workbench.linesInSight())[0], first);
    await session.picture('clean-5-reviewed');
  });

  it('leaves no blank lines where the end went, and takes a review back with one undo', async () => {
    await workbench.page.keyboard.press('Control+End');
    const [last, before] = await lastLines(workbench);
    assert.equal(last, '', 'the last line break is kept');
    assert.notEqual(before, '', 'there is one only');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });
});

/** The last line in sight and the one before it, once the editor has scrolled to an end that is empty. */
async function lastLines(workbench: Workbench): Promise<readonly (string | undefined)[]> {
  for (let wait = 0; ; wait += 250) {
    const [before, last] = (await workbench.linesInSight()).slice(-2).map((line) => line.trim());
    if (last === '' || wait > 5000) return [last, before];
    await workbench.page.waitForTimeout(250);
  }
}
