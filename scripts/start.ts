/**
 * `npm start [-- FOLDER]`: VS Code with the extension on the sample corpus or on a folder of yours. A desktop VS Code where there is
 * one or one can be had and a window can be shown; else a VS Code server whose address is the last line printed.
 * CORPUS_EXPLORER_HOST=server or =desktop decides. Ctrl+C stops it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, type Dirent } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadedVscode, hasDisplay } from './vscodeHost/inDesktop.ts';
import { onExit } from './vscodeHost/onExit.ts';
import { root } from './vscodeHost/paths.ts';
import { onPath, run } from './vscodeHost/process.ts';
import { startServer } from './vscodeHost/server.ts';

const say = (line: string): void => {
  console.log(line);
};

const sampleCorpus = path.join(root, 'sample-corpus');
/** One with many names, a story that goes on, and boilerplate on both sides. */
const sampleArticle = path.join(sampleCorpus, 'lagune-eco', 'teranga-ondes-change-de-mains.txt');

async function main(): Promise<void> {
  const folder = path.resolve(process.argv[2] ?? sampleCorpus);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`${folder} is not a folder.`);
    process.exit(2);
  }
  say('Building the extension …');
  const built = await run(process.execPath, [path.join(root, 'scripts', 'build.ts'), '--dev'], { cwd: root });
  if (built.code !== 0) {
    console.error(built.output);
    process.exit(1);
  }
  const article = path.relative(sampleCorpus, folder) === '' ? sampleArticle : firstArticle(folder);
  const program = await desktopProgram();
  if (program === undefined) await serve(folder, article);
  else await openDesktop(program, folder, article);
}

/** The user's own VS Code, else a downloaded one; nothing where no window can be shown. */
async function desktopProgram(): Promise<string | undefined> {
  if (process.env['CORPUS_EXPLORER_HOST'] === 'server') return undefined;
  if (!hasDisplay()) return undefined;
  const own = onPath('code');
  if (own !== undefined) return own;
  say('No `code` on PATH; downloading VS Code …');
  return downloadedVscode();
}

async function openDesktop(program: string, folder: string, article: string | undefined): Promise<void> {
  // A profile of its own: the user's extensions, settings and recent folders stay as they are.
  const profile = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-vscode-'));
  onExit(() => {
    rmSync(profile, { recursive: true, force: true });
  });
  const args = [
    ...[folder, ...(article === undefined ? [] : [article])],
    ...['--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ...['--user-data-dir', profile, '--extensions-dir', path.join(profile, 'extensions')],
    `--extensionDevelopmentPath=${root}`,
  ];
  say(`Opening ${folder} in ${program}; closing the window or Ctrl+C ends this.`);
  const child = spawn(program, args, {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    env: { ...process.env, ...showCorpus },
  });
  await new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
}

async function serve(folder: string, article: string | undefined): Promise<void> {
  // Articles have long lines.
  const settings = { 'editor.wordWrap': 'on' };
  const server = await startServer({ extension: root, env: showCorpus, settings, say });
  const payload = article === undefined ? {} : { openFile: server.remote(article) };
  say(`VS Code is serving ${folder} on this machine; Ctrl+C stops it. Open this address in a browser:`);
  say(server.url({ open: folder, payload }));
  await new Promise<void>((resolve) => {
    server.onExit(() => {
      console.error(`VS Code's server ended.\n${server.log().slice(-2000)}`);
      process.exitCode = 1;
      resolve();
    });
  });
}

/** The extension shows its own view at once when this is set. */
const showCorpus = { CORPUS_EXPLORER_SHOW: '1' };

/** The first .txt file of the folder by name, or of the first folder below that has one. */
function firstArticle(folder: string): string | undefined {
  const entries = entriesOf(folder);
  const file = entries.find((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.txt'));
  if (file !== undefined) return path.join(folder, file.name);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => firstArticle(path.join(folder, entry.name)))
    .find((found) => found !== undefined);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A folder without read rights has no first article; the extension reports it.
    return [];
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
process.exit();
