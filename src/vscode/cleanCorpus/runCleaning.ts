import * as path from 'node:path';
import {
  CancellationTokenSource,
  commands,
  env,
  ProgressLocation,
  UIKind,
  Uri,
  window,
  workspace,
  type CancellationToken,
} from 'vscode';
import type { CleanCorpusParams, CleaningReport } from '../../worker/protocol.ts';
import type { Corpus } from '../corpus.ts';
import { describeFilter } from '../filter/filterText.ts';
import { throttle } from '../throttle.ts';
import type { Services } from '../services.ts';
import type { CopyChoice } from './chooseCopies.ts';
import { doneWords, ofArticles, progressWords } from './cleaningWords.ts';
import { problemText, reportTextsOf } from './reportTexts.ts';

/** All that the user has chosen. */
export interface CleaningChoice extends CopyChoice {
  readonly target: string;
  readonly startsOver: boolean;
}

/** How often the message in the corner says how far it is. */
const progressDelayMs = 200;

/** Cleanings that are under way, so that a command can cancel them too. */
const underWay = new Set<CancellationTokenSource>();

/** Cancels every cleaning that is under way; what is done is kept. */
export function cancelCleaning(): void {
  for (const source of underWay) source.cancel();
}

/** Cleans the articles of the filter, with progress and cancel, and says at the end what came of it. */
export async function runCleaning(
  services: Services,
  corpus: Corpus,
  choice: CleaningChoice,
): Promise<CleaningReport | undefined> {
  const { l10n, log } = services;
  const source = new CancellationTokenSource();
  underWay.add(source);
  tellUnderWay();
  try {
    const report = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Cleaning “{0}”', corpus.name),
        cancellable: true,
      },
      (progress, token) => {
        token.onCancellationRequested(() => {
          source.cancel();
        });
        return clean(services, corpus, choice, source.token, (message, increment) => {
          progress.report({ message, ...(increment !== undefined && { increment }) });
        });
      },
    );
    if (report) void sayWhatCame(services, corpus, choice, report);
    return report;
  } catch (error) {
    log.error(String(error));
    void sayInterrupted(services, corpus, choice, l10n.t('Cleaning was interrupted; what is done is kept.'));
    return undefined;
  } finally {
    underWay.delete(source);
    source.dispose();
    tellUnderWay();
  }
}

function tellUnderWay(): void {
  void commands.executeCommand('setContext', 'corpusExplorer.cleaning', underWay.size > 0);
}

async function clean(
  { worker, filter, l10n }: Services,
  corpus: Corpus,
  choice: CleaningChoice,
  token: CancellationToken,
  say: (message: string, increment?: number) => void,
): Promise<CleaningReport | undefined> {
  say(l10n.t('Waiting until the corpus is indexed'));
  await Promise.race([corpus.whenSettled(), cancelled(token)]);
  if (token.isCancellationRequested) return undefined;
  let shown = 0;
  let latest: Parameters<typeof progressWords>[1] | undefined;
  const tell = throttle(progressDelayMs, () => {
    if (latest === undefined) return;
    const percent =
      latest.phase === 'cleaning' && latest.total > 0 ? (latest.done / latest.total) * 100 : shown;
    say(progressWords(l10n, latest), Math.max(0, percent - shown));
    shown = Math.max(shown, percent);
  });
  const subscription = worker.onCleaning(({ target, progress }) => {
    if (target !== choice.target) return;
    latest = progress;
    tell.request();
  });
  try {
    const current = filter.current;
    const order: CleanCorpusParams = {
      ...choice,
      root: corpus.root,
      corpusName: corpus.name,
      filter: current,
      filterText: describeFilter(l10n, current, filter.names),
      floorPercent: floorOf(corpus),
      texts: reportTextsOf(l10n),
    };
    return await worker.client.cleanCorpus(order, token);
  } finally {
    subscription.dispose();
    tell.dispose();
  }
}

function floorOf({ root }: Corpus): number {
  return workspace.getConfiguration('corpusExplorer', Uri.file(root)).get<number>('clean.floor', 10);
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}

async function sayWhatCame(
  services: Services,
  corpus: Corpus,
  choice: CleaningChoice,
  report: CleaningReport,
): Promise<void> {
  const { l10n } = services;
  const { outcome, problem, articles, wanted } = report;
  const done = ofArticles(l10n, articles, Math.max(wanted, articles));
  if (problem) {
    const words = problemText(l10n, problem);
    if (outcome === 'refused') void window.showErrorMessage(words);
    else await sayInterrupted(services, corpus, choice, `${words} ${l10n.t('Done: {0}.', done)}`);
    return;
  }
  if (outcome === 'cancelled') {
    await sayInterrupted(services, corpus, choice, l10n.t('Cleaning was cancelled. Done: {0}.', done));
    return;
  }
  const [open, show] = [l10n.t('Open Report'), l10n.t('Show Folder')];
  const words = doneWords(l10n, report, path.basename(choice.target));
  const answer = await window.showInformationMessage(words, open, show);
  if (answer === open) await openReport(choice.target);
  if (answer === show) await showFolder(choice.target);
}

async function sayInterrupted(
  services: Services,
  corpus: Corpus,
  choice: CleaningChoice,
  words: string,
): Promise<void> {
  const { l10n } = services;
  const [resume, show] = [l10n.t('Resume'), l10n.t('Show Folder')];
  const answer = await window.showWarningMessage(words, resume, show);
  if (answer === resume) await runCleaning(services, corpus, { ...choice, startsOver: false });
  if (answer === show) await showFolder(choice.target);
}

function openReport(target: string): Thenable<unknown> {
  return commands.executeCommand('markdown.showPreview', Uri.file(path.join(target, 'loss-report.md')));
}

/** In the system's file manager where that is at hand, else in a window of its own. */
function showFolder(target: string): Thenable<unknown> {
  const isLocal = env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  return isLocal
    ? commands.executeCommand('revealFileInOS', Uri.file(path.join(target, 'loss-report.md')))
    : commands.executeCommand('vscode.openFolder', Uri.file(target), { forceNewWindow: true });
}
