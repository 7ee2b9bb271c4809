import type { Browser } from 'playwright-core';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowser } from '../../../scripts/vscodeHost/browser.ts';
import { artifacts, root, vsixPath } from '../../../scripts/vscodeHost/paths.ts';
import { startServer } from '../../../scripts/vscodeHost/server.ts';
import { Workbench } from '../../../scripts/vscodeHost/workbench.ts';

export type Theme = 'Dark Modern' | 'Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface SessionOptions {
  /** What VS Code opens; without, nothing. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of the extension; VS Code's own words stay English without its language pack. */
  readonly language?: 'en' | 'fr';
  /** Size of the window in pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** VS Code takes no folder for trusted until somebody says so; otherwise every folder is. */
  readonly hasWorkspaceTrust?: boolean;
}

/** A VS Code with the packaged extension installed, and one window of it. */
export interface Session {
  readonly workbench: Workbench;
  /** One more window on the same folder, in a browser of its own: it shares nothing with the first but the machine. */
  openWindow(): Promise<Workbench>;
  /** Writes a picture of the window to the artefact folder. */
  picture(name: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startSession({
  folder,
  theme = 'Dark Modern',
  settings = {},
  language = 'en',
  viewport = { width: 1280, height: 800 },
  hasWorkspaceTrust = false,
}: SessionOptions = {}): Promise<Session> {
  const server = await startServer({
    extension: vsixPath(),
    hasWorkspaceTrust,
    settings: { ...pictureSettings, 'workbench.colorTheme': theme, ...settings },
  });
  const started: { browser?: Browser } = {};
  const stop = async (): Promise<void> => {
    await started.browser?.close();
    await server.stop();
  };
  try {
    started.browser = await startBrowser();
    const { browser } = started;
    const openWindow = async (): Promise<Workbench> => {
      const context = await browser.newContext({ viewport, deviceScaleFactor: 1, locale: 'en-US' });
      if (language !== 'en') await context.addInitScript(speak, language);
      return Workbench.open(context, server.url(folder === undefined ? {} : { open: folder }));
    };
    const workbench = await openWindow();
    return {
      workbench,
      openWindow,
      picture: (name) => workbench.screenshot(path.join(artifacts, 'screenshots', `${name}.png`)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In the page, before VS Code: says which language it is in, as a language pack would. */
function speak(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
}

/** Articles have long lines, and nothing on the picture but what it is about. */
const pictureSettings = {
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/** A copy of the sample corpus that a test may change. `remove` takes it away. */
export function copyOfSample(): { readonly folder: string; remove(): void } {
  const place = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-ui-'));
  const folder = path.join(place, 'sample-corpus');
  cpSync(path.join(root, 'sample-corpus'), folder, { recursive: true });
  return {
    folder,
    remove() {
      rmSync(place, { recursive: true, force: true });
    },
  };
}
