import type { BrowserContext, Locator, Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { placeOfText, type Place } from './placeOfText.ts';
import { readLines } from './readLines.ts';
import { readTreeRows, type TreeRow } from './readTreeRows.ts';

/** A VS Code window in a browser, and the gestures of somebody who sits before it. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the address and waits until the window is there. */
  static async open(context: BrowserContext, url: string): Promise<Workbench> {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.monaco-workbench .part.activitybar').waitFor();
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    return new Workbench(page);
  }

  /** Runs a command by its title in the palette, `Category: Title`. */
  async command(title: string): Promise<void> {
    await this.choose(`>${title}`, title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    const tab = this.page.locator('.editor-group-container .tab.active', { hasText: name });
    await this.choose(name, name, (timeout) => tab.waitFor({ timeout }));
    await this.editorLines.first().waitFor();
  }

  /** Opens the container of this title in the activity bar. */
  async showContainer(title: string): Promise<void> {
    const action = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    await action.waitFor();
    if ((await action.getAttribute('class'))?.includes('checked') !== true) await action.click();
    await this.page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
    await this.restMouse();
  }

  /** Makes the side bar wider by so many pixels. */
  async widenSideBar(pixels: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) throw new Error('there is no side bar');
    const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
    await this.page.mouse.move(edge.x, edge.y);
    await this.page.mouse.down();
    await this.page.mouse.move(edge.x + pixels, edge.y, { steps: 4 });
    await this.page.mouse.up();
    await this.restMouse();
  }

  /** A view of the side bar, by its title. */
  view(title: string): Locator {
    return this.page.locator('.sidebar .pane', {
      has: this.page.locator(`.pane-header[aria-label^="${title}"]`),
    });
  }

  /** The visible rows of a view that contain the text. A tree draws only the rows in sight. */
  row(view: string, text: string | RegExp): Locator {
    return this.view(view).locator('.monaco-list-row', { hasText: text }).first();
  }

  /** All rows of a view that are in sight, from top to bottom. */
  async rows(view: string): Promise<TreeRow[]> {
    // At one moment: rows come and go while the tree is filled.
    const rows = await this.view(view).locator('.monaco-list-row').evaluateAll(readTreeRows);
    return rows.map((row) => ({ ...row, label: plain(row.label), description: plain(row.description) }));
  }

  /** The rows of a view once they stay the same for half a second: a tree moves its rows while children arrive. */
  async settledRows(view: string): Promise<TreeRow[]> {
    for (let rows = await this.rows(view); ;) {
      await this.page.waitForTimeout(500);
      const again = await this.rows(view);
      if (isDeepStrictEqual(rows, again)) return again;
      rows = again;
    }
  }

  /** Opens a row's children, if they are not open. */
  async expand(view: string, text: string | RegExp): Promise<void> {
    const row = this.row(view, text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
    await this.view(view)
      .locator('.monaco-list-row[aria-expanded="true"]', { hasText: text })
      .first()
      .waitFor();
  }

  /** Lines of the active editor that are in sight. */
  get editorLines(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .view-line');
  }

  /** What the lines in sight say, from top to bottom: the editor keeps their elements in no order. */
  linesInSight(): Promise<string[]> {
    return this.editorLines.evaluateAll(readLines);
  }

  /** Brings a line of the active editor into sight. Lines from 1. */
  async revealLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Rests the mouse on the first occurrence of `text` in sight, and returns the hover that then opens. */
  async hover(text: string): Promise<Locator> {
    const at = await this.placeOf(text);
    // A real movement: a jump onto the word opens no hover.
    await this.page.mouse.move(at.x + 60, at.y + 90);
    await this.page.mouse.move(at.x, at.y, { steps: 6 });
    const hover = this.page
      .locator('.monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover')
      .filter({ hasNotText: 'Loading...' });
    await hover.first().waitFor();
    return hover.first();
  }

  /** Clicks on the first occurrence of `text` in sight: once to put the cursor there, twice to select its word. */
  async clickOn(
    text: string,
    options: { clickCount?: number; button?: 'left' | 'right' } = {},
  ): Promise<void> {
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.click(x, y, options);
  }

  /** The middle of the first occurrence of `text` among the active editor's lines, in page pixels. */
  private async placeOf(text: string): Promise<Place> {
    const place = await this.editorLines.evaluateAll(placeOfText, text);
    if (place === undefined) throw new Error(`“${text}” is not in sight in the editor`);
    return place;
  }

  /** The message in the corner that contains the text. */
  async notification(text: string | RegExp): Promise<Locator> {
    const toast = this.page.locator('.notifications-toasts .notification-toast', { hasText: text }).first();
    await toast.waitFor();
    return toast;
  }

  async closeNotifications(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.page.locator('.notifications-toasts .notification-toast').first().waitFor({ state: 'hidden' });
  }

  /** Writes a picture of the window, or of a part of it, when nothing moves any more. */
  async screenshot(
    file: string,
    clip?: { x: number; y: number; width: number; height: number },
  ): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.waitForTimeout(400);
    await this.page.screenshot({
      path: file,
      animations: 'disabled',
      caret: 'hide',
      ...(clip === undefined ? {} : { clip }),
    });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Where it points at nothing that has a tooltip. */
  private async restMouse(): Promise<void> {
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    await this.page.mouse.move(width * 0.75, height - 60);
  }

  /**
   * Asks the quick input and takes its answer. Asks again when the input was closed meanwhile: a window that is still
   * starting takes the focus away. A click tells whether the row was still there; the Enter key would go elsewhere.
   */
  private async choose(
    query: string,
    expected: string,
    hasWorked: (timeout: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    const found = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: expected });
    for (let attempt = 1; ; attempt++) {
      // F1 opens it whatever has the focus.
      await this.page.keyboard.press('F1');
      try {
        await input.waitFor();
        await input.fill(query);
        await found.click({ timeout: 10_000 });
        await hasWorked(10_000);
        break;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.restMouse();
  }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
