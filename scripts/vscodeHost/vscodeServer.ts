import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { builtOnce } from './builtOnce.ts';
import { lockfileSubset, type LockedPackages } from './lockfileSubset.ts';
import { cacheFolder } from './paths.ts';
import { must } from './process.ts';
import {
  codeServerVersion,
  droppedExtensions,
  recipeVersion,
  serverLibraries,
  serverNodeVersion,
  standIns,
} from './serverRecipe.ts';

/** A VS Code server that runs on this machine. */
export interface VscodeServer {
  /** The Node it runs on. */
  readonly node: string;
  /** Its `server-main.js`. */
  readonly main: string;
}

/**
 * Builds a VS Code server from npm packages, once per machine, about half a minute; nothing is compiled and nothing comes from
 * elsewhere than the npm registry. Linux and macOS.
 */
export async function ensureVscodeServer(
  say: (line: string) => void = () => undefined,
): Promise<VscodeServer> {
  if (process.platform === 'win32') {
    throw new Error(
      'On Windows, install VS Code from code.visualstudio.com: the server from npm packages is for Linux and macOS.',
    );
  }
  const home = path.join(cacheFolder, `vscode-server-${codeServerVersion}-${process.arch}-r${recipeVersion}`);
  await builtOnce(home, async (temporary) => {
    say(`Building a VS Code server ${codeServerVersion} from npm packages (once, about 150 MB) …`);
    const started = Date.now();
    await buildServer(temporary, say);
    say(`VS Code server ready after ${((Date.now() - started) / 1000).toFixed(0)} s: ${home}`);
  });
  return { node: await nodeOfRelease(say), main: path.join(home, 'vscode', 'out', 'server-main.js') };
}

/** The running Node when it has the release's major version, else one from its npm package. */
async function nodeOfRelease(say: (line: string) => void): Promise<string> {
  if (process.versions.node.split('.')[0] === serverNodeVersion.split('.')[0]) return process.execPath;
  const home = await builtOnce(
    path.join(cacheFolder, `node-${serverNodeVersion}-${process.arch}`),
    async (temporary) => {
      say(`Fetching Node ${serverNodeVersion} from its npm package …`);
      await unpack(`node-${process.platform}-${process.arch}@${serverNodeVersion}`, temporary);
    },
  );
  return path.join(home, 'bin', 'node');
}

async function buildServer(home: string, say: (line: string) => void): Promise<void> {
  say(`  code-server ${codeServerVersion}`);
  const unpacked = path.join(home, 'code-server');
  await unpack(`code-server@${codeServerVersion}`, unpacked);
  const vscode = path.join(home, 'vscode');
  renameSync(path.join(unpacked, 'lib', 'vscode'), vscode);
  keepLicences(unpacked, path.join(home, 'licences'));
  rmSync(unpacked, { recursive: true });
  for (const name of droppedExtensions)
    rmSync(path.join(vscode, 'extensions', name), { recursive: true, force: true });

  await installLibraries(vscode, home, say);
  await writeStandIns(path.join(vscode, 'node_modules'));
  dropOtherPlatforms(path.join(vscode, 'node_modules'));
  await installTypeScript(path.join(vscode, 'extensions'), say);
}

/** npm checks the package against the registry's hash and keeps it in its own cache. */
async function unpack(spec: string, destination: string): Promise<void> {
  mkdirSync(destination, { recursive: true });
  const packed = await npm(
    ['pack', spec, '--pack-destination', destination, '--loglevel=error', '--ignore-scripts'],
    destination,
  );
  const archive = path.join(destination, path.basename(packed.split('\n').at(-1) ?? ''));
  await must('tar', ['xzf', archive, '-C', destination, '--strip-components=1']);
  rmSync(archive);
}

function npm(args: readonly string[], cwd: string): Promise<string> {
  // Run from `npm start`, the checkout's npm settings are in the environment; these folders are not the checkout.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package_|lifecycle_|config_(local_prefix|omit))/.test(name),
  );
  return must('npm', args, { cwd, env: Object.fromEntries(inherited) });
}

function keepLicences(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (/^(licen[cs]e|thirdpartynotices|package\.json)/i.test(name))
      renameSync(path.join(from, name), path.join(to, name));
  }
}

async function installLibraries(vscode: string, home: string, say: (line: string) => void): Promise<void> {
  const lockfile = JSON.parse(readFileSync(path.join(vscode, 'npm-shrinkwrap.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  const packages = lockfileSubset(lockfile.packages, serverLibraries);
  const dependencies = Object.fromEntries(
    serverLibraries.flatMap((name) => {
      const entry = packages[`node_modules/${name}`];
      return entry === undefined ? [] : [[name, entry.version]];
    }),
  );
  const root = { name: 'vscode-server-libraries', version: '0.0.0', dependencies };
  const work = path.join(home, 'libraries');
  mkdirSync(work);
  writeFileSync(path.join(work, 'package.json'), JSON.stringify({ ...root, private: true }));
  writeFileSync(
    path.join(work, 'package-lock.json'),
    JSON.stringify({ ...root, lockfileVersion: 3, requires: true, packages: { '': root, ...packages } }),
  );
  say(`  ${Object.keys(packages).length} libraries`);
  // A peer (tslib) is not in the lockfile and not needed; --legacy-peer-deps keeps npm from asking for it.
  await npm(
    ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'],
    work,
  );
  rmSync(path.join(vscode, 'node_modules'), { recursive: true, force: true });
  renameSync(path.join(work, 'node_modules'), path.join(vscode, 'node_modules'));
  rmSync(work, { recursive: true });
}

async function writeStandIns(nodeModules: string): Promise<void> {
  for (const [name, source] of Object.entries(standIns)) {
    const folder = path.join(nodeModules, name);
    rmSync(folder, { recursive: true, force: true });
    await build({
      entryPoints: [path.join(import.meta.dirname, 'standIns', source)],
      outfile: path.join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name, version: '0.0.0', main: 'index.js' }),
    );
  }
}

/** Ready-made binaries come for every platform in one package: 65 MB for nothing. */
function dropOtherPlatforms(nodeModules: string): void {
  const mine = new RegExp(`^(watcher-)?${process.platform}-${process.arch}(-glibc)?$`);
  for (const folder of ['node-pty/prebuilds', '@vscode/ripgrep-universal/bin', '@parcel']) {
    const full = path.join(nodeModules, folder);
    if (!existsSync(full)) continue;
    for (const name of readdirSync(full)) {
      if (/(darwin|win32|linux|alpine|freebsd|android|musl)/.test(name) && !mine.test(name))
        rmSync(path.join(full, name), { recursive: true });
    }
  }
}

/** The built-in TypeScript extension shows an error on every JSON file when its compiler is missing. */
async function installTypeScript(extensions: string, say: (line: string) => void): Promise<void> {
  const lockfile = JSON.parse(readFileSync(path.join(extensions, 'npm-shrinkwrap.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  const version = lockfile.packages['node_modules/typescript']?.version;
  if (version === undefined) return;
  say(`  typescript ${version}`);
  const folder = path.join(extensions, 'node_modules', 'typescript');
  await unpack(`typescript@${version}`, folder);
  for (const name of readdirSync(path.join(folder, 'lib'))) {
    if (/^[a-z]{2}(-[a-z]{2})?$/.test(name)) rmSync(path.join(folder, 'lib', name), { recursive: true });
  }
}
