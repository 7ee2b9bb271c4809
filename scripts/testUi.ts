/**
 * Runs `test/ui/*.test.ts` on the packaged extension, installed in a VS Code that Chromium shows; screenshots go to
 * `.artifacts/screenshots`. `--pictures` takes the README's pictures instead, to `media/readme`.
 */
import Mocha from 'mocha';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultOf } from './mochaResult.ts';
import { reportTally, tallyOf, type Tally } from './tally.ts';
import { ensureBrowser } from './vscodeHost/browser.ts';
import { artifacts, root } from './vscodeHost/paths.ts';
import { run } from './vscodeHost/process.ts';
import { ensureVscodeServer } from './vscodeHost/vscodeServer.ts';

const say = (line: string): void => {
  console.log(line);
};

async function main(): Promise<number> {
  const arePictures = process.argv.includes('--pictures');
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const packed = await run(process.execPath, [path.join(root, 'scripts', 'package.ts')], { cwd: root });
  if (packed.code !== 0) {
    console.error(packed.output);
    return reportTally('ui', [{ passed: 0, failed: 1, failures: [] }]);
  }
  await ensureVscodeServer(say);
  await ensureBrowser(say);
  if (!arePictures) rmSync(path.join(artifacts, 'screenshots'), { recursive: true, force: true });
  const folder = path.join(root, 'test', 'ui', ...(arePictures ? ['pictures'] : []));
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.test.ts') && (named.length === 0 || named.some((part) => name.includes(part))),
  );
  return reportTally('ui', [await runMocha(files.map((name) => path.join(folder, name)))]);
}

async function runMocha(files: readonly string[]): Promise<Tally> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, reporter: 'spec', color: process.stdout.isTTY });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return tallyOf(await resultOf(mocha));
}

process.exit(await main());
