import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { copyOfSample, startSession, type Session, type SessionOptions } from './support/session.ts';

const article = 'teranga-ondes-change-de-mains.txt';
const quiet = { 'files.autoSave': 'off', 'workbench.startupEditor': 'none' };

describe('Boilerplate in a window', () => {
  const sample = copyOfSample();
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await startSession({ folder: sample.folder, settings: quiet });
    workbench = session.workbench;
    await workbench.openFile(article);
  });
  after(async () => {
    await session.stop();
    sample.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.picture(`failed-${this.currentTest.title}`);
  });

  it('is faded, and summed up above the first passage and in the status bar', async () => {
    const lens = workbench.page.locator('.codelens-decoration').first();
    await lens.filter({ hasText: /\d+ % boilerplate in \d passages/ }).waitFor();
    assert.match(await lens.innerText(), /Clean\s*\|\s*Review\s*\|\s*Why\?/);
    await statusItem(workbench)
      .filter({ hasText: /\d+ % boilerplate/ })
      .waitFor();
    await isFaded(workbench, 'Imprimer', true);
    await session.picture('boilerplate-1-faded');
  });

  it('says why on hover', async () => {
    const hover = await workbench.hover('Envoyer');
    await hover.getByText('Share bar').waitFor();
    await session.picture('boilerplate-2-hover');
  });

  it('is shown like the rest after a click in the status bar', async () => {
    await statusItem(workbench).click();
    await isFaded(workbench, 'Imprimer', false);
    await session.picture('boilerplate-3-off');
    await statusItem(workbench).click();
    await isFaded(workbench, 'Imprimer', true);
  });

  it('says why to the keyboard, passage after passage', async () => {
    const hover = workbench.page.locator(
      '.monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover',
    );
    const position = workbench.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col 1$/ });
    await workbench.page.keyboard.press('Control+Home');
    for (const [line, kind] of [
      [1, 'Share bar'],
      [25, 'Share bar'],
      [30, 'Teasers'],
    ] as const) {
      await commandByKeyboard(workbench, 'Corpus: Why Is This Boilerplate?');
      await position.filter({ hasText: `Ln ${line},` }).waitFor();
      await hover.filter({ hasText: kind }).first().waitFor();
      if (line === 30) await session.picture('boilerplate-4-why');
      await workbench.page.keyboard.press('Escape');
    }
    await workbench.page.keyboard.press('Control+Home');
  });

  it('folds', async () => {
    await workbench.command('Corpus: Fold Boilerplate');
    await lineWith(workbench, 'Tweeter').waitFor({ state: 'detached' });
    await session.picture('boilerplate-5-folded');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+J');
    await lineWith(workbench, 'Tweeter').waitFor();
  });

  it('is compared with the cleaned text', async () => {
    await workbench.command('Corpus: Compare with Cleaned Text');
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await session.picture('boilerplate-6-compare');
    await workbench.page.keyboard.press('Control+F4');
  });

  it('is kept from the review, by one click, with the diff beside it', async () => {
    await workbench.openFile(article);
    await workbench.revealLine(1);
    await workbench.command('Corpus: Clean Boilerplate with Review');
    const list = workbench.page.locator('.quick-input-widget');
    const rows = list.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await workbench.page.waitForTimeout(500);
    const count = await rows.count();
    await list.locator('.quick-input-titlebar .codicon-diff').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await session.picture('boilerplate-7-review-diff');
    await rows.first().hover();
    await session.picture('boilerplate-8-review');
    await rows.first().locator('.quick-input-list-entry-action-bar .codicon-bookmark').click();
    await workbench.notification(/part of the article now/);
    await workbench.page.waitForTimeout(500);
    assert.equal(await rows.count(), count - 2, 'the same bar below the article went with it');
    await session.picture('boilerplate-9-kept');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await isFaded(workbench, 'Imprimer', false);
    await session.picture('boilerplate-10-after-keep');
  });

  it('is boilerplate again when the choice is undone', async () => {
    const message = await workbench.notification(/part of the article now/);
    await message.getByText('Undo').click();
    await isFaded(workbench, 'Imprimer', true);
  });

  it('is what the user says it is, with a pencil', async () => {
    await workbench.openFile(article);
    await workbench.revealLine(9);
    await workbench.command('Corpus: Mark Selection as Boilerplate');
    const rows = workbench.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await session.picture('boilerplate-11-kinds');
    await rows.filter({ hasText: 'cookies' }).click();
    const message = await workbench.notification(/boilerplate now/);
    await message.getByText('Open the File').click();
    await workbench.page.locator('.tab.active', { hasText: 'curation.yaml' }).waitFor();
    await lineWith(workbench, 'Kouassigan').waitFor();
    await session.picture('boilerplate-12-file');
    await workbench.openFile(article);
    await isFaded(workbench, 'Kouassigan', true);
    const hover = await workbench.hover('Kouassigan');
    await hover.getByText('your own choice').waitFor();
    await session.picture('boilerplate-13-own');
  });
});

