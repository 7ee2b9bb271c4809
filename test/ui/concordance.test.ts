import assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

for (const { theme, language } of [
  { theme: 'Dark Modern', language: 'en' },
  { theme: 'Light Modern', language: 'fr' },
  { theme: 'Default High Contrast', language: 'en' },
] as const) {
  const name = theme.toLowerCase().replace(/\W+/g, '-');
  describe(`The concordance in ${theme}, ${language}`, () => {
    const sample = copyOfSample();
    const say = (english: string, french: string): string => (language === 'fr' ? french : english);
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      session = await startSession({ folder: sample.folder, theme, language });
      workbench = session.workbench;
      await workbench.showContainer('Corpus');
      await workbench.row('Dates', /^20\d\d/).waitFor();
    });
    after(async () => {
      await session.stop();
      sample.remove();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await session.picture(`failed-concordance-${name}`);
    });

    it('asks for a query, and says what is wrong with it', async () => {
      const { page } = workbench;
      const input = page.locator('.quick-input-widget input[type="text"]');
      await workbench.command(`Corpus: ${say('Show Concordance…', 'Afficher la concordance…')}`);
      await page
        .locator('.quick-input-title', { hasText: say('Show Concordance', 'Afficher la concordance') })
        .waitFor();
      await input.fill('port OR');
      await page.locator('.quick-input-message', { hasText: say('Character 6', 'Caractère 6') }).waitFor();
      await session.picture(`concordance-${name}-1-query`);
      await input.fill('port OR ports OR puerto');
      await page.keyboard.press('Enter');
      await lineWith(say('Sorted by: date', 'Tri : date')).waitFor();
      await lineWith(say(' articles', ' articles')).waitFor();
    });

    it('aligns its lines, marks the keywords, and sorts them', async () => {
      const { page } = workbench;
      await lineWith(say('Sort By…', 'Trier par…')).click();
      await workbench.command(`Corpus: ${say('Sort Concordance By…', 'Trier la concordance par…')}`);
      const order = say('right context', 'contexte droit');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: order }).click();
      await lineWith(say('Sorted by: right context', 'Tri : contexte droit')).waitFor();
      // Five of them are in the head.
      await page.locator('.editor-instance .detected-link').nth(8).waitFor();
      const marked = page.locator('.editor-instance .view-line span[class*="ced-"]');
      await marked.first().waitFor();
      for (const words of await marked.allInnerTexts()) assert.match(words, /^(ports?|puerto)$/i);
      await session.picture(`concordance-${name}-2-lines`);
    });

    const lineWith = (text: string) =>
      // VS Code draws blanks as no-break spaces.
      workbench.page
        .locator('.editor-instance .view-line', { hasText: new RegExp(text.replaceAll(' ', '\\s')) })
        .first();
  });
}
