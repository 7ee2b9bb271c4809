import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The checkout. */
export const root = path.dirname(path.dirname(import.meta.dirname));

/** What the scripts make and nobody commits: packages, bundled tests, screenshots, logs. */
export const artifacts = path.join(root, '.artifacts');

/** What is downloaded once and kept between runs and checkouts. */
export const cacheFolder =
  process.env['CORPUS_EXPLORER_CACHE'] ??
  path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'corpus-explorer');

/** The manifest's fields that the scripts need. */
export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where the package of the checkout's version goes. */
export function vsixPath(): string {
  const { name, version } = readManifest(root);
  return path.join(artifacts, `${name}-${version}.vsix`);
}