const statusItem = (workbench: Workbench): Locator =>
  workbench.page.locator('.statusbar-item', { hasText: /boilerplate|habillage/ });

const lineWith = (workbench: Workbench, text: string): Locator =>
  workbench.editorLines.filter({ hasText: text }).first();

/** Like `command`, with the mouse at rest: where it moves, a hover closes. */
async function commandByKeyboard({ page }: Workbench, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type="text"]').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}

/** Of the first word of the line with the text. */
const colourOf = (workbench: Workbench, text: string): Promise<string> =>
  lineWith(workbench, text).locator('span span').first().evaluate(colourOfElement);

/** Runs in the page. The scripts are typed without the browser's library. */
function colourOfElement(element: unknown): string {
  return getComputedStyle(element).color;
}
declare function getComputedStyle(element: unknown): { readonly color: string };

/** Waits until the first word of the line is faded, or is not: in the colour of the article's own text. */
async function isFaded(workbench: Workbench, text: string, wanted: boolean): Promise<void> {
  const end = Date.now() + 15_000;
  for (;;) {
    const [colour, body] = [await colourOf(workbench, text), await colourOf(workbench, 'Orsane tourne')];
    if ((colour !== body) === wanted) return;
    assert.ok(Date.now() < end, `“${text}” is ${colour}, the article ${body}`);
    await workbench.page.waitForTimeout(200);
  }
}

describe('Boilerplate in other colours and in French', () => {
  const sample = copyOfSample();
  after(() => {
    sample.remove();
  });
  const looks: readonly (SessionOptions & { readonly name: string })[] = [
    { name: 'light', theme: 'Light Modern' },
    { name: 'contrast', theme: 'Default High Contrast' },
    { name: 'contrast-light', theme: 'Default High Contrast Light' },
    { name: 'french', language: 'fr' },
  ];
  for (const { name, ...options } of looks)
    it(`can be told from the article: ${name}`, async () => {
      const session = await startSession({ folder: sample.folder, settings: quiet, ...options });
      try {
        const { workbench } = session;
        await workbench.openFile(article);
        await workbench.page.locator('.codelens-decoration').first().waitFor();
        await statusItem(workbench).waitFor();
        await workbench.page.waitForTimeout(500);
        if (options.language === 'fr') await session.picture('boilerplate-french-lens');
        const hover = await workbench.hover('Envoyer');
        await hover.waitFor();
        await session.picture(`boilerplate-look-${name}`);
        await workbench.page.keyboard.press('Escape');
        if (options.language === 'fr') await frenchPictures(session);
      } finally {
        await session.stop();
      }
    });
});

/** What is said in French, for whoever looks at the pictures: the review and its list of kinds. */
async function frenchPictures({ workbench, ...session }: Session): Promise<void> {
  await workbench.command('Corpus: Nettoyer l’habillage avec relecture');
  await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await workbench.page.waitForTimeout(500);
  await session.picture('boilerplate-french-review');
  await workbench.page.keyboard.press('Enter');
  await workbench.notification(/Retiré\s: \d passages/);
  await session.picture('boilerplate-french-cleaned');
  await workbench.page.keyboard.press('Control+Z');
  await workbench.command('Corpus: Marquer la sélection comme habillage');
  await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await session.picture('boilerplate-french-kinds');
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.view-line', { hasText: 'Orsane tourne' }).click({ button: 'right' });
  await workbench.page.waitForTimeout(800);
  await workbench.page.locator('.monaco-menu .action-menu-item', { hasText: /^Habillage/ }).hover();
  await workbench.page.waitForTimeout(800);
  await session.picture('boilerplate-french-menu');
}
