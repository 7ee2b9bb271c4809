import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

for (const { theme, language } of [
  { theme: 'Dark Modern', language: 'en' },
  { theme: 'Light Modern', language: 'fr' },
] as const) {
  describe(`Putting an entity right in ${theme}, ${language}`, () => {
    const sample = copyOfSample();
    const say = (english: string, french: string): string => (language === 'fr' ? french : english);
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      session = await startSession({
        folder: sample.folder,
        theme,
        language,
        settings: { 'workbench.startupEditor': 'none' },
      });
      workbench = session.workbench;
      await workbench.showContainer('Corpus');
      await workbench.widenSideBar(140);
      await workbench.expand(entities(), say('Organizations', 'Organisations'));
    });
    after(async () => {
      await session.stop();
      sample.remove();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed')
        await session.picture(`failed-curation-${language}-${this.currentTest.title}`);
    });

    it('renames it from its menu, with a way back', async () => {
      const page = workbench.page;
      await entityRow().click({ button: 'right' });
      // VS Code's menus lie in a shadow tree, which Playwright looks into.
      await page.locator('.monaco-menu').waitFor();
      await session.picture(`curation-${language}-1-menu`);
      await page.locator('.monaco-menu .action-label', { hasText: say('Rename…', 'Renommer…') }).click();
      await page.locator('.quick-input-widget input').waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Téranga Ondes SA (rebaptisée)');
      await session.picture(`curation-${language}-2-rename`);
      await page.keyboard.press('Enter');
      await workbench.notification(say('is called', 's’appelle'));
      await workbench.row(entities(), 'Téranga Ondes SA (rebaptisée)').waitFor();
      await session.picture(`curation-${language}-3-renamed`);
      await page
        .locator('.notification-toast .monaco-button', { hasText: say('Undo', 'Annuler') })
        .first()
        .click();
      await workbench.row(entities(), 'Téranga Ondes SA (rebaptisée)').waitFor({ state: 'detached' });
    });

    it('shows what is wrong in the file, at its line', async () => {
      appendFileSync(
        path.join(sample.folder, '.corpus', 'curation.yaml'),
        [
          'dates:',
          '  - { article: memo-strait-freight.txt, date: soon }',
          '  - { article: a.txt, date: 2016 }',
          '  - { article: a.txt, date: none }',
          '',
        ].join('\n'),
      );
      await workbench.openFile('curation.yaml');
      await workbench.page.locator('.squiggly-error').first().waitFor();
      await workbench.command('Problems: Focus on Problems View');
      await workbench.page
        .locator('.markers-panel .monaco-list-row', { hasText: 'Corpus Explorer' })
        .first()
        .waitFor();
      await session.picture(`curation-${language}-4-problems`);
    });

    const entities = (): string => say('Entities', 'Entités');
    const entityRow = () => workbench.page.locator('.monaco-list-row', { hasText: 'Téranga Ondes' }).first();
  });
}
