import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
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
      await workbench.row(entities(), /Téranga Ondes.*✎/).waitFor({ state: 'detached' });
    });

    it('merges two, and takes it back by the key for undo', async () => {
      const page = workbench.page;
      await chooseInMenu('Crédit du Détroit', say('Merge with…', 'Fusionner avec…'));
      await page.locator('.quick-input-widget input[type="text"]').fill('Orsane');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Orsane' }).first().waitFor();
      await session.picture(`curation-${language}-5-merge`);
      await page.keyboard.press('Enter');
      await workbench.notification(say('is the same as', 'sont désormais la même'));
      await workbench.row(entities(), 'Crédit du Détroit').waitFor({ state: 'detached' });
      const merged = workbench.row(entities(), /Orsane.*✎/);
      await merged.waitFor();
      await session.picture(`curation-${language}-6-merged`);
      await merged.click();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+Z');
      await workbench.row(entities(), 'Crédit du Détroit').waitFor();
      assert.doesNotMatch(written(), /Crédit du Détroit/);
    });

    it('splits a name off that was joined', async () => {
      const page = workbench.page;
      const joined = await workbench.row(entities(), 'BLI').innerText();
      await chooseInMenu('BLI', say('Split Off a Name…', 'Séparer un nom…'));
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await session.picture(`curation-${language}-7-split`);
      await page.keyboard.press('Enter');
      await workbench.notification(say('is not taken for', 'n’est plus'));
      await workbench.row(entities(), joined).waitFor({ state: 'detached' });
      assert.match(written(), /type: ORG, splitFrom: "BLI"/);
      await workbench.command(say('Corpus: Undo Last Correction', 'Corpus: Annuler la dernière correction'));
      await workbench.row(entities(), joined).waitFor();
      assert.doesNotMatch(written(), /BLI/);
      await workbench.closeNotifications();
    });

    it('accepts and rejects names to review, each by one key', async () => {
      const page = workbench.page;
      await collapse(say('Organizations', 'Organisations'));
      await workbench.expand(entities(), say('To Review', 'À vérifier'));
      const rows = await workbench.settledRows(entities());
      const first = rows[rows.findIndex(({ label }) => label === say('To Review', 'À vérifier')) + 1]!.label;
      await workbench.row(entities(), first).click();
      await session.picture(`curation-${language}-8-review`);
      await page.keyboard.press('r');
      await workbench.row(entities(), first).waitFor({ state: 'detached' });
      assert.ok(written().includes(`entity: "${first}"`) && written().includes('notAnEntity: true'));
      // The next one is selected; the arrow keys leave the selection there, and what they go to is accepted.
      const passed = await rowThatIs('selected');
      await page.keyboard.press('ArrowDown');
      const next = await rowThatIs('focused');
      assert.notEqual(next, passed);
      await page.keyboard.press('a');
      await workbench.row(entities(), next).waitFor({ state: 'detached' });
      assert.ok(written().includes(`entity: "${next}"`) && written().includes('isEntity: asFound'));
      await session.picture(`curation-${language}-9-reviewed`);
      await page.keyboard.press('ArrowUp');
      const renamed = await rowThatIs('focused');
      await page.keyboard.press('F2');
      await page.locator('.quick-input-title', { hasText: renamed }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
      await workbench.row(entities(), next).waitFor();
      await page.keyboard.press('Control+Z');
      await workbench.row(entities(), first).waitFor();
      assert.doesNotMatch(written(), /isEntity|notAnEntity/);
      await collapse(say('To Review', 'À vérifier'));
      await workbench.expand(entities(), say('Organizations', 'Organisations'));
    });

    it('takes selected words for a name, renames it with the editor’s own key, and shows it on the card', async () => {
      const page = workbench.page;
      await workbench.openFile('memo-strait-freight.txt');
      await workbench.clickOn('bakery', { clickCount: 2 });
      await workbench.clickOn('bakery', { button: 'right' });
      await page.locator('.monaco-menu').waitFor();
      await page
        .locator('.monaco-menu .action-label', { hasText: say('Name', 'Nom'), hasNotText: /\S\s\S/ })
        .first()
        .hover();
      await page
        .locator('.monaco-menu .action-label', {
          hasText: say('This Is an Organization', 'C’est une organisation'),
        })
        .waitFor();
      await session.picture(`curation-${language}-10-name-menu`);
      await page
        .locator('.monaco-menu .action-label', {
          hasText: say('This Is an Organization', 'C’est une organisation'),
        })
        .click();
      await workbench.notification(
        say('is an organization, as you say', 'est une organisation, comme vous le dites'),
      );
      await workbench.closeNotifications();
      await workbench.clickOn('bakery');
      await page.keyboard.press('F2');
      const box = page.locator('.rename-box input, .rename-input').first();
      await box.waitFor();
      await box.fill('La Boulangerie du quai');
      await session.picture(`curation-${language}-11-rename-symbol`);
      await page.keyboard.press('Enter');
      await workbench.notification(say('is called', 's’appelle'));
      assert.match(written(), /entity: "bakery", type: ORG, rename: "La Boulangerie du quai"/);
      await workbench.closeNotifications();
      const card = await hoverUntil('bakery', 'La Boulangerie du quai');
      await session.picture(`curation-${language}-12-card`);
      await card.getByText(say('Put Right…', 'Corriger…')).click();
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await session.picture(`curation-${language}-13-put-right`);
      await page.keyboard.press('Escape');
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
    const written = (): string => readFileSync(path.join(sample.folder, '.corpus', 'curation.yaml'), 'utf8');
    const chooseInMenu = async (name: string, action: string): Promise<void> => {
      await workbench.row(entities(), name).click({ button: 'right' });
      const menu = workbench.page.locator('.monaco-menu');
      const item = menu.locator('.action-label', { hasText: action });
      await item.waitFor();
      // A menu that has just opened takes no click.
      for (let isOpen = true; isOpen;) {
        await item.click();
        isOpen = await menu.waitFor({ state: 'detached', timeout: 2000 }).then(
          () => false,
          () => true,
        );
      }
    };
    const collapse = async (name: string): Promise<void> => {
      const row = workbench.row(entities(), name);
      await row.locator('.monaco-tl-twistie').click();
      await workbench
        .view(entities())
        .locator('.monaco-list-row[aria-expanded="false"]', { hasText: name })
        .first()
        .waitFor();
    };
    const rowThatIs = async (state: 'selected' | 'focused'): Promise<string> => {
      const row = workbench.view(entities()).locator(`.monaco-list-row.${state} .label-name`).first();
      await row.waitFor();
      return (await row.innerText()).trim();
    };
    /** The index takes the name up a moment after it was said. */
    const hoverUntil = async (word: string, text: string) => {
      for (let attempt = 1; ; attempt++) {
        const card = await workbench.hover(word);
        if ((await card.innerText()).includes(text) || attempt === 10) return card;
        await workbench.page.keyboard.press('Escape');
        await workbench.page.waitForTimeout(500);
      }
    };
    const entityRow = () => workbench.page.locator('.monaco-list-row', { hasText: 'Téranga Ondes' }).first();
  });
}
