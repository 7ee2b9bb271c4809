import { EventEmitter, window, type Event, type LogOutputChannel, type TextDocument } from 'vscode';
import {
  emptyCuration,
  isClusterAddress,
  type ArticleId,
  type Curation,
  type EntityChoice,
  type PassageChoice,
  type SavedSearch,
} from '../../core/index.ts';
import type { CurationEdit } from '../../worker/protocol.ts';
import type { Corpora } from '../corpora.ts';
import type { Corpus } from '../corpus.ts';
import { articleIdOf } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { WorkerHost } from '../workerHost.ts';
import { completePassage, type ShownArticle } from './completePassage.ts';
import { CurationProblems } from './curationProblems.ts';
import { confirmationText, refusalText } from './curationTexts.ts';
import { CurationWatch } from './curationWatch.ts';
import { curationUri, writeChoices, type Refusal } from './writeChoices.ts';
import { WrittenChoices, type WrittenChoice } from './writtenChoices.ts';

/** What the curation files are built on. */
export interface CurationContext {
  readonly worker: WorkerHost;
  readonly corpora: Corpora;
  readonly l10n: L10n;
  readonly log: LogOutputChannel;
}

/** Long enough to read a sentence. */
const quietMs = 6000;

/** What the user has put right in the corpora of this window: the one place where it is written, and heard of. */
export class CurationFiles implements Disposable {
  private readonly context: CurationContext;
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new EventEmitter<string>());
  private readonly problems: CurationProblems;
  private readonly watch: CurationWatch;
  private readonly written = new WrittenChoices();
  /** Roots of which what is wrong in the file was looked at since they were opened. */
  private readonly checked = new Set<string>();

  /** The choices of a corpus (its root) may be others than before: what was analysed with them is out of date. */
  readonly onDidChange: Event<string> = this.changed.event;

  constructor(context: CurationContext) {
    this.context = context;
    this.problems = this.store.add(new CurationProblems(context));
    this.watch = this.store.add(new CurationWatch(context.corpora, (root) => void this.takeUp(root)));
    this.store.add(
      context.corpora.onDidChangeState(() => {
        for (const corpus of context.corpora.all) {
          const { root, state } = corpus;
          if (state !== 'ready' || this.checked.has(root)) continue;
          this.checked.add(root);
          void this.updateIndex(corpus);
        }
      }),
    );
  }

  /**
   * Keeps the user's word on a passage, and says so with a way back. Where neither `outlet` nor `article` is given it
   * holds in the outlet of the document, or in the whole corpus when that tells no outlets apart. Never rejects; false
   * when nothing was written, which the user was told.
   */
  addPassage(document: TextDocument, choice: PassageChoice): Promise<boolean> {
    return this.changePassage(document, 'set', choice);
  }

  /** Takes the user's word on a passage back. Never rejects. */
  async removePassage(document: TextDocument, choice: PassageChoice): Promise<void> {
    await this.changePassage(document, 'remove', choice);
  }

  /**
   * Keeps the user's word on a publication date: `YYYY[-MM[-DD]]`, null for "it has none", undefined to take it back.
   * Never rejects.
   */
  async setDate(root: string, article: ArticleId, date: string | null | undefined): Promise<void> {
    const action = date === undefined ? 'remove' : 'set';
    await this.change(root, [{ section: 'dates', action, choice: { article, date: date ?? null } }]);
  }

  /** Keeps the user's word on an entity, instead of some other words. Quietly: in the status bar. Never rejects. */
  async setEntity(
    root: string,
    choice: EntityChoice,
    others: readonly EntityChoice[] = [],
    isQuiet = false,
  ): Promise<void> {
    const removed = others.map(
      (other) => ({ section: 'entities', action: 'remove', choice: other }) as const,
    );
    await this.change(root, [...removed, { section: 'entities', action: 'set', choice }], isQuiet);
  }

  /** Takes back what the user said of entities. Never rejects. */
  async removeEntities(root: string, choices: readonly EntityChoice[]): Promise<void> {
    const edits = choices.map((choice) => ({ section: 'entities', action: 'remove', choice }) as const);
    await this.change(root, edits);
  }

  /** Whether there is anything that `undo` would take back. */
  get canUndo(): boolean {
    return this.written.last !== undefined;
  }

  /** Takes back what was last written in this window, unless somebody has written of the same since. Never rejects. */
  async undo(): Promise<void> {
    const { last } = this.written;
    if (last) await this.takeBack(last);
  }

  /** What the user has said of entities. */
  async entityChoices(root: string): Promise<readonly EntityChoice[]> {
    return (await this.read(root)).entities ?? [];
  }

  /** Keeps a search by its name; `renamed` is the name it had, under which it is kept no more. Never rejects. */
  async setSearch(root: string, choice: SavedSearch, renamed?: SavedSearch): Promise<void> {
    const removal = renamed && ({ section: 'searches', action: 'remove', choice: renamed } as const);
    const edits = [...(removal ? [removal] : []), { section: 'searches', action: 'set', choice } as const];
    await this.change(root, edits);
  }

  async removeSearch(root: string, choice: SavedSearch): Promise<void> {
    await this.change(root, [{ section: 'searches', action: 'remove', choice }]);
  }

  async searches(root: string): Promise<readonly SavedSearch[]> {
    return (await this.read(root)).searches ?? [];
  }

  /** What the user put right in a corpus, as the file says it now; nothing of one that is not there. */
  async read(root: string): Promise<Curation> {
    const corpus = this.context.corpora.at(root);
    return corpus ? this.context.worker.client.readCuration(corpus.curationFolder) : emptyCuration;
  }

  /** Opens the file. */
  async open(root: string): Promise<void> {
    const corpus = this.context.corpora.at(root);
    if (corpus) await window.showTextDocument(curationUri(corpus));
  }

  dispose(): void {
    this.store.dispose();
  }

  private async changePassage(
    document: TextDocument,
    action: CurationEdit['action'],
    choice: PassageChoice,
  ): Promise<boolean> {
    const { l10n } = this.context;
    const shown = this.articleIn(document);
    if (!shown) {
      void window.showWarningMessage(
        l10n.t('The text is in no folder of the workspace, so that nothing can be kept of it.'),
      );
      return false;
    }
    try {
      const complete = await completePassage(this.context.worker, shown, choice);
      return await this.change(shown.root, [{ section: 'passages', action, choice: complete }]);
    } catch (error) {
      this.context.log.warn(String(error));
      void window.showWarningMessage(refusalText(l10n, 'failed'));
      return false;
    }
  }

  private articleIn(document: TextDocument): ShownArticle | undefined {
    const root = this.context.corpora.of(document.uri)?.root;
    const article = root === undefined ? undefined : articleIdOf(root, document.uri);
    return root === undefined || article === undefined
      ? undefined
      : { root, article, text: document.getText() };
  }

  /** Writes, and says what came of it. False when nothing was written. */
  private async change(root: string, edits: readonly CurationEdit[], isQuiet = false): Promise<boolean> {
    const { l10n } = this.context;
    const corpus = this.context.corpora.at(root);
    if (!corpus) return false;
    const writing = await writeChoices(this.context, corpus, { edits });
    if (!writing.isDone) {
      void this.explainRefusal(corpus, writing.reason);
      return false;
    }
    this.watch.touch(root);
    // What an editor holds is undone there.
    const made = writing.isUnsaved ? undefined : { root, undo: writing.undo };
    if (made) this.written.remember(made);
    const undo = l10n.t('Undo');
    const openFile = l10n.t('Open the File');
    const text = confirmationText(l10n, edits.at(-1)!, {
      isUnsaved: writing.isUnsaved === true,
      isInCluster: isClusterAddress(root),
    });
    if (isQuiet) {
      window.setStatusBarMessage(`$(edit) ${text}`, quietMs);
      return true;
    }
    // The user reads it when they like: nothing waits for it.
    void window.showInformationMessage(text, ...(made ? [undo] : []), openFile).then(async (answer) => {
      if (answer === openFile) await this.open(root);
      if (answer === undo && made) await this.takeBack(made);
    });
    return true;
  }

  private async takeBack(made: WrittenChoice): Promise<void> {
    // By a message that is still there, after the key.
    if (!this.written.has(made)) return;
    const { root, undo } = made;
    const corpus = this.context.corpora.at(root);
    if (!corpus) return;
    const writing = await writeChoices(this.context, corpus, undo);
    if (writing.isDone || writing.reason === 'changedSince') this.written.forget(made);
    if (writing.isDone) {
      this.watch.touch(root);
      window.setStatusBarMessage(`$(discard) ${this.context.l10n.t('Your choice is taken back.')}`, quietMs);
    } else void this.explainRefusal(corpus, writing.reason);
  }

  private async explainRefusal(corpus: Corpus, reason: Refusal): Promise<void> {
    const { l10n, log } = this.context;
    log.warn(`${curationUri(corpus).fsPath}: ${reason}`);
    const text = refusalText(l10n, reason);
    const openFile = l10n.t('Open the File');
    const isInFile = reason === 'notReadable' || reason === 'notEditable' || reason === 'changedSince';
    const answer = await window.showWarningMessage(text, ...(isInFile ? [openFile] : []));
    if (answer === openFile) await this.open(corpus.root);
  }

  /** Open documents first, since somebody looks at them; then the index, which tells the trees by itself. */
  private async takeUp(root: string): Promise<void> {
    this.changed.fire(root);
    const corpus = this.context.corpora.at(root);
    if (corpus && !corpus.isOpen) await corpus.start();
    if (corpus) await this.updateIndex(corpus);
  }

  private async updateIndex(corpus: Corpus): Promise<void> {
    const { root } = corpus;
    try {
      const { problems } = await this.context.worker.client.updateCuration(root);
      this.problems.show(corpus, problems);
    } catch (error) {
      this.context.log.warn(`${root}: ${String(error)}`);
    }
  }
}
