import { commands, window } from 'vscode';
import { isClusterAddress } from '../../core/index.ts';
import type { CleaningReport } from '../../worker/protocol.ts';
import { chooseCorpus } from '../chooseCorpus.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { chooseCopies, type CopyChoice } from './chooseCopies.ts';
import { chooseTarget } from './chooseTarget.ts';
import { cancelCleaning, runCleaning } from './runCleaning.ts';

/** What a key binding or another command may say already; the rest is asked. */
export interface CleanCorpusArguments extends Partial<CopyChoice> {
  /** The folder of copies, absolute. */
  readonly target?: string;
  /** Of an earlier run in that folder: take over what it has done. */
  readonly goesOn?: boolean;
}

/** Clean Corpus…: cleaned copies of the filtered articles in a folder that the user chooses. */
export function registerCleanCorpus(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand('corpusExplorer.cleanCorpus', (given?: CleanCorpusArguments) =>
      // A view's menu hands over what it was opened on.
      cleanCorpus(services, typeof given?.target === 'string' ? given : {}),
    ),
  );
  store.add(commands.registerCommand('corpusExplorer.cancelCleaning', cancelCleaning));
  return store;
}

async function cleanCorpus(
  services: Services,
  given: CleanCorpusArguments,
): Promise<CleaningReport | undefined> {
  const corpus = await chooseCorpus(services, services.l10n.t('Clean Corpus'));
  if (corpus === undefined) return undefined;
  if (isClusterAddress(corpus.root)) {
    void window.showInformationMessage(
      services.l10n.t(
        'Copies are cleaned from files, and a corpus in a cluster has none here: Export… writes its cleaned texts.',
      ),
    );
    return undefined;
  }
  void corpus.start();
  const { target, goesOn } = given;
  const place =
    target !== undefined && goesOn === true
      ? { target, startsOver: false }
      : await chooseTarget(services, corpus, target);
  if (place === undefined) return undefined;
  const choice = place.startsOver ? undefined : place.earlier;
  const copies =
    choice ?? (isWhole(given) ? given : await chooseCopies(services.l10n, place.earlier?.format));
  if (copies === undefined) return undefined;
  const { format, withMap, removesDoubtful } = copies;
  return runCleaning(services, corpus, {
    target: place.target,
    startsOver: place.startsOver,
    format,
    withMap,
    removesDoubtful,
  });
}

function isWhole(given: CleanCorpusArguments): given is CleanCorpusArguments & CopyChoice {
  return given.format !== undefined && given.withMap !== undefined && given.removesDoubtful !== undefined;
}
