import { commands, window } from 'vscode';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import type { Services } from './services.ts';

/** Index, cancel, refresh, rebuild; and a word to the user when the worker had to be started again. */
export function registerIndexCommands({ corpora, worker, l10n, log }: Services): Disposable {
  const store = new DisposableStore();
  const refresh = async (): Promise<void> => {
    await Promise.all(corpora.all.map((corpus) => corpus.refresh()));
  };
  store.add(commands.registerCommand('corpusExplorer.indexCorpus', refresh));
  store.add(commands.registerCommand('corpusExplorer.refresh', refresh));
  store.add(
    commands.registerCommand('corpusExplorer.rebuildIndex', async () => {
      await Promise.all(corpora.all.map((corpus) => corpus.rebuild()));
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.cancelIndexing', () => {
      for (const corpus of corpora.all) corpus.cancel();
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.showLog', () => {
      log.show();
    }),
  );
  store.add(
    worker.onExit(() => {
      const showLog = l10n.t('Show Log');
      void window
        .showWarningMessage(l10n.t('The corpus worker stopped and was started again.'), showLog)
        .then((choice) => {
          if (choice === showLog) log.show();
        });
    }),
  );
  return store;
}
