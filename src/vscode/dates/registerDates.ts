import { commands } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { registerDateHover } from './dateHover.ts';
import type { DateTarget } from './dateTarget.ts';
import { setPublicationDate } from './setPublicationDate.ts';
import { whyThisDate } from './whyThisDate.ts';

/** What is asked and put right about dates: from the trees, the editor and the hover over a dateline. */
export function registerDates(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(registerDateHover(services));
  store.add(
    commands.registerCommand('corpusExplorer.whyThisDate', (target: DateTarget) =>
      whyThisDate(services, target),
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.setPublicationDate', (target: DateTarget) =>
      setPublicationDate(services, target),
    ),
  );
  return store;
}
