import { chromium, type Browser } from 'playwright-core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';
import { isExecutable, onPath, run } from './process.ts';

/**
 * The path of a Chromium: the one that CHROMIUM names, one on PATH, one that Playwright downloaded before; else Debian's package
 * where this user may install it, else Playwright's download.
 */
export async function ensureBrowser(say: (line: string) => void = () => undefined): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && !isExecutable(named))
    throw new Error(`CHROMIUM names ${named}, which is not a program.`);
  const present = named ?? presentBrowser();
  if (present !== undefined) return present;
  say('No Chromium found; installing one …');
  await installFromDebian(say);
  if (presentBrowser() === undefined) await downloadWithPlaywright();
  const installed = presentBrowser();
  if (installed === undefined) {
    throw new Error(
      'No Chromium or Chrome could be found or installed. Install one, or set CHROMIUM to its path.',
    );
  }
  return installed;
}

export async function startBrowser(say?: (line: string) => void): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(say),
    headless: true,
    args: [
      // Chromium's sandbox needs privileges that containers do not have; it only ever opens the server on this machine.
      '--no-sandbox',
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
}

function presentBrowser(): string | undefined {
  const onMac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const downloaded = chromium.executablePath();
  return (
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome') ??
    [...onMac, downloaded].find((file) => existsSync(file))
  );
}

async function installFromDebian(say: (line: string) => void): Promise<void> {
  if (onPath('apt-get') === undefined) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && (await run('sudo', ['-n', 'true'])).code !== 0) return;
  say('  apt-get install chromium');
  const [command, before] = isRoot ? ['env', []] : ['sudo', ['-n', 'env']];
  const apt = [...before, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  await run(command, [...apt, 'update']);
  await run(command, [...apt, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
}

async function downloadWithPlaywright(): Promise<void> {
  const cli = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { echo: true });
}
