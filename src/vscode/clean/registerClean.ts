import { commands, Range, window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
import type { ArticleAnalysis, Boilerplate } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countCharacters, countPassages, formatNumber } from '../l10n.ts';
import type { Services } from '../services.ts';
import { leastLeft, planCleaning, type CleaningPlan, type ReviewSetting } from './cleaningPlan.ts';
import { kindNames } from './evidenceText.ts';
import { Originals } from './originals.ts';
import { reviewPassages } from './review.ts';

interface Cleaning {
  readonly services: Services;
  readonly originals: Originals;
  readonly editor: TextEditor;
}

/** Clean Boilerplate, and the same with a review of every passage. */
export function registerClean(services: Services): Disposable {
  const store = new DisposableStore();
  const originals = store.add(new Originals());
  const run = (isReviewAsked: boolean) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor !== undefined) await clean({ services, originals, editor }, isReviewAsked);
  };
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplate', run(false)));
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplateWithReview', run(true)));
  return store;
}

async function clean(cleaning: Cleaning, isReviewAsked: boolean): Promise<void> {
  const { services, editor } = cleaning;
  const { document } = editor;
  void services.corpora.of(document.uri)?.start();
  const analysis = await analyze(services, document);
  if (analysis === undefined) return;
  const setting = workspace
    .getConfiguration('corpusExplorer', document)
    .get<ReviewSetting>('clean.review', 'whenUnsure');
  const plan = planCleaning(analysis, isReviewAsked ? 'always' : setting);
  await carryOut(cleaning, analysis, plan);
}

async function carryOut(cleaning: Cleaning, analysis: ArticleAnalysis, plan: CleaningPlan): Promise<void> {
  const { l10n } = cleaning.services;
  switch (plan.kind) {
    case 'nothing':
      void window.showInformationMessage(l10n.t('Nothing to remove in this article.'));
      return;
    case 'nothingSure':
      await offerReview(cleaning, analysis, plan.doubtful);
      return;
    case 'review':
      await review(cleaning, analysis, plan.passages);
      return;
    case 'remove':
      if (plan.leaves >= leastLeft || (await askToRemoveMost(cleaning, analysis, plan.leaves))) {
        await remove(cleaning, analysis, plan.passages, plan.kept);
      }
  }
}

/** Undefined, with a word to the user, when the document cannot be analysed. */
async function analyze(
  { analyses, l10n, log }: Services,
  document: TextDocument,
): Promise<ArticleAnalysis | undefined> {
  try {
    const analysis = await analyses.of(document);
    if (analysis === undefined) {
      void window.showInformationMessage(l10n.t('This document is too long to be cleaned as an article.'));
    }
    return analysis;
  } catch (error) {
    log.error(String(error));
    const showLog = l10n.t('Show Log');
    void window.showErrorMessage(l10n.t('The article could not be analysed.'), showLog).then((choice) => {
      if (choice === showLog) log.show();
    });
    return undefined;
  }
}

async function remove(
  { services, originals, editor }: Cleaning,
  analysis: ArticleAnalysis,
  passages: readonly Boilerplate[],
  kept: number,
): Promise<void> {
  const { document } = editor;
  // Typed in since it was analysed: its offsets are not the document's any more.
  if (document.getText() !== analysis.text) return;
  const original = originals.keep(document);
  const isDone = await editor.edit((edit) => {
    for (const { start, end } of passages) edit.delete(rangeOf(document, start, end));
  });
  if (isDone) sayWhatWent(services, document, original, removedInWords(services, passages), kept);
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

function removedInWords({ l10n }: Services, passages: readonly Boilerplate[]): string {
  const characters = passages.reduce((sum, { start, end }) => sum + end - start, 0);
  return l10n.t(
    'Removed {0}, {1} ({2}).',
    countPassages(l10n, passages.length),
    countCharacters(l10n, characters),
    kindNames(l10n, passages),
  );
}

function sayWhatWent(
  services: Services,
  document: TextDocument,
  original: Uri,
  went: string,
  kept: number,
): void {
  const { l10n } = services;
  const stayed = kept === 0 ? '' : ` ${l10n.t('{0} in doubt stayed.', countPassages(l10n, kept))}`;
  const showDiffLabel = l10n.t('Show Diff');
  const reviewLabel = l10n.t('Review');
  const buttons = kept === 0 ? [showDiffLabel] : [showDiffLabel, reviewLabel];
  void window.showInformationMessage(went + stayed, ...buttons).then(async (choice) => {
    if (choice === showDiffLabel) await showDiff(services, document, original);
    if (choice !== reviewLabel) return;
    await window.showTextDocument(document);
    await commands.executeCommand('corpusExplorer.cleanBoilerplateWithReview');
  });
}

function showDiff({ l10n }: Services, document: TextDocument, original: Uri): Thenable<unknown> {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  return commands.executeCommand(
    'vscode.diff',
    original,
    document.uri,
    l10n.t('{0} (original ↔ cleaned)', name),
  );
}

async function review(
  cleaning: Cleaning,
  analysis: ArticleAnalysis,
  passages: readonly Boilerplate[],
): Promise<void> {
  const { services, originals, editor } = cleaning;
  const { document } = editor;
  if (document.getText() !== analysis.text) return;
  const original = originals.keep(document);
  if (!(await reviewPassages(services.l10n, document, passages))) return;
  const characters = analysis.text.length - document.getText().length;
  const went = services.l10n.t('Removed {0}.', countCharacters(services.l10n, characters));
  sayWhatWent(services, document, original, went, 0);
}

async function offerReview(cleaning: Cleaning, analysis: ArticleAnalysis, doubtful: number): Promise<void> {
  const { l10n } = cleaning.services;
  const reviewLabel = l10n.t('Review');
  const message = l10n.t('Nothing is surely boilerplate here; {0} in doubt.', countPassages(l10n, doubtful));
  const choice = await window.showInformationMessage(message, reviewLabel);
  if (choice === reviewLabel) await review(cleaning, analysis, analysis.boilerplate);
}

async function askToRemoveMost(
  cleaning: Cleaning,
  analysis: ArticleAnalysis,
  leaves: number,
): Promise<boolean> {
  const { l10n } = cleaning.services;
  const removeLabel = l10n.t('Remove All the Same');
  const reviewLabel = l10n.t('Review');
  const percent = formatNumber(l10n, Math.round((1 - leaves) * 100));
  const message = l10n.t('This would remove {0} % of the text. Is it an article?', percent);
  const choice = await window.showWarningMessage(message, reviewLabel, removeLabel);
  if (choice === reviewLabel) await review(cleaning, analysis, analysis.boilerplate);
  return choice === removeLabel;
}
