import assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { frameWith, violationsIn } from './support/accessibility.ts';
import { copyOfSample, startSession, type Session, type Theme } from './support/session.ts';

const looks: readonly { theme: Theme; language: 'en' | 'fr'; name: string }[] = [
  { theme: 'Dark Modern', language: 'en', name: 'dark' },
  { theme: 'Light Modern', language: 'fr', name: 'light-fr' },
  { theme: 'Default High Contrast', language: 'en', name: 'contrast' },
];

for (const { theme, language, name } of looks) {
  describe(`Searching and comparing in ${theme} (${language})`, () => {
    const sample = copyOfSample();
    const say = (english: string, french: string): string => (language === 'fr' ? french : english);
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      session = await startSession({
        folder: sample.folder,
        theme,
        language,
        viewport: { width: 1280, height: 900 },
      });
      workbench = session.workbench;
      await workbench.showContainer('Corpus');
      await workbench.row(say('Entities', 'Entités'), say('Organizations', 'Organisations')).waitFor();
      await workbench
        .view(say('Entities', 'Entités'))
        .locator('.message', { hasText: /(Looking|Comparing|Reading|Recherche|Comparaison|Lecture)/ })
        .waitFor({ state: 'hidden' });
    });
    after(async () => {
      await session.stop();
      sample.remove();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed')
        await session.picture(`failed-views-${name}-${this.currentTest.title.slice(0, 30)}`);
    });

    it('finds words and opens an article at the place', async () => {
      const { page } = workbench;
      await workbench.command(say('Corpus: Search Words…', 'Corpus: Rechercher des mots…'));
      const input = page.locator('.quick-input-widget input[type="text"]');
      await input.fill('port licence');
      await session.picture(`views-${name}-1-ask`);
      await page.keyboard.press('Enter');
      const row = workbench.view(say('Search', 'Recherche')).locator('.monaco-list-row .highlight').first();
      await row.waitFor();
      await row.click();
      await page.locator('.editor-group-container.active .selected-text').first().waitFor();
      await session.picture(`views-${name}-2-results`);
      const message = await workbench.view(say('Search', 'Recherche')).locator('.message').innerText();
      assert.match(message, /(?:“port licence”|«\u00a0port licence\u00a0») · \d+ articles/);
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

    it('aligns the lines of a concordance, marks the keywords, and sorts them', async () => {
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

    if (name !== 'contrast') {
      it('opens a dossier whose links lead to the line of an article', async () => {
        const { page } = workbench;
        await workbench.command(say('Corpus: Open Dossier', 'Corpus: Ouvrir la fiche complète'));
        const widget = page.locator('.quick-input-widget');
        await widget.locator('input[type="text"]').fill('Héliandre');
        await widget.locator('.monaco-list-row', { hasText: 'Héliandre' }).first().waitFor();
        await session.picture(`dossier-${name}-1-choose`);
        await page.keyboard.press('Enter');
        const preview = await frameWith(page, 'h1:has-text("Héliandre")');
        await session.picture(`dossier-${name}-2-preview`);
        await preview
          .locator('a', { hasText: 'Solaire : Zaraïne et Almagre créent Héliandre' })
          .first()
          .click();
        await page.locator('.tab', { hasText: '2010-02-heliandre.txt' }).waitFor();
      });

      it('offers the formats of an export', async () => {
        await workbench.command(say('Corpus: Export…', 'Corpus: Exporter…'));
        await workbench.page
          .locator('.quick-input-widget .monaco-list-row', { hasText: 'IRaMuTeQ' })
          .waitFor();
        await session.picture(`export-${name}-1-formats`);
        await workbench.page.keyboard.press('Escape');
      });
    }

    it('draws articles over time, usable by keyboard and by screen readers', async () => {
      const { page } = workbench;
      await workbench.command(say('Corpus: Show Over Time', 'Corpus: Afficher au fil du temps'));
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await frame.locator('.period').first().waitFor();
      await session.picture(`views-${name}-3-time`);
      assert.deepEqual(await violationsIn(page, '.period'), []);
      await frame.locator('.period[tabindex="0"]').focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await frame.locator('.period[aria-pressed="true"]').waitFor();
      await workbench
        .view(say('Entities', 'Entités'))
        .locator('.message', { hasText: /(Filter: |Filtre\s: )\d{4}/ })
        .waitFor();
      await session.picture(`views-${name}-4-period`);
      await page.keyboard.press('Escape');
      await frame.locator('.period[aria-pressed="true"]').waitFor({ state: 'detached' });
    });

    it('compares the mentions of organizations', async () => {
      const { page } = workbench;
      await workbench.command(
        say('Corpus: Compare Mentions over Time…', 'Corpus: Comparer les mentions au fil du temps…'),
      );
      for (const at of [0, 1, 2]) await page.locator('.quick-input-list .monaco-list-row').nth(at).click();
      await page.keyboard.press('Enter');
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await frame.locator('.legend li').nth(2).waitFor();
      await session.picture(`views-${name}-5-compared`);
      assert.deepEqual(await violationsIn(page, '.legend'), []);
    });

    it('shows who is named with whom, with the sentences', async () => {
      await workbench.command(
        say('Corpus: Show Who Is Named with Whom', 'Corpus: Afficher qui est nommé avec qui'),
      );
      const view = say('Who with Whom', 'Qui avec qui');
      const first = workbench.view(view).locator('.monaco-list-row').first();
      await first.waitFor();
      await workbench.settledRows(view);
      await first.locator('.monaco-tl-twistie').click();
      await workbench.view(view).locator('.monaco-list-row .highlight').first().waitFor();
      await session.picture(`views-${name}-6-pairs`);
    });

    it('draws the strongest pairs as a graph, usable by keyboard and by screen readers', async () => {
      const { page } = workbench;
      await workbench.command(say('Corpus: Show Pairs as a Graph', 'Corpus: Afficher les paires en graphe'));
      const frame = await frameWith(page, '.node');
      await session.picture(`views-${name}-7-graph`);
      assert.deepEqual(await violationsIn(page, '.node'), []);
      await frame.locator('.node').first().focus();
      await page.keyboard.press('Enter');
      await workbench
        .view(say('Who with Whom', 'Qui avec qui'))
        .locator('.message', { hasText: say('With ', 'Avec ') })
        .waitFor();
      await session.picture(`views-${name}-8-graph-of-one`);
    });

    const lineWith = (text: string) =>
      // VS Code draws blanks as no-break spaces.
      workbench.page
        .locator('.editor-instance .view-line', { hasText: new RegExp(text.replaceAll(' ', '\\s')) })
        .first();
  });
}
