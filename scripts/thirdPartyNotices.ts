import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface LibraryManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * The licences of the libraries whose files stand in the bundles, as one text.
 * @param inputs paths of bundled files, relative to `root`, as esbuild's metafile gives them.
 */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => libraryFolder(input) ?? []));
  const notices = [...folders].sort().map((folder) => notice(path.join(root, folder)));
  return `Corpus Explorer contains the following libraries.\n\n${notices.join('\n\n')}\n`;
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` is of the library in `node_modules/a/node_modules/@b/c`. */
const libraryFolder = (input: string): string | undefined =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as LibraryManifest;
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  if (texts.length === 0 && !existsSync(path.join(folder, 'README.md')))
    throw new Error(`${manifest.name} states no licence`);
  return [`== ${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`, ...texts].join(
    '\n\n',
  );
}
