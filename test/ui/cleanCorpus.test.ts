import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { writeManyArticles } from '../vscode/support/manyArticles.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

describe('Cleaning a corpus in a window', () => {
  const sample = copyOfSample();
  const place = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-ui-'));
  const target = path.join(place, 'cleaned');
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    mkdirSync(target);
    // Enough to be seen at work.
    writeManyArticles(path.join(sample.folder, 'journals'), 3000);
    session = await startSession({ folder: sample.folder });
    workbench = session.workbench;
    await workbench.showContainer('Corpus');
    await workbench.row('Dates', /^20\d\d/).waitFor();
  });
  after(async () => {
    await session.stop();
    sample.remove();
    rmSync(place, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.picture(`failed-${this.currentTest.title}`);
  });

  it('asks for folder and format, shows how far it is, and stops when asked to', async function () {
    this.timeout(180_000);
    await workbench.command('Corpus: Clean Corpus…');
    await chooseFolder(workbench, target);
    await pick(workbench, 'Text Files', async () => session.picture('clean-corpus-1-format'));
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Offsets' }).waitFor();
    await session.picture('clean-corpus-2-extras');
    await accept(workbench);
    const progress = await workbench.notification(/Cleaning “.*\d of [\d,]+ articles/);
    await session.picture('clean-corpus-3-progress');
    await progress.getByText('Cancel').click();
    await workbench.notification(/Cleaning was cancelled\. Done: [\d,]+ of [\d,]+ articles/);
    await session.picture('clean-corpus-4-cancelled');
  });

  it('offers to go on in a folder where it was cut short, and opens the report at the end', async function () {
    this.timeout(180_000);
    await workbench.closeNotifications();
    await workbench.command('Corpus: Clean Corpus…');
    await chooseFolder(workbench, target);
    await pick(workbench, 'Resume', async () => session.picture('clean-corpus-5-resume'));
    const done = workbench.page
      .locator('.notifications-toasts .notification-toast', { hasText: /cleaned, .* of the text removed/ })
      .first();
    await done.waitFor({ timeout: 150_000 });
    await session.picture('clean-corpus-6-done');
    await done.getByText('Open Report').click();
    await workbench.page.locator('.tab.active', { hasText: 'loss-report' }).waitFor();
    await workbench.page.waitForTimeout(2500);
    await session.picture('clean-corpus-7-report');
  });
});

/** The folder is asked for in VS Code's own dialog: the path is typed, and the folder taken. */
async function chooseFolder(workbench: Workbench, folder: string): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget');
  const input = widget.locator('input[type="text"]');
  await widget.getByText('Clean into This Folder').waitFor();
  // The dialog writes its own path once it has read it, perhaps after the typing.
  await widget.locator('.monaco-list-row', { hasText: '..' }).first().waitFor();
  for (;;) {
    await input.fill(`${folder}/`);
    await workbench.page.waitForTimeout(700);
    if ((await input.inputValue()) === `${folder}/`) break;
  }
  await widget.getByText('Clean into This Folder').click();
}

async function pick(workbench: Workbench, label: string, before: () => Promise<void>): Promise<void> {
  const row = workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  await before();
  await row.click();
}

async function accept(workbench: Workbench): Promise<void> {
  await workbench.page.keyboard.press('Enter');
}
