import { commands, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { defaultFloorPercent, type ArticleAnalysis, type Boilerplate } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import { registerBoilerplateFolding } from './boilerplateFolding.ts';
import { registerBoilerplateHover } from './boilerplateHover.ts';
import { registerBoilerplateLens } from './boilerplateLens.ts';
import { registerBoilerplateStatus } from './boilerplateStatus.ts';
import type { Cleaning } from './cleaning.ts';
import { planCleaning, type CleaningPlan, type PlanOptions, type ReviewSetting } from './cleaningPlan.ts';
import { registerCompare } from './compare.ts';
import { registerCursorContext } from './cursorContext.ts';
import { editorOf } from './editorOf.ts';
import { refusalText } from './evidenceText.ts';
import { registerFading } from './fading.ts';
import { askAboutLetters, hasLostLetters } from './lostLetters.ts';
import { registerMarks } from './marks.ts';
import { passageAt } from './passageAt.ts';
import type { PassageReference } from './passageReference.ts';
import { removePassages } from './removePassages.ts';
import { reviewAndRemove } from './reviewAndRemove.ts';
import { SeenBoilerplate } from './seenBoilerplate.ts';
import { TextSnapshots } from './textSnapshots.ts';
import { withinSelections } from './withinSelections.ts';

/** Clean Boilerplate, and all that shows boilerplate before it is cleaned. */
export function registerClean(services: Services): Disposable {
  const store = new DisposableStore();
  const snapshots = store.add(new TextSnapshots());
  const seen = store.add(new SeenBoilerplate(services));
  const begin = (resource: unknown, next: (cleaning: Cleaning) => Promise<void>): Promise<void> =>
    beginCleaning(services, snapshots, editorOf(resource), next);
  const clean = (isReviewAsked: boolean) => (resource?: unknown) =>
    begin(resource, (cleaning) => cleanArticle(cleaning, isReviewAsked));
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplate', clean(false)));
  store.add(commands.registerCommand('corpusExplorer.cleanBoilerplateWithReview', clean(true)));
  store.add(
    commands.registerCommand('corpusExplorer.cleanPassage', (reference?: PassageReference) =>
      begin(reference?.uri, (cleaning) => cleanOne(cleaning, reference)),
    ),
  );
  store.add(registerCursorContext(seen));
  store.add(registerFading(seen));
  store.add(registerBoilerplateStatus(services, seen));
  store.add(registerBoilerplateLens(services, seen));
  store.add(registerBoilerplateFolding(services, seen));
  store.add(registerBoilerplateHover(services, seen));
  store.add(registerCompare(services, seen, snapshots));
  store.add(registerMarks(services, seen));
  return store;
}

/** Ends when the user is asked whether a file with lost letters is to be cleaned; a yes goes on later. */
async function beginCleaning(
  services: Services,
  snapshots: TextSnapshots,
  editor: TextEditor | undefined,
  next: (cleaning: Cleaning) => Promise<void>,
): Promise<void> {
  if (editor === undefined) return;
  const goOn = async (): Promise<void> => {
    void services.corpora.of(editor.document.uri)?.start();
    const analysis = await analyze(services, editor.document);
    if (analysis !== undefined) await next({ services, snapshots, editor, analysis });
  };
  if (hasLostLetters(editor.document)) void askAboutLetters(services.l10n, goOn);
  else await goOn();
}

/**
 * A selection limits it to what is selected. Words of one line with no boilerplate in them limit nothing: the trees and
 * the search select what they open an article at.
 */
async function cleanArticle(cleaning: Cleaning, isReviewAsked: boolean): Promise<void> {
  const { editor, analysis } = cleaning;
  const { document } = editor;
  const options = planOptions(document, isReviewAsked);
  const selected = editor.selections
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
  const boilerplate = withinSelections(analysis.text, analysis.boilerplate, selected);
  if (boilerplate.length === 0 && editor.selections.every(({ isSingleLine }) => isSingleLine)) {
    await carryOut(cleaning, planCleaning(analysis, options), false);
    return;
  }
  const part = { ...cleaning, analysis: { text: analysis.text, boilerplate } };
  await carryOut(part, planCleaning(part.analysis, { ...options, isInsisted: true }), true);
}

function planOptions(document: TextDocument, isReviewAsked: boolean): PlanOptions {
  const settings = workspace.getConfiguration('corpusExplorer', document);
  return {
    review: isReviewAsked ? 'always' : settings.get<ReviewSetting>('clean.review', 'whenUnsure'),
    floorPercent: settings.get<number>('clean.floor', defaultFloorPercent),
  };
}

/** Undefined, with a word to the user, when the document cannot be analysed. */
async function analyze(
  { analyses, l10n, log }: Services,
  document: TextDocument,
): Promise<ArticleAnalysis | undefined> {
  try {
    let version: number;
    let analysis: ArticleAnalysis | undefined;
    // Typed in meanwhile, its offsets would not be the document's any more.
    do {
      ({ version } = document);
      analysis = await analyses.of(document);
    } while (version !== document.version);
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
async function carryOut(cleaning: Cleaning, plan: CleaningPlan, isSelection: boolean): Promise<void> {
  const { l10n } = cleaning.services;
  switch (plan.kind) {
    case 'nothing':
      void window.showInformationMessage(
        isSelection
          ? l10n.t('Nothing to remove in the selection.')
          : l10n.t('Nothing to remove in this article.'),
      );
      return;
    case 'nothingSure':
      void offerReview(cleaning, plan.doubtful);
      return;
    case 'refuse':
      void refuse(cleaning, plan);
      return;
    case 'review':
      void reviewAndRemove(cleaning);
      return;
    case 'remove':
      await removePassages(cleaning, plan.passages, plan.kept);
  }
}

async function offerReview(cleaning: Cleaning, doubtful: number): Promise<void> {
  const { l10n } = cleaning.services;
  const review = l10n.t('Review');
  const message = l10n.t('Nothing is surely boilerplate here; {0} in doubt.', countPassages(l10n, doubtful));
  if ((await window.showInformationMessage(message, review)) === review) await reviewAndRemove(cleaning);
}

/** Leaves the text alone, says why, and shows what was found to whoever wants to clean it all the same. */
async function refuse(cleaning: Cleaning, { evidence }: CleaningPlan & { kind: 'refuse' }): Promise<void> {
  const { l10n } = cleaning.services;
  const review = l10n.t('Review');
  const message = `${refusalText(l10n, evidence)} ${l10n.t('Nothing was changed.')}`;
  const buttons = cleaning.analysis.boilerplate.length === 0 ? [] : [review];
  if ((await window.showWarningMessage(message, ...buttons)) === review) await reviewAndRemove(cleaning);
}

/** The passage that a hover names, else the one at the cursor. */
async function cleanOne(cleaning: Cleaning, reference: PassageReference | undefined): Promise<void> {
  const { editor, analysis, services } = cleaning;
  const { l10n } = services;
  const passage = namedPassage(
    analysis.boilerplate,
    reference,
    editor.document.offsetAt(editor.selection.active),
  );
  if (passage === undefined) {
    void window.showInformationMessage(l10n.t('There is no boilerplate at the cursor.'));
    return;
  }
  await removePassages(cleaning, [passage], 0);
}

/** A passage may have changed since a hover named it: then nothing stands there that it could mean. */
function namedPassage(
  passages: readonly Boilerplate[],
  reference: PassageReference | undefined,
  cursor: number,
): Boilerplate | undefined {
  if (reference === undefined) return passageAt(passages, cursor);
  return passages.find(({ start, end }) => start === reference.start && end === reference.end);
}
