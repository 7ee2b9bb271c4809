/**
 * `node scripts/bootstrap.mjs start|test [-- arguments]`: the first script on a fresh clone. It runs on any Node from 18 on,
 * installs what is missing, and hands over to the TypeScript script of that name under a Node that runs TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [command = '', ...rest] = process.argv.slice(2);
if (command !== 'start' && command !== 'test') {
  console.error('usage: node scripts/bootstrap.mjs start|test [-- arguments]');
  process.exit(2);
}

if (!isInstalled()) install();
const node = nodeForTypeScript();
if (node === undefined) {
  console.error(
    `Corpus Explorer is built with Node 22.18 or newer; this is ${process.version}, and the "node" package could not be ` +
      'installed (its install script may be turned off). Install Node 24 from nodejs.org and run the command again.',
  );
  process.exit(1);
}
handOver(node);

/** npm keeps in node_modules what it installed last; it must be what the lockfile asks for on this platform. */
function isInstalled() {
  const written = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(written, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || present[place]?.version === entry.version,
  );
}

function install() {
  console.log('Installing the development dependencies (npm ci) …');
  if (npm('ci', '--no-audit', '--no-fund')) return;
  // The usual reason is an install script that is not allowed to run or to download; nothing but the bundled Node needs one.
  console.log('That failed; trying once more without install scripts …');
  if (!npm('ci', '--no-audit', '--no-fund', '--ignore-scripts')) process.exit(1);
}

function npm(...args) {
  const npmScript = process.env.npm_execpath;
  const run = npmScript?.endsWith('.js')
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status === 0;
}

function nodeForTypeScript() {
  const bundled = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return [bundled, process.execPath].find((candidate) => {
    if (!existsSync(candidate)) return false;
    const asked = spawnSync(candidate, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    const [major = 0, minor = 0] = (asked.stdout ?? '').trim().split('.').map(Number);
    return asked.status === 0 && (major > 22 || (major === 22 && minor >= 18));
  });
}

function handOver(nodePath) {
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(
    nodePath,
    [path.join(root, 'scripts', `${command}.ts`), ...rest.filter((a) => a !== '--')],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: `${path.dirname(nodePath)}${path.delimiter}${bin}${path.delimiter}${process.env.PATH}`,
      },
    },
  );
  // The terminal sends Ctrl+C to both; the script stops what it started, and this process waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm's shell does not pass on a signal that ends it; its absence is the signal then.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
