import assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session } from './support/session.ts';

/** Every gesture in one theme, and how it looks in the other. */
const themes = [
  { theme: 'Dark Modern', isWhole: true },
  { theme: 'Light Modern', isWhole: false },
] as const;

for (const { theme, isWhole } of themes) {
  describe(`Browsing the sample corpus in ${theme}`, () => {
    const sample = copyOfSample();
    const shade = theme.split(' ')[0]?.toLowerCase() ?? '';
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      session = await startSession({ folder: sample.folder, theme, viewport: { width: 1280, height: 900 } });
      workbench = session.workbench;
    });
    after(async () => {
      await session.stop();
      sample.remove();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed')
        await session.picture(`failed-${shade}-${this.currentTest.title}`);
    });

    it('shows organizations and years when the container is opened', async () => {
      await workbench.showContainer('Corpus');
      await workbench.row('Entities', 'Organizations').waitFor();
      await workbench.row('Entities', /articles · .*mentions/).waitFor();
      await workbench.row('Dates', /^20\d\d/).waitFor();
      // Entities come and go while articles are being read.
      await workbench
        .view('Entities')
        .locator('.message', { hasText: /(Looking|Comparing|Reading)/ })
        .waitFor({ state: 'hidden' });
      await session.picture(`${shade}-1-trees`);
    });

    it('goes from an organization over a year to an article, opened at the name', async () => {
      const name = await firstOrganization(workbench);
      await workbench.expand('Entities', name);
      const year = workbench.row('Entities', /^(19|20)\d\d/);
      await year.waitFor();
      await workbench.expand('Entities', /^(19|20)\d\d/);
      const rows = await workbench.settledRows('Entities');
      const article = rows[rows.findIndex(({ level }) => level === 4)];
      assert.ok(article, `no article among ${rows.map(({ label }) => label).join(', ')}`);
      await workbench.row('Entities', article.label).click();
      await workbench.page.locator('.editor-group-container.active .selected-text').first().waitFor();
      await session.picture(`${shade}-2-entity`);
    });

    it('goes from a year over a month to an article', async () => {
      await workbench.page.keyboard.press('Escape');
      await workbench.expand('Dates', /^20\d\d/);
      const month =
        /^(January|February|March|April|May|June|July|August|September|October|November|December)/;
      await workbench.expand('Dates', month);
      await workbench.row('Dates', /^\s*\d\d?\s/).waitFor();
      await session.picture(`${shade}-3-dates`);
    });

    it('shows the card of an organization', async () => {
      const name = await firstOrganization(workbench);
      const card = await workbench.hover(name);
      const text = await card.innerText();
      assert.ok(text.includes(name), text);
      assert.match(text, /articles/);
      await card.locator('img').first().waitFor();
      await session.picture(`${shade}-4-card`);
      await card.locator('a', { hasText: 'Show in Tree' }).click();
      await workbench.view('Entities').locator('.monaco-list-row.selected', { hasText: name }).waitFor();
    });

    if (!isWhole) return;

    it('filters both trees by what the card names', async () => {
      const all = await workbench.row('Entities', 'Organizations').textContent();
      const name = await firstOrganization(workbench);
      const card = await workbench.hover(name);
      await card.locator('a', { hasText: 'Filter by This' }).click();
      await workbench.view('Entities').locator('.message', { hasText: name }).waitFor();
      await workbench.row('Dates', /^20\d\d/).waitFor();
      await session.picture(`${shade}-5-filtered`);
      await workbench.command('Corpus: Clear Filter');
      await workbench.view('Entities').locator('.message', { hasText: name }).waitFor({ state: 'hidden' });
      // The words above the tree are gone before its rows are back.
      await workbench.row('Entities', (all ?? '').replace(/\s+/g, ' ').trim()).waitFor();
    });

    it('keeps what was open through a refresh', async () => {
      const before = await workbench.settledRows('Entities');
      assert.ok(
        before.some(({ level }) => level === 4),
        'an article is in sight',
      );
      await workbench.command('Corpus: Refresh');
      await workbench.page.waitForTimeout(1500);
      assert.deepEqual(await workbench.settledRows('Entities'), before);
    });

    it('lists all mentions of an organization from its card', async () => {
      const name = await firstOrganization(workbench);
      const card = await workbench.hover(name);
      await card.locator('a', { hasText: 'All Mentions' }).click();
      const results = workbench.page.locator('.sidebar .composite.title', { hasText: 'References' });
      await results.waitFor();
      // The view takes the focus once more when it has them all.
      await workbench.page.locator('.sidebar .message', { hasText: /\d+ results? in/ }).waitFor();
      await session.picture(`${shade}-6-mentions`);
      await workbench.showContainer('Corpus');
    });

    it('filters by a period, with the keyboard alone', async () => {
      const { page } = workbench;
      const input = page.locator('.quick-input-widget input[type="text"]');
      await workbench.command('Corpus: Filter…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Dates' }).waitFor();
      await input.fill('Dates');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '2016' }).first().waitFor();
      await input.fill('2016');
      await session.picture(`${shade}-7-filter`);
      await page.keyboard.press('Enter');
      await workbench.view('Entities').locator('.message', { hasText: '2016' }).waitFor();
      const years = (await workbench.settledRows('Dates')).filter(({ level }) => level === 1);
      assert.deepEqual(
        years.map(({ label }) => label),
        ['2016'],
      );
      await workbench.command('Corpus: Clear Filter');
      await workbench.row('Dates', /^2024/).waitFor();
    });
  });
}

async function firstOrganization(workbench: Workbench): Promise<string> {
  const rows = await workbench.settledRows('Entities');
  const first = rows.find(({ level }) => level === 2);
  assert.ok(first, 'no organization in the tree');
  return first.label;
}
