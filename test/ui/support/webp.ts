import type { Page } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How much of a window goes into a picture, in pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes a picture of the window as WebP, which is a third of a PNG's size, and returns its size in bytes. */
export async function writeWebp(page: Page, file: string, clip: Clip): Promise<number> {
  await page.waitForTimeout(400);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide', clip });
  // The browser knows how to write it; a page of its own lets it, whatever the policy of VS Code's is.
  const helper = await page.context().newPage();
  try {
    const encoded = await helper.evaluate<string>(encodeIn(png.toString('base64')));
    const bytes = Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return bytes.length;
  } finally {
    await helper.close();
  }
}

/** Runs in the page; the scripts are typed without the browser's library. */
const encodeIn = (png: string): string => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${png}';
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.75);
})()`;
