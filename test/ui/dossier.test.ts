import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

describe('A dossier and an export in a window', () => {
  const sample = copyOfSample();
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await startSession({
      folder: sample.folder,
      theme: 'Light Modern',
      viewport: { width: 1280, height: 900 },
    });
    workbench = session.workbench;
    await workbench.showContainer('Corpus');
    await workbench.row('Dates', /^20\d\d/).waitFor();
    await workbench
      .view('Entities')
      .locator('.message', { hasText: /(Looking|Comparing|Reading)/ })
      .waitFor({ state: 'hidden' });
  });
  after(async () => {
    await session.stop();
    sample.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.picture(`failed-${this.currentTest.title}`);
  });

  it('opens a dossier whose links lead to the line of an article', async () => {
    await workbench.command('Corpus: Open Dossier');
    const widget = workbench.page.locator('.quick-input-widget');
    await widget.locator('input[type="text"]').fill('Héliandre');
    await widget.locator('.monaco-list-row', { hasText: 'Héliandre' }).first().waitFor();
    await session.picture('dossier-1-choose');
    await workbench.page.keyboard.press('Enter');
    const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.locator('h1', { hasText: 'Héliandre' }).waitFor();
    await session.picture('dossier-2-preview');
    await preview.locator('a', { hasText: 'Solaire : Zaraïne et Almagre créent Héliandre' }).first().click();
    await workbench.page.locator('.tab', { hasText: '2010-02-heliandre.txt' }).waitFor();
    await session.picture('dossier-3-followed');
  });

  it('offers the formats of an export', async () => {
    await workbench.command('Corpus: Export…');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'IRaMuTeQ' }).waitFor();
    await session.picture('export-1-formats');
    await workbench.page.keyboard.press('Escape');
  });
});
