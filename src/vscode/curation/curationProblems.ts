import { Diagnostic, DiagnosticSeverity, languages, Range, workspace, type TextDocument } from 'vscode';
import type { CurationProblem } from '../../core/index.ts';
import type { Corpora } from '../corpora.ts';
import type { Corpus } from '../corpus.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { WorkerHost } from '../workerHost.ts';
import { problemText } from './curationTexts.ts';
import { curationUri } from './writeChoices.ts';

/** Of typing in the file. */
const pauseMs = 300;

/** What is wrong in curation files, at its line: as they are on disk, and as they are typed. */
export class CurationProblems implements Disposable {
  private readonly worker: WorkerHost;
  private readonly corpora: Corpora;
  private readonly l10n: L10n;
  private readonly store = new DisposableStore();
  private readonly shown = this.store.add(languages.createDiagnosticCollection('corpusExplorer.curation'));
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor({ worker, corpora, l10n }: { worker: WorkerHost; corpora: Corpora; l10n: L10n }) {
    this.worker = worker;
    this.corpora = corpora;
    this.l10n = l10n;
    this.store.add(
      workspace.onDidOpenTextDocument((document) => {
        this.schedule(document, 0);
      }),
    );
    this.store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.schedule(document, pauseMs);
      }),
    );
    for (const document of workspace.textDocuments) this.schedule(document, 0);
  }

  /** Shows what is wrong with the file of a corpus on disk, unless an editor holds another state of it. */
  show(corpus: Corpus, problems: readonly CurationProblem[]): void {
    const uri = curationUri(corpus);
    const isEdited = workspace.textDocuments.some(
      (each) => each.isDirty && each.uri.toString() === uri.toString(),
    );
    if (!isEdited)
      this.shown.set(
        uri,
        problems.map((problem) => this.diagnostic(problem)),
      );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.store.dispose();
  }

  private schedule(document: TextDocument, delayMs: number): void {
    const key = document.uri.toString();
    if (!this.corpora.all.some((corpus) => curationUri(corpus).toString() === key)) return;
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.check(document), delayMs),
    );
  }

  private async check(document: TextDocument): Promise<void> {
    const { version } = document;
    try {
      const problems = await this.worker.client.checkCuration(document.getText());
      if (document.isClosed || document.version !== version) return;
      this.shown.set(
        document.uri,
        problems.map((problem) => this.diagnostic(problem)),
      );
    } catch {
      // The worker is gone: the next change asks again.
    }
  }

  private diagnostic({ start, end, line, column, severity, evidence }: CurationProblem): Diagnostic {
    const from = { line: line - 1, character: column - 1 };
    // What spans lines is marked on its first one, to the end.
    const range = new Range(from.line, from.character, from.line, from.character + Math.max(1, end - start));
    const level = severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    const diagnostic = new Diagnostic(range, problemText(this.l10n, evidence), level);
    diagnostic.source = 'Corpus Explorer';
    diagnostic.code = evidence.rule;
    return diagnostic;
  }
}
