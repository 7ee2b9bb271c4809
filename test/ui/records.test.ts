import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/vscodeHost/paths.ts';
import { startSession, type Session } from './support/session.ts';

const company = 'Compagnie des Phares';

describe('Articles of every format', () => {
  let session: Session | undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-ui-'));
  before(() => {
    cpSync(path.join(root, 'test', 'fixtures', 'formats'), folder, { recursive: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session?.picture(`failed-${this.currentTest.title}`);
    await session?.stop();
    session = undefined;
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const language of ['en', 'fr'] as const) {
    const [container, dates, report] =
      language === 'en'
        ? ['Corpus', 'Dates', 'Corpus: Show Index Report']
        : ['Corpus', 'Dates', 'Corpus: Afficher le rapport d’indexation'];

    it(`shows a record, its card and the report (${language})`, async () => {
      session = await startSession({ folder, language });
      const { workbench } = session;
      await workbench.showContainer(container);
      await workbench.expand(dates, /^2019/);
      await workbench.expand(dates, /^(March|Mars)/);
      await workbench.row(dates, /deux navires/).click();
      const name = workbench.page.locator('.view-line', { hasText: company }).first();
      await name.waitFor();
      // What is boilerplate fades a moment later.
      await workbench.page.waitForTimeout(2500);
      await session.picture(`records-1-record-${language}`);
      await workbench.command(report);
      await workbench.page.locator('.view-line', { hasText: 'scraped_at' }).first().waitFor();
      await session.picture(`records-2-report-${language}`);
    });
  }

  it('opens a record again with the window', async () => {
    session = await startSession({ folder });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    await workbench.expand('Dates', /^2018/);
    await workbench.expand('Dates', /^January/);
    await workbench.row('Dates', /Les marées/).dblclick();
    const line = workbench.page.locator('.view-line', { hasText: 'heures de marée' });
    await line.waitFor();
    // VS Code in a browser writes down which editors are open every five seconds, and not when its page goes.
    await workbench.page.waitForTimeout(7000);
    await workbench.page.reload();
    await line.waitFor({ timeout: 60_000 });
    await session.picture('records-3-reloaded');
  });
});
