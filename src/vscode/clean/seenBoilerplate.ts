import {
  EventEmitter,
  languages,
  window,
  workspace,
  type CancellationToken,
  type TextDocument,
} from 'vscode';
import { noArticle, type ArticleAnalysis, type Boilerplate, type Span } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import { isOutsideCorpus } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { throttle } from '../throttle.ts';

/** The boilerplate of a document as it stood at a version of it. Offsets count UTF-16 code units of `text`. */
export interface Seen {
  readonly version: number;
  readonly text: string;
  readonly boilerplate: readonly Boilerplate[];
  /** What the user said is part of the article. */
  readonly kept: readonly Span[];
}

/** Longer documents are cleaned when asked, but not read again after every pause in typing. UTF-16 code units. */
const longestSeen = 300_000;

/** Of typing: long enough that a word is not interrupted, short enough that a pasted article is read at once. */
const pauseMs = 400;

/** While a corpus is indexed its evidence grows many times a second. */
const corpusDelayMs = 1500;

interface Watched {
  seen?: Seen;
  timer?: NodeJS.Timeout | undefined;
  isReading: boolean;
}

/**
 * What of the documents in sight is boilerplate, read again when they or their corpus change. Never reads a document
 * twice at the same time, and none that is no article, unless the user asked for it.
 */
export class SeenBoilerplate implements Disposable {
  private readonly services: Services;
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new EventEmitter<TextDocument>());
  private readonly watched = new Map<TextDocument, Watched>();
  private readonly judged = new WeakMap<
    TextDocument,
    { readonly version: number; readonly isArticle: boolean }
  >();
  /** Addresses of documents that the user asked to see though they are in no corpus. */
  private readonly asked = new Set<string>();

  /** A document was read: `of` has news, or has lost what it had. */
  readonly onDidChange = this.changed.event;

  constructor(services: Services) {
    this.services = services;
    const readAgain = this.store.add(
      throttle(corpusDelayMs, () => {
        this.readVisible();
      }),
    );
    this.store.add(
      services.curation.onDidChange(() => {
        this.readVisible();
      }),
    );
    this.store.add(
      services.corpora.onDidChangeContents(() => {
        readAgain.request();
      }),
    );
    this.store.add(
      window.onDidChangeVisibleTextEditors(() => {
        this.readVisible();
      }),
    );
    this.store.add(
      workspace.onDidChangeWorkspaceFolders(() => {
        this.readVisible();
      }),
    );
    this.store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.schedule(document, pauseMs);
      }),
    );
    this.store.add(
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
    );
    this.readVisible();
  }

  /** What was read last, which may be of an earlier version. Undefined when the document is not shown so. */
  of(document: TextDocument): Seen | undefined {
    return this.watched.get(document)?.seen;
  }

  /** What stands in the document now, waiting for the end of typing. Undefined when cancelled or not shown so. */
  async whenRead(document: TextDocument, token?: CancellationToken): Promise<Seen | undefined> {
    if (!this.isShown(document)) return undefined;
    const known = this.of(document);
    if (known?.version === document.version) return known;
    const watched = this.watched.get(document);
    if (watched?.timer === undefined && watched?.isReading !== true) this.schedule(document, 0);
    const store = new DisposableStore();
    await new Promise<void>((resolve) => {
      if (token)
        store.add(
          token.onCancellationRequested(() => {
            resolve();
          }),
        );
      store.add(
        this.onDidChange((read) => {
          if (read === document) resolve();
        }),
      );
    });
    store.dispose();
    return token?.isCancellationRequested ? undefined : this.of(document);
  }

  /** Whether the document is one whose boilerplate is shown. */
  isShown(document: TextDocument): boolean {
    if (document.isClosed || languages.match([...articleDocuments], document) === 0) return false;
    if (this.asked.has(document.uri.toString())) return true;
    return this.isInCorpus(document) && this.readsAsArticle(document);
  }

  /** Shows the boilerplate of a document that is in no corpus, until it is closed. */
  ask(document: TextDocument): void {
    this.asked.add(document.uri.toString());
    this.schedule(document, 0);
  }

  /** Reads again what is in sight. */
  readVisible(): void {
    for (const { document } of window.visibleTextEditors) this.schedule(document, 0);
  }

  dispose(): void {
    for (const { timer } of this.watched.values()) clearTimeout(timer);
    this.watched.clear();
    this.store.dispose();
  }

  /** A text that was never saved, and a record of a larger file, belong to the folder that is open. */
  private isInCorpus({ uri }: TextDocument): boolean {
    if (uri.scheme === 'untitled') return (workspace.workspaceFolders?.length ?? 0) > 0;
    if (uri.scheme === 'corpus') return this.services.corpora.of(uri) !== undefined;
    return (
      workspace.getWorkspaceFolder(uri) !== undefined &&
      !isOutsideCorpus(workspace.asRelativePath(uri, false))
    );
  }

  /** Asked at every turn, and told from the text once for each version of it. */
  private readsAsArticle(document: TextDocument): boolean {
    const known = this.judged.get(document);
    if (known?.version === document.version) return known.isArticle;
    const text = document.getText();
    const isArticle = text.length <= longestSeen && noArticle(text) === undefined;
    this.judged.set(document, { version: document.version, isArticle });
    return isArticle;
  }

  private schedule(document: TextDocument, delayMs: number): void {
    if (languages.match([...articleDocuments], document) === 0) return;
    const watched = this.watched.get(document) ?? { isReading: false };
    this.watched.set(document, watched);
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => {
      watched.timer = undefined;
      // What is being read now is older: its end comes back here.
      if (!watched.isReading) void this.read(document, watched);
    }, delayMs);
  }

  private async read(document: TextDocument, watched: Watched): Promise<void> {
    watched.isReading = true;
    const { version } = document;
    const analysis = this.isShown(document) ? await this.analysisOf(document) : undefined;
    watched.isReading = false;
    if (this.watched.get(document) !== watched) return;
    if (document.version !== version) {
      if (watched.timer === undefined) this.schedule(document, 0);
      return;
    }
    // Offsets of another text than the one that is shown would be wrong.
    if (analysis === undefined || analysis.text !== document.getText()) delete watched.seen;
    else {
      const { text, boilerplate, kept = [] } = analysis;
      watched.seen = { version, text, boilerplate, kept };
    }
    this.changed.fire(document);
  }

  private async analysisOf(document: TextDocument): Promise<ArticleAnalysis | undefined> {
    try {
      return await this.services.analyses.of(document);
    } catch (error) {
      this.services.log.warn(String(error));
      return undefined;
    }
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.watched.get(document)?.timer);
    this.watched.delete(document);
    this.asked.delete(document.uri.toString());
    // Nobody is to wait for it any longer.
    this.changed.fire(document);
  }
}
