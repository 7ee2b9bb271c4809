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
      settings: { 'corpusExplorer.clean.review': 'never' },
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
    const original = await linesInSight(workbench);
    await session.picture('clean-1-before');
    await workbench.command('Corpus: Clean Boilerplate');
    const message = await workbench.notification(/^.*Removed \d+ passages?/);
    await session.picture('clean-2-after');
    assert.notDeepEqual(await linesInSight(workbench), original);
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

  it('shows every passage before it goes, when asked to', async () => {
    await workbench.openFile(article);
    await workbench.command('Corpus: Clean Boilerplate with Review');
    await workbench.page.locator('.refactor-preview, .bulk-edit-panel').first().waitFor();
    await workbench.page.waitForTimeout(800);
    await session.picture('clean-4-review');
    const before = await linesInSight(workbench);
    await workbench.page.locator('.monaco-button', { hasText: 'Apply' }).click();
    await workbench.notification(/Removed [\d,]+ characters/);
    assert.notDeepEqual(await linesInSight(workbench), before);
    await session.picture('clean-5-reviewed');
  });
});

const linesInSight = (workbench: Workbench): Promise<string[]> => workbench.editorLines.allInnerTexts();
