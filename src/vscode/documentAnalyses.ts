import { workspace, type CancellationToken, type TextDocument } from 'vscode';
import type { Disposable } from './disposableStore.ts';
import type { ArticleAnalysis } from '../core/index.ts';
import type { Corpora } from './corpora.ts';
import { relativeTo } from './corpusPaths.ts';
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
  private readonly subscription: Disposable;

  constructor(worker: WorkerHost, corpora: Corpora) {
    this.worker = worker;
    this.corpora = corpora;
    this.subscription = workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString()));
  }

  /** Undefined when the document is too long to be an article. Rejects when the worker fails. */
  async of(document: TextDocument): Promise<ArticleAnalysis | undefined> {
    const corpus = this.corpora.of(document.uri);
    const generation = corpus?.status?.generation ?? 0;
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known?.version === document.version && known.generation === generation) return known.analysis;
    const text = document.getText();
    if (text.length > longestText) return undefined;
    const root = corpus?.root;
    const id = (root !== undefined && relativeTo(root, document.uri.fsPath)) || document.uri.path;
    const analysis = this.worker.client.analyzeDocument({ ...(root !== undefined && { root }), id, text });
    this.known.set(key, { version: document.version, generation, analysis });
    // A failed analysis may be tried again.
    analysis.catch(() => this.known.delete(key));
    return analysis;
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
    this.subscription.dispose();
  }
}
