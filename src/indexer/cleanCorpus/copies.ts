import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleId, ArticleLoss, BoilerplateKind, Metadata, OffsetMap } from '../../core/index.ts';
import { exists, targetNames, temporaryFile } from './targetFolder.ts';

/** The map of a copy lies beside it. */
export function mapPath(copy: string): string {
  return `${copy}.map.json`;
}

/** Whether the copy of an article is still there; a line of the file of all articles is, when the journal knows it. */
export async function copyExists(
  target: string,
  loss: Pick<ArticleLoss, 'copy'> | undefined,
): Promise<boolean> {
  return (
    loss === undefined ||
    loss.copy === targetNames.articles ||
    exists(path.join(target, ...loss.copy.split('/')))
  );
}

/** Writes files into the folder of copies, each whole or not at all. */
export class CopyWriter {
  private readonly target: string;
  private lastFolder = '';

  constructor(target: string) {
    this.target = target;
  }

  async write(copy: string, content: string): Promise<void> {
    const file = path.join(this.target, ...copy.split('/'));
    const folder = path.dirname(file);
    // The folder itself is never made again: that it is gone is to be noticed.
    if (folder !== this.lastFolder && folder !== this.target) await this.makeFolders(copy);
    const temporary = temporaryFile(this.target);
    try {
      await writeFile(temporary, content);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    this.lastFolder = folder;
  }

  private async makeFolders(copy: string): Promise<void> {
    let folder = this.target;
    for (const part of copy.split('/').slice(0, -1)) {
      folder = path.join(folder, part);
      await mkdir(folder).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      });
    }
  }
}

/** The line of an article in `articles.jsonl`. What is not known is null. */
export interface ArticleLine {
  readonly id: ArticleId;
  readonly title: string | null;
  /** `YYYY[-MM[-DD]]`. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string;
  readonly text: string;
  /** What went, in UTF-16 code units of the original text. */
  readonly removed: readonly { start: number; end: number; kind: BoilerplateKind; rule: string }[];
  /** The rule by which it was left as it is. */
  readonly unchanged?: string;
  readonly map?: OffsetMap;
}

export function articleLine(
  id: ArticleId,
  metadata: Metadata | undefined,
  rest: Pick<ArticleLine, 'text' | 'removed' | 'unchanged' | 'map'>,
): ArticleLine {
  return {
    id,
    title: metadata?.title?.value ?? null,
    date: metadata?.date?.value ?? null,
    outlet: metadata?.outlet?.value ?? null,
    authors: metadata?.authors.map(({ value }) => value) ?? [],
    language: metadata?.language ?? 'und',
    ...rest,
  };
}
