/**
 * Bundles the extension, the worker, its analysis thread and the command line into `dist/`.
 * `--watch` rebuilds on change; `--dev` keeps source maps (never in a package).
 */
import { context, build, type BuildOptions } from 'esbuild';

const isDev = process.argv.includes('--dev') || process.argv.includes('--watch');

const shared: BuildOptions = {
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

const bundles: BuildOptions[] = [
  // `vscode` is external here and nowhere else: a worker or command line that reached it would not build.
  {
    ...shared,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  {
    ...shared,
    entryPoints: { worker: 'src/worker/main.ts', thread: 'src/indexer/thread.ts', cli: 'src/cli/main.ts' },
    format: 'esm',
    // `analyze` and `clean` run on Node 20 as well; `node:sqlite` is imported only when a command needs it.
    target: 'node20',
    splitting: false,
    banner: { js: requireInModules },
  },
];

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
  process.stderr.write('watching\n');
} else {
  for (const options of bundles) await build(options);
}
