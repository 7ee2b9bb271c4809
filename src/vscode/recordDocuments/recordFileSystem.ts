import {
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  type Event,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { describeSkip, skipSentences, type Evidence } from '../../core/index.ts';
import type { Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import type { ArticleText } from '../../worker/protocol.ts';
import { readRecordQuery } from './recordAddress.ts';

/** What is shown of an article, until its source changes. */
interface Shown {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly changedMs: number;
}

type Reading = Pick<Services, 'corpora' | 'worker' | 'l10n'>;

/**
 * Articles as read-only files: VS Code opens them again with the window, and says by itself when one has changed or is
 * gone. The texts come from the worker, which alone reads the corpus.
 */
export class RecordFileSystem implements FileSystemProvider, Disposable {
  private readonly services: Reading;
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  private readonly shown = new Map<string, Shown>();

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.changed.event;

  constructor(services: Reading) {
    this.services = services;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { bytes, changedMs } = await this.read(uri);
    return {
      type: FileType.File,
      ctime: 0,
      mtime: changedMs,
      size: bytes.length,
      permissions: FilePermission.Readonly,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.read(uri)).bytes;
  }

  /** Looks again at what an open document shows; whether it is another text now, or none any more. */
  async refresh(uri: Uri): Promise<'same' | 'changed' | 'gone'> {
    const known = this.shown.get(uri.toString());
    this.shown.delete(uri.toString());
    let now: Shown | undefined;
    try {
      now = await this.read(uri);
    } catch (error) {
      if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) return 'same';
    }
    if (now && now.text === known?.text) {
      this.shown.set(uri.toString(), known);
      return 'same';
    }
    this.changed.fire([{ type: now ? FileChangeType.Changed : FileChangeType.Deleted, uri }]);
    return now ? 'changed' : 'gone';
  }

  forget(uri: Uri): void {
    this.shown.delete(uri.toString());
  }

  dispose(): void {
    this.changed.dispose();
    this.shown.clear();
  }

  watch(): Disposable {
    // What changes in a corpus is seen by the corpus.
    return { dispose: () => undefined };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  private async read(uri: Uri): Promise<Shown> {
    const known = this.shown.get(uri.toString());
    if (known) return known;
    const found = await this.ask(uri);
    if ('missing' in found) throw FileSystemError.FileNotFound(this.reasonOf(found.missing));
    const shown = { text: found.text, bytes: encodeMarked(found.text), changedMs: Date.now() };
    this.shown.set(uri.toString(), shown);
    return shown;
  }

  private async ask(uri: Uri): Promise<ArticleText> {
    const { corpora, worker, l10n } = this.services;
    const address = readRecordQuery(uri.query);
    // A document of another window's folder, or of one that was closed: nothing outside the open folders is read.
    if (!address || !corpora.at(address.root))
      throw FileSystemError.Unavailable(l10n.t('The corpus of this article is not open in this window.'));
    return worker.client.readArticle(address.root, address.article);
  }

  private reasonOf(evidence: Evidence): string {
    const sentence = skipSentences[evidence.rule];
    return describeSkip(
      evidence,
      sentence === undefined ? {} : { [evidence.rule]: this.services.l10n.t(sentence) },
    );
  }
}

/** With the mark of its encoding, which stands above whatever encoding the user has set for files. */
function encodeMarked(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text}`);
}
