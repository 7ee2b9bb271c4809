import { commands, window, workspace, type TextDocument } from 'vscode';
import type { ArticleAnalysis } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { formatNumber, countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import { leastLeft, planCleaning, type CleaningPlan, type ReviewSetting } from './cleaningPlan.ts';
import { Originals } from './originals.ts';
import { removePassages, reviewAndRemove, type Cleaning } from './removePassages.ts';

/** Clean Boilerplate, and the same with a review of every passage. */
export function registerClean(services: Services): Disposable {
  const store = new DisposableStore();
  const originals = store.add(new Originals());
  const run = (isReviewAsked: boolean) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    void services.corpora.of(editor.document.uri)?.start();
    const analysis = await analyze(services, editor.document);
    if (analysis === undefined) return;
    const review = isReviewAsked ? 'always' : reviewSetting(editor.document);
    await carryOut({ services, originals, editor, analysis }, planCleaning(analysis, review));
  };
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplate', run(false)));
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplateWithReview', run(true)));
  return store;
}

function reviewSetting(document: TextDocument): ReviewSetting {
  return workspace
    .getConfiguration('corpusExplorer', document)
    .get<ReviewSetting>('clean.review', 'whenUnsure');
}

/** Undefined, with a word to the user, when the document cannot be analysed. */
async function analyze(
  { analyses, l10n, log }: Services,
  document: TextDocument,
): Promise<ArticleAnalysis | undefined> {
  try {
    let analysis: ArticleAnalysis | undefined;
    // Typed in meanwhile, its offsets would not be the document's any more.
    do analysis = await analyses.of(document);
    while (analysis !== undefined && analysis.text !== document.getText());
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

/** Ends when the passages are gone or the user is asked; what the answer brings comes later. */
async function carryOut(cleaning: Cleaning, plan: CleaningPlan): Promise<void> {
  const { l10n } = cleaning.services;
  switch (plan.kind) {
    case 'nothing':
      void window.showInformationMessage(l10n.t('Nothing to remove in this article.'));
      return;
    case 'nothingSure':
      void offerReview(cleaning, plan.doubtful);
      return;
    case 'review':
      void reviewAndRemove(cleaning);
      return;
    case 'remove':
      if (plan.leaves < leastLeft) void askToRemoveMost(cleaning, plan);
      else await removePassages(cleaning, plan.passages, plan.kept);
  }
}

async function offerReview(cleaning: Cleaning, doubtful: number): Promise<void> {
  const { l10n } = cleaning.services;
  const review = l10n.t('Review');
  const message = l10n.t('Nothing is surely boilerplate here; {0} in doubt.', countPassages(l10n, doubtful));
  if ((await window.showInformationMessage(message, review)) === review) await reviewAndRemove(cleaning);
}

async function askToRemoveMost(cleaning: Cleaning, plan: CleaningPlan & { kind: 'remove' }): Promise<void> {
  const { l10n } = cleaning.services;
  const [review, remove] = [l10n.t('Review'), l10n.t('Remove All the Same')];
  const percent = formatNumber(l10n, Math.round((1 - plan.leaves) * 100));
  const message = l10n.t('This would remove {0} % of the text. Is it an article?', percent);
  const choice = await window.showWarningMessage(message, review, remove);
  if (choice === review) await reviewAndRemove(cleaning);
  if (choice === remove) await removePassages(cleaning, plan.passages, plan.kept);
}
