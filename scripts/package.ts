/**
 * Builds the extension and packs it as `.artifacts/corpus-explorer-VERSION.vsix`, looks into the archive, and prints its size and
 * its largest files.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { artifacts, root, vsixPath } from './vscodeHost/paths.ts';
import { must } from './vscodeHost/process.ts';
import { zipEntries, type ZipEntry } from './zipEntries.ts';

/** What would make the package useless when missing: one of each. */
const needed = [
  /^extension\/package\.json$/,
  /^extension\/dist\/extension\.cjs$/,
  /^extension\/dist\/worker\.js$/,
  /^extension\/dist\/thread\.js$/,
  /^extension\/dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^extension\/models\/.+/,
  /^extension\/media\/.+/,
  /^extension\/sample-corpus\/.+\.txt$/,
  /^extension\/readme\.md$/i,
  /^extension\/changelog\.md$/i,
  /^extension\/licen[cs]e(\.txt|\.md)?$/i,
];

/** What has no place in it. */
const unwanted = [/\.map$/, /\.ts$/, /^extension\/(src|test|tools|scripts|node_modules|\.)/, /\.vsix$/];

async function main(): Promise<number> {
  await must(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
  const file = vsixPath();
  mkdirSync(artifacts, { recursive: true });
  rmSync(file, { force: true });
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await must(process.execPath, [vsce, 'package', ...options, '--out', file], { cwd: root });

  const archive = readFileSync(file);
  const entries = zipEntries(archive);
  const complaints = complaintsAbout(entries.map(({ name }) => name));
  for (const complaint of complaints) console.error(complaint);
  console.log(
    `${path.relative(process.cwd(), file)}: ${kilobytes(archive.length)} in ${entries.length} files, the largest:`,
  );
  for (const entry of largest(entries, 8))
    console.log(`  ${kilobytes(entry.packedSize).padStart(10)}  ${entry.name}`);
  return complaints.length === 0 ? 0 : 1;
}

function complaintsAbout(names: readonly string[]): string[] {
  return [
    ...needed
      .filter((pattern) => !names.some((name) => pattern.test(name)))
      .map((pattern) => `missing: ${pattern.source}`),
    ...names
      .filter((name) => unwanted.some((pattern) => pattern.test(name)))
      .map((name) => `has no place in the package: ${name}`),
  ];
}

const largest = (entries: readonly ZipEntry[], count: number): ZipEntry[] =>
  [...entries].sort((a, b) => b.packedSize - a.packedSize).slice(0, count);

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;

process.exitCode = await main();
