import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSession, type Session } from './support/session.ts';

describe('What the views say when there is little to show', () => {
  let session: Session | undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-ui-'));

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session?.picture(`failed-${this.currentTest.title}`);
    await session?.stop();
    session = undefined;
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('offers a folder and the sample where nothing is open, and the sample opens', async () => {
    // Beside a narrower editor's steps VS Code shows no pictures.
    session = await startSession({ viewport: { width: 1500, height: 900 } });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    const button = workbench.view('Entities').locator('.monaco-button', { hasText: 'Open Sample Corpus' });
    await button.waitFor();
    await session.picture('states-1-no-folder');
    await workbench.view('Entities').locator('a', { hasText: 'First steps' }).click();
    const steps = workbench.page.locator('.gettingStartedContainer .getting-started-step');
    await steps.filter({ hasText: 'Open your articles' }).waitFor();
    await workbench.page.locator('.gettingStartedContainer img[srcset*="open-dark"]').waitFor();
    await session.picture('states-1-first-steps');
    await steps.filter({ hasText: 'Find every place' }).click();
    await workbench.page.locator('.gettingStartedContainer img[srcset*="find-dark"]').waitFor();
    await button.click();
    await workbench.row('Entities', 'Organizations').waitFor();
    await workbench.row('Dates', /^20\d\d/).waitFor();
    await session.picture('states-2-sample-opened');
  });

  it('says that a folder has no article', async () => {
    session = await startSession({ folder });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    await workbench.view('Entities').getByText('No article was found').waitFor();
    await session.picture('states-3-no-article');
  });

  it('says how many files were left out, and why', async () => {
    writeFileSync(path.join(folder, 'empty.txt'), '');
    writeFileSync(
      path.join(folder, 'program.txt'),
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0]),
    );
    writeFileSync(
      path.join(folder, 'good.txt'),
      'Le phare du cap rallumé\n\nLe phare éclaire de nouveau la passe depuis hier soir, a annoncé la capitainerie.\n',
    );
    session = await startSession({ folder });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    await workbench
      .view('Entities')
      .locator('.message', { hasText: /left out|could not be read/ })
      .waitFor();
    await workbench.command('Corpus: Show Index Report');
    await workbench.page.locator('.view-line', { hasText: 'program.txt' }).waitFor();
    await session.picture('states-4-report');
  });
});
