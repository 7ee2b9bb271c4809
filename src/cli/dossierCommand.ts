import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  dossierMarkdown,
  englishCardLanguage,
  englishDossierStyle,
  isClusterAddress,
} from '../core/index.ts';
import { readDossier } from '../indexer/dossier/readDossier.ts';
import { isWalkedPath } from '../indexer/walkCorpus.ts';
import type { AskedSession } from './corpusSession.ts';
import { filterInWords, filterOf, type FilterOptions } from './filterOptions.ts';
import { findEntity } from './findEntity.ts';
import { CliError, exitCodes, note, write } from './io.ts';

interface DossierOptions extends FilterOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** `dossier`: what the corpus knows of one entity, as Markdown with links, or as JSON. */
export async function printDossier(
  session: AskedSession,
  options: DossierOptions,
  name = '',
): Promise<number> {
  const { io, index, root, readText } = session;
  const target = options.out === undefined ? undefined : path.resolve(io.cwd, options.out);
  if (target !== undefined) refuse(root, target, options);
  const entity = await findEntity(index, name, io);
  const dossier = await readDossier({
    index,
    readText,
    entity: entity.id,
    filter: await filterOf(session, options),
    corpus: path.basename(root),
    filterText: filterInWords(options),
  });
  if (dossier === undefined) throw new CliError(`No article of the filter names ${entity.name}.`);
  const prefix = isClusterAddress(root)
    ? undefined
    : linkPrefix(target === undefined ? io.cwd : path.dirname(target), root);
  const text = options.json
    ? `${JSON.stringify(dossier, null, 2)}\n`
    : dossierMarkdown(dossier, englishDossierStyle(englishCardLanguage, prefix));
  if (target === undefined) {
    await write(io.stdout, text);
  } else {
    writeFileSync(target, text);
    await note(io, `The dossier on ${entity.name} is in ${options.out ?? target}`);
  }
  return exitCodes.ok;
}

function isReadAsArticle(root: string, target: string): boolean {
  const place = existsSync(target) ? realpathSync(target) : target;
  const inside = path.relative(realpathSync(root), place);
  const isInside = inside.split(path.sep)[0] !== '..' && !path.isAbsolute(inside);
  return isInside && isWalkedPath(inside.split(path.sep).join('/'));
}

/** How links of a document in a folder reach the corpus. */
function linkPrefix(folder: string, root: string): string {
  const base = path.relative(folder, root).split(path.sep);
  return base[0] === '' ? '' : `${base.map(encodeURIComponent).join('/')}/`;
}

function refuse(root: string, target: string, { force, out = '' }: DossierOptions): void {
  if (!isClusterAddress(root) && isReadAsArticle(root, target)) {
    throw new CliError(`${out} lies in the corpus and would be read as an article.`, exitCodes.usage);
  }
  if (existsSync(target) && force !== true) {
    throw new CliError(`${out} is there already. --force writes over it.`, exitCodes.usage);
  }
}
