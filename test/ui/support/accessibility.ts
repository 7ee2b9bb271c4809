import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

interface Results {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page of a webview: the frame in which `selector` stands. */
export async function violationsIn(page: Page, selector: string): Promise<string[]> {
  const frame = await frameWith(page, selector);
  // By the debugger's door: the page's own policy lets no script in.
  await frame.evaluate(axe);
  const results = await frame.evaluate(async () => {
    const { axe: scanner } = globalThis as unknown as { axe: { run(options: unknown): Promise<Results> } };
    // What a page of its own needs, a part of a window does not.
    return scanner.run({ rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The page of a webview in which `selector` stands, once it is there. */
export async function frameWith(page: Page, selector: string): Promise<Frame> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await frameNow(page, selector);
    if (found) return found;
    await page.waitForTimeout(200);
  }
  throw new Error(`no frame has ${selector}`);
}

async function frameNow(page: Page, selector: string): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (
      (await frame
        .locator(selector)
        .count()
        .catch(() => 0)) > 0
    )
      return frame;
  }
  return undefined;
}
