import { window } from 'vscode';
import type { Corpus } from './corpus.ts';
import type { Services } from './services.ts';

/** The corpus that a command is about: the only one there is, or the one that the user picks. Undefined when there is none. */
export async function chooseCorpus({ corpora, l10n }: Services, title: string): Promise<Corpus | undefined> {
  const [first, ...others] = corpora.all;
  if (first === undefined) {
    void window.showInformationMessage(l10n.t('Open a folder of articles on this machine first.'));
    return undefined;
  }
  if (others.length === 0) return first;
  const choice = await window.showQuickPick(
    corpora.all.map((corpus) => ({ label: corpus.name, description: corpus.root, corpus })),
    { title, placeHolder: l10n.t('Which corpus?') },
  );
  return choice?.corpus;
}
