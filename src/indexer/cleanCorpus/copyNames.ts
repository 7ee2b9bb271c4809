import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { articleSource, type ArticleId, type ArticleLoss } from '../../core/index.ts';
import { targetNames } from './targetFolder.ts';

/** Records of a file are numbered with at least this many digits, so that names sort as the records stand. */
const recordDigits = 5;

/** Folders whose names are held; a walk comes back to few of them. */
const mostFolders = 64;

/** The names of a folder of the corpus as their copies have them. */
interface FolderNames {
  readonly copies: ReadonlyMap<string, string>;
  readonly taken: ReadonlySet<string>;
}

/**
 * Where the copies of articles lie. Names of a corpus that differ only in case or in how accents are written are one name
 * to many a disk: all of them but the first get a number, everywhere, so that the copies can be moved.
 */
export class CopyNames {
  private readonly root: string;
  private readonly folders = new Map<string, FolderNames>();

  constructor(root: string) {
    this.root = root;
  }

  /**
   * The place of a copy in the folder of copies, with `/`: the article's path in the corpus, with `.txt` added where it is
   * no .txt; records in a folder named after their file. A page beside which the corpus has a text of that very name gets
   * another ending.
   */
  async pathOf(article: ArticleId): Promise<string> {
    const { file, record } = articleSource(article);
    const parts = file.split('/');
    const places: string[] = [];
    for (let depth = 0; depth < parts.length; depth++) {
      const { copies } = await this.namesIn(parts.slice(0, depth).join('/'));
      places.push(copies.get(parts[depth]!) ?? parts[depth]!);
    }
    const place = places.join('/');
    if (record !== undefined) return `${place}/${String(record).padStart(recordDigits, '0')}.txt`;
    if (/\.txt$/i.test(file)) return place;
    const { taken } = await this.namesIn(parts.slice(0, -1).join('/'));
    return taken.has(fold(`${places.at(-1)!}.txt`)) ? `${place}.page.txt` : `${place}.txt`;
  }

  /** Whether an earlier run has put the copy of an article where it would lie now. */
  async isInPlace(article: ArticleId, loss: Pick<ArticleLoss, 'copy'> | undefined): Promise<boolean> {
    return (
      loss === undefined || loss.copy === targetNames.articles || loss.copy === (await this.pathOf(article))
    );
  }

  private async namesIn(folder: string): Promise<FolderNames> {
    let names = this.folders.get(folder);
    if (names === undefined) {
      // A folder that cannot be read gives no articles either.
      names = nameCopies(await readdir(path.join(this.root, folder)).catch(() => []));
      if (this.folders.size >= mostFolders) this.folders.clear();
      this.folders.set(folder, names);
    }
    return names;
  }
}

function nameCopies(names: readonly string[]): FolderNames {
  const taken = new Set(names.map(fold));
  const copies = new Map<string, string>();
  const seen = new Set<string>();
  for (const name of [...names].sort()) {
    if (!seen.has(fold(name))) {
      seen.add(fold(name));
      continue;
    }
    const { name: stem, ext } = path.posix.parse(name);
    let number = 2;
    while (taken.has(fold(`${stem}~${number}${ext}`))) number++;
    const copy = `${stem}~${number}${ext}`;
    taken.add(fold(copy));
    copies.set(name, copy);
  }
  return { copies, taken };
}

/** Names that are one to a disk that does not tell case, or ways to write accents, apart. */
const fold = (name: string): string => name.normalize('NFC').toLowerCase();
