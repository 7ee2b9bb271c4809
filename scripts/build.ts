/**
 * Bundles the extension, the worker, its analysis thread and the command line into `dist/`.
 * `--watch` rebuilds on change; `--dev` keeps source maps (never in a package).
 */
import { context, build, type BuildOptions, type Plugin } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lazyLanguageTables } from './lazyLanguageTables.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';
import { root } from './vscodeHost/paths.ts';

const isWatch = process.argv.includes('--watch');
const isDev = process.argv.includes('--dev') || isWatch;
const dist = path.join(root, 'dist');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  outdir: 'dist',
  sourcemap: isDev ? 'linked' : false,
  minifySyntax: !isDev,
  minifyWhitespace: !isDev,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** CommonJS libraries inside an ES module bundle still ask for `require`. */
const requireInModules =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * Core's door opens on all of core, and the extension uses little of it: what it does not use, language tables of a megabyte among
 * it, must not be read on activation. Importing a module of core, or its library, does nothing by itself.
 */
const leavesOutUnusedCore: Plugin = {
  name: 'leaves-out-unused-core',
  setup(bundler) {
    bundler.onResolve({ filter: /^eld|^\./ }, async ({ path: wanted, pluginData, ...options }) => {
      if (pluginData === leavesOutUnusedCore) return undefined;
      const resolved = await bundler.resolve(wanted, { ...options, pluginData: leavesOutUnusedCore });
      const isPure = /\/(src\/core|node_modules\/eld)\//.test(resolved.path.replaceAll('\\', '/'));
      return isPure && resolved.errors.length === 0 ? { path: resolved.path, sideEffects: false } : undefined;
    });
  },
};

const bundles: BuildOptions[] = [
  // `vscode` is external here and nowhere else: a worker or command line that reached it would not build.
  {
    ...shared,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    plugins: [leavesOutUnusedCore],
    outExtension: { '.js': '.cjs' },
  },
  {
    ...shared,
    entryPoints: {
      'webview/overTime': 'src/webview/overTime.ts',
      'webview/pairGraph': 'src/webview/pairGraph.ts',
    },
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
  },
  {
    ...shared,
    entryPoints: { worker: 'src/worker/main.ts', thread: 'src/indexer/thread.ts', cli: 'src/cli/main.ts' },
    format: 'esm',
    // `analyze` and `clean` run on Node 20 as well; `node:sqlite` is imported only when a command needs it.
    target: 'node20',
    splitting: false,
    plugins: [lazyLanguageTables],
    banner: { js: requireInModules },
  },
  // The protocol's library is larger than the command line: only `mcp` loads it.
  {
    ...shared,
    entryPoints: { mcp: 'src/cli/mcp/serveMcp.ts' },
    format: 'esm',
    target: 'node20',
    banner: { js: requireInModules },
  },
];

if (isWatch) {
  for (const options of bundles) await (await context(options)).watch();
  process.stderr.write('watching\n');
} else {
  const inputs = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build(options).catch(() => {
      // esbuild has printed what is wrong, and where.
      process.exit(1);
    });
    for (const input of Object.keys(metafile?.inputs ?? {})) inputs.add(input);
  }
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, [...inputs]));
  if (!isDev) removeSourceMaps();
}

/** A build with `--dev` may have been here before. */
function removeSourceMaps(): void {
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist)) if (name.endsWith('.map')) rmSync(path.join(dist, name));
}
