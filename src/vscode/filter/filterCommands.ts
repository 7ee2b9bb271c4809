import { commands } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { chooseDates } from './chooseDates.ts';
import { chooseEntities } from './chooseEntities.ts';
import { chooseOutlets } from './chooseOutlets.ts';
import { chooseWords } from './chooseWords.ts';
import { chooseFacet } from './chooseFacet.ts';

/** Filter… and Clear Filter. */
export function registerFilterCommands(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(commands.registerCommand('corpusExplorer.filter', () => filterStepByStep(services)));
  store.add(
    commands.registerCommand('corpusExplorer.clearFilter', () => {
      services.filter.clear();
    }),
  );
  return store;
}

/** First what to filter by, then its values; who gives up the values is asked again what to filter by. */
async function filterStepByStep(services: Services): Promise<void> {
  void services.corpora.start();
  for (;;) {
    const facet = await chooseFacet(services);
    if (facet === undefined) return;
    if (facet === 'clear') {
      services.filter.clear();
      return;
    }
    const steps = {
      entities: chooseEntities,
      dates: chooseDates,
      outlets: chooseOutlets,
      words: chooseWords,
    };
    const choice = await steps[facet](services);
    if (choice === undefined) continue;
    services.filter.set(choice.filter, choice.names);
    return;
  }
}
