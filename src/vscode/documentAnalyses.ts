import { workspace, type CancellationToken, type TextDocument } from 'vscode';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import type { ArticleAnalysis } from '../core/index.ts';
import type { Corpora } from './corpora.ts';
import type { CurationFiles } from './curation/curationFiles.ts';
import { articleIdOf } from './corpusPaths.ts';
import type { WorkerHost } from './workerHost.ts';

/** Longer documents are no articles: a hover that took seconds would be worse than none. UTF-16 code units. */
const longestText = 2_000_000;

interface Known {
  readonly version: number;
  readonly generation: number;
  readonly analysis: Promise<ArticleAnalysis>;
}

/** Analyses of open documents as they stand in the editor, saved or not, kept until the text or the corpus changes. */
export class DocumentAnalyses implements Disposable {
  private readonly worker: WorkerHost;
  private readonly corpora: Corpora;
  private readonly known = new Map<string, Known>();
  private readonly store = new DisposableStore();

  constructor(worker: WorkerHost, corpora: Corpora, { onDidChange }: Pick<CurationFiles, 'onDidChange'>) {
    this.worker = worker;
    this.corpora = corpora;
    this.store.add(workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())));
    this.store.add(
      worker.onRestart(() => {
        this.known.clear();
      }),
    );
    // What the user puts right bears on texts that did not change.
    this.store.add(
      onDidChange(() => {
        this.known.clear();
      }),
    );
  }

  /** Undefined when the document is too long to be an article, or is Markdown of no corpus. Rejects when the worker fails. */
  async of(document: TextDocument): Promise<ArticleAnalysis | undefined> {
    const corpus = this.corpora.of(document.uri);
    const generation = corpus?.status?.generation ?? 0;
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known?.version === document.version && known.generation === generation) return known.analysis;
    if (document.languageId === 'markdown' && !(await this.isArticle(document))) return undefined;
    const text = document.getText();
    if (text.length > longestText) return undefined;
    const root = corpus?.root;
    const id = (root !== undefined && articleIdOf(root, document.uri)) || document.uri.path;
    const analysis = this.worker.client.analyzeDocument({ ...(root !== undefined && { root }), id, text });
    this.known.set(key, { version: document.version, generation, analysis });
    // A failed analysis may be tried again.
    analysis.catch(() => this.known.delete(key));
    return analysis;
  }

  /** Most of what is written in Markdown is no article: only what the index knows as one. */
  private async isArticle({ uri }: TextDocument): Promise<boolean> {
    const corpus = this.corpora.of(uri);
    const id = corpus?.isOpen ? articleIdOf(corpus.root, uri) : undefined;
    return id !== undefined && (await corpus?.index.article(id)) !== undefined;
  }

  /** Like `of`, but undefined once the token is cancelled or the analysis fails. */
  async tryOf(document: TextDocument, token: CancellationToken): Promise<ArticleAnalysis | undefined> {
    try {
      const analysis = await this.of(document);
      return token.isCancellationRequested ? undefined : analysis;
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    this.known.clear();
    this.store.dispose();
  }
}
