import * as path from 'node:path';
import { Uri, window } from 'vscode';
import type { Corpus } from '../corpus.ts';
import { countArticles } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { EarlierCleaning } from '../../worker/protocol.ts';
import { problemText } from './reportTexts.ts';

/** A folder that a corpus can be cleaned into, and what is to be done with the run that it holds. */
export interface ChosenTarget {
  readonly target: string;
  readonly earlier?: EarlierCleaning;
  readonly startsOver: boolean;
}

/** Asks for a folder until one can be used. Undefined when the user gives up. `given` is asked about first. */
export async function chooseTarget(
  services: Services,
  corpus: Corpus,
  given?: string,
): Promise<ChosenTarget | undefined> {
  let target = given ?? (await askForFolder(services, corpus));
  while (target !== undefined) {
    const { problem, earlier } = await services.worker.client.inspectTarget(corpus.root, target);
    if (problem) {
      const isFull = problem.rule === 'notEmpty';
      target = await askAfterProblem(
        services,
        corpus,
        problemText(services.l10n, problem),
        isFull ? target : undefined,
      );
      continue;
    }
    if (earlier === undefined) return { target, startsOver: false };
    const choice = await askAboutEarlier(services, earlier, target);
    if (choice === undefined) return undefined;
    if (choice !== 'other') return { target, earlier, startsOver: choice === 'startOver' };
    target = await askForFolder(services, corpus);
  }
  return undefined;
}

async function askForFolder({ l10n }: Services, { root }: Corpus): Promise<string | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: Uri.file(path.dirname(root)),
      openLabel: l10n.t('Clean into This Folder'),
      title: l10n.t('A new or empty folder for the cleaned copies'),
    })) ?? [];
  if (chosen === undefined) return undefined;
  if (chosen.scheme === 'file') return chosen.fsPath;
  void window.showErrorMessage(l10n.t('Copies can be written to a local folder only.'));
  return undefined;
}

/** Of a folder with other files in it, a new one inside is offered. */
async function askAfterProblem(
  services: Services,
  corpus: Corpus,
  problem: string,
  full: string | undefined,
): Promise<string | undefined> {
  const { l10n } = services;
  const [inside, other] = [l10n.t('New Folder in It'), l10n.t('Choose Another Folder')];
  const buttons = full === undefined ? [other] : [inside, other];
  const choice = await window.showWarningMessage(problem, ...buttons);
  if (choice === inside && full !== undefined) return path.join(full, l10n.t('{0} cleaned', corpus.name));
  return choice === other ? askForFolder(services, corpus) : undefined;
}

async function askAboutEarlier(
  { l10n }: Services,
  { isFinished, articles }: EarlierCleaning,
  target: string,
): Promise<'goOn' | 'startOver' | 'other' | undefined> {
  const done = countArticles(l10n, articles);
  const goOn = isFinished
    ? { label: l10n.t('$(sync) Update'), detail: l10n.t('Only articles that are new or have changed.') }
    : { label: l10n.t('$(debug-continue) Resume'), detail: l10n.t('Goes on where the last run stopped.') };
  const choice = await window.showQuickPick(
    [
      { ...goOn, description: articles > 0 ? done : '', answer: 'goOn' as const },
      {
        label: l10n.t('$(debug-restart) Start Over'),
        detail: l10n.t('Makes every copy anew, and writes over those that are there.'),
        answer: 'startOver' as const,
      },
      { label: l10n.t('$(folder-opened) Choose Another Folder…'), answer: 'other' as const },
    ],
    {
      title: l10n.t('Clean Corpus'),
      placeHolder: l10n.t('“{0}” holds copies of this corpus', path.basename(target)),
    },
  );
  return choice?.answer;
}
