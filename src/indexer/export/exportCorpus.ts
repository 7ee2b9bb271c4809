import { mkdir, open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  exportWriter,
  isFolderFormat,
  type Evidence,
  type ExportChunk,
  type ExportFormat,
  type ExportHead,
} from '../../core/index.ts';
import { exportItems, isConcordance, type ExportSource, type ItemProgress } from './exportItems.ts';
import { exportProblem } from './exportTarget.ts';

/** An export to be written. */
export interface ExportOrder extends ExportSource {
  readonly root: string;
  readonly format: ExportFormat;
  readonly head: ExportHead;
  /** The file, or the folder of a format of many files; absolute. */
  readonly target: string;
  /** The user has said that a file of this name may go. */
  readonly mayReplace: boolean;
  readonly onProgress?: (progress: ItemProgress) => void;
}

/** What became of it. Whatever it is but `complete`, nothing is left behind and nothing was written over. */
export interface ExportReport {
  readonly outcome: 'complete' | 'cancelled' | 'refused';
  readonly problem?: Evidence;
  readonly items: number;
}

/** Text is written in pieces of about this many UTF-16 code units. */
const pieceLength = 1 << 18;

/** Writes an export beside its place and puts it there as a whole. */
export async function exportCorpus(order: ExportOrder): Promise<ExportReport> {
  const { root, format, target, mayReplace } = order;
  const problem = await exportProblem(root, target, format, mayReplace);
  if (problem) return { outcome: 'refused', problem, items: 0 };
  const output = new ExportOutput(target, isFolderFormat(format));
  try {
    let items = 0;
    await output.open();
    for await (const chunk of exportChunks(order, () => items++)) await output.write(chunk);
    if (order.signal?.aborted) {
      await output.discard();
      return { outcome: 'cancelled', items: 0 };
    }
    await output.close();
    return { outcome: 'complete', items };
  } catch (error) {
    await output.discard();
    const evidence = writeProblem(error);
    if (!evidence) throw error;
    return { outcome: 'refused', problem: evidence, items: 0 };
  }
}

/** The pieces of an export, item by item. */
export async function* exportChunks(
  order: Pick<ExportOrder, 'format' | 'head' | 'onProgress'> & ExportSource,
  onItem: () => void = () => undefined,
): AsyncGenerator<ExportChunk> {
  const { format, head } = order;
  const writer = exportWriter(format, head, isConcordance(order, format));
  yield* writer.begin();
  for await (const item of exportItems(order, format, order.onProgress)) {
    onItem();
    yield* writer.item(item);
  }
  yield* writer.end();
}

/** What a failed system call says of the place of an export; undefined for any other error. */
export function writeProblem(error: unknown): Evidence | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || syscall === undefined) return undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { rule: 'diskFull' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { rule: 'noRights' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { rule: 'targetGone' };
  return { rule: 'cannotWrite', values: { code } };
}

let outputs = 0;

/** The files of an export while they are being written. */
class ExportOutput {
  private readonly target: string;
  private readonly isFolder: boolean;
  private readonly temporary: string;
  /** Files that more is to be written to: a text of a folder comes in one piece, its table in many. */
  private readonly files = new Map<string, { readonly handle: FileHandle; pending: string }>();

  constructor(target: string, isFolder: boolean) {
    this.target = target;
    this.isFolder = isFolder;
    this.temporary = path.join(
      path.dirname(target),
      `.${path.basename(target)}.${process.pid}-${outputs++}.tmp`,
    );
  }

  async open(): Promise<void> {
    if (this.isFolder) await mkdir(this.temporary);
    else await this.opened('');
  }

  async write({ file, text }: ExportChunk): Promise<void> {
    if (this.isFolder && file.endsWith('.txt')) {
      const handle = await open(path.join(this.temporary, file), 'wx');
      await handle.writeFile(text).finally(() => handle.close());
      return;
    }
    const opened = await this.opened(file);
    opened.pending += text;
    if (opened.pending.length < pieceLength) return;
    const piece = opened.pending;
    opened.pending = '';
    await opened.handle.appendFile(piece);
  }

  async close(): Promise<void> {
    for (const { handle, pending } of this.files.values()) {
      await handle.appendFile(pending);
      await handle.close();
    }
    const names = [...this.files.keys()];
    this.files.clear();
    if (this.isFolder) {
      // An empty folder may stand in its place.
      await rmdir(this.target).catch(() => undefined);
      await rename(this.temporary, this.target);
      return;
    }
    for (const name of names) await rename(this.temporary + name, besides(this.target, name));
  }

  async discard(): Promise<void> {
    for (const { handle } of this.files.values()) await handle.close().catch(() => undefined);
    for (const name of ['', ...this.files.keys()])
      await rm(this.temporary + name, { recursive: true, force: true }).catch(() => undefined);
  }

  private async opened(file: string): Promise<{ readonly handle: FileHandle; pending: string }> {
    const known = this.files.get(file);
    if (known) return known;
    const place = this.isFolder ? path.join(this.temporary, file) : this.temporary + file;
    const opened = { handle: await open(place, 'wx'), pending: '' };
    this.files.set(file, opened);
    return opened;
  }
}

/** `corpus.txt` and `.sources.csv` give `corpus.sources.csv`. */
function besides(target: string, ending: string): string {
  if (ending === '') return target;
  return target.slice(0, target.length - path.extname(target).length) + ending;
}
