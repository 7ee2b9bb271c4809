import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/vscodeHost/paths.ts';
import { copyOfSample, startSession, type Session } from '../support/session.ts';
import { writeWebp } from '../support/webp.ts';

/** Pictures go into the package: small, and of a window that is still readable at three quarters of its size. */
const largestBytes = 90_000;
const viewport = { width: 860, height: 560 };
const wide = { width: 1150, height: 700 };
/** Without the activity bar and the status bar. */
const clip = { x: 48, y: 2, width: 810, height: 526 };

for (const language of ['en', 'fr'] as const) {
  for (const shade of ['dark', 'light'] as const) {
    describe(`The pictures of the first steps, ${language}, ${shade}`, () => {
      const sample = copyOfSample();
      const say = (english: string, french: string): string => (language === 'fr' ? french : english);
      const entities = say('Entities', 'Entités');
      let session: Session;

      before(async () => {
        session = await startSession({
          folder: sample.folder,
          language,
          theme: shade === 'dark' ? 'Dark Modern' : 'Light Modern',
          viewport,
          settings: {
            'breadcrumbs.enabled': false,
            'corpusExplorer.clean.review': 'never',
            'diffEditor.renderSideBySide': false,
            'editor.lineNumbers': 'off',
            'window.zoomLevel': -0.3,
          },
        });
        const { workbench } = session;
        await workbench.showContainer('Corpus');
        await workbench.widenSideBar(110);
        await workbench.row('Dates', /^20\d\d/).waitFor();
        await workbench
          .view(entities)
          .locator('.message', { hasText: /(Looking|Comparing|Reading|Recherche|Comparaison|Lecture)/ })
          .waitFor({ state: 'hidden' });
        await workbench.openFile('teranga-ondes-change-de-mains.txt');
      });
      after(async () => {
        await session.stop();
        sample.remove();
      });
      afterEach(async function () {
        if (this.currentTest?.state === 'failed') await session.picture(`failed-step-${language}-${shade}`);
      });

      it('show the trees', async () => {
        const { workbench } = session;
        const [, first] = await workbench.settledRows(entities);
        assert.ok(first);
        await workbench.expand(entities, first.label);
        await workbench.row(entities, /^(19|20)\d\d/).waitFor();
        await workbench.expand('Dates', /^20\d\d/);
        await workbench.settledRows('Dates');
        await shoot('open');
      });

      it('show a card', async () => {
        const { workbench } = session;
        // Below the title, which has a hover of its own.
        await workbench.revealLine(17);
        await workbench.hover('Téranga Ondes');
        await shoot('card');
        await workbench.page.keyboard.press('Escape');
      });

      it('show a cleaned article', async () => {
        const { workbench } = session;
        await workbench.command(say('Corpus: Clean Boilerplate', 'Corpus: Nettoyer l’habillage'));
        const message = await workbench.notification(say('Removed', 'Retiré'));
        await message.getByText(say('Show Diff', 'Afficher les différences')).click();
        await workbench.page.locator('.monaco-diff-editor').waitFor();
        await shoot('clean');
      });

      it('show a search and a concordance', async () => {
        const { workbench } = session;
        const { page } = workbench;
        const input = page.locator('.quick-input-widget input[type="text"]');
        const view = say('Search', 'Recherche');
        // A concordance needs the width.
        await page.setViewportSize(wide);
        for (const other of [entities, 'Dates'])
          await page.locator(`.pane-header[aria-label^="${other}"]`).click();
        await workbench.command(say('Corpus: Show Concordance…', 'Corpus: Afficher la concordance…'));
        await input.fill('port');
        await page.keyboard.press('Enter');
        await page.locator('.editor-instance .detected-link').nth(8).waitFor();
        await workbench.command('View: Close Other Editors in Group');
        for (let smaller = 0; smaller < 3; smaller++) await workbench.command('Decrease Editor Font Size');
        await workbench.command(say('Corpus: Search Words…', 'Corpus: Rechercher des mots…'));
        await input.fill('port');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'port' }).first().click();
        await workbench.view(view).locator('.monaco-list-row .highlight').first().waitFor();
        await workbench.settledRows(view);
        await shoot('find', { ...clip, width: wide.width - 50, height: 470 });
      });

      async function shoot(step: string, part = clip): Promise<void> {
        const ending = language === 'en' ? 'webp' : `${language}.webp`;
        const file = path.join(root, 'media', 'walkthrough', `${step}-${shade}.${ending}`);
        const bytes = await writeWebp(session.workbench.page, file, part);
        assert.ok(bytes <= largestBytes, `${file} has ${bytes} bytes`);
      }
    });
  }
}
