import { commands, window, type Uri } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { countArticles } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import type { ChartStep } from './chart.ts';
import { mostCompared, OverTimeView } from './overTimeView.ts';

export interface OverTime extends Disposable {
  readonly view: OverTimeView;
}

export function registerOverTime(services: Services, extensionUri: Uri): OverTime {
  const { corpora, filter, l10n } = services;
  const store = new DisposableStore();
  const view = new OverTimeView(services, extensionUri);
  const show = async (): Promise<void> => {
    await commands.executeCommand('corpusExplorer.overTime.focus');
  };
  const refresh = (): void => {
    void view.refresh();
  };
  store.add(window.registerWebviewViewProvider('corpusExplorer.overTime', view));
  store.add(filter.onDidChange(refresh));
  store.add(corpora.onDidChangeContents(refresh));
  store.add(corpora.onDidChangeFolders(refresh));
  store.add(commands.registerCommand('corpusExplorer.showOverTime', show));
  store.add(
    commands.registerCommand(
      'corpusExplorer.compareOverTime',
      async (argument: TreeNode | EntityReference) => {
        const reference = entityReferenceOf(argument);
        if (!reference) return;
        const { entity: id, name } = reference;
        const others = view.compared.filter((each) => each.id !== id);
        if (others.length >= mostCompared) {
          void window.showInformationMessage(
            l10n.t('Five entities are compared already: take one out first.'),
          );
        } else view.compare([...others, { id, name: name ?? id.slice(id.indexOf(':') + 1) }]);
        await show();
      },
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.chooseCompared', async () => {
      if (await chooseCompared(services, view)) await show();
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.overTimeStep', async () => {
      const items: { label: string; step: ChartStep }[] = [
        { label: l10n.t('Automatic'), step: 'auto' },
        { label: l10n.t('By Year'), step: 'year' },
        { label: l10n.t('By Month'), step: 'month' },
      ];
      const choice = await window.showQuickPick(items, { title: l10n.t('Length of a Period') });
      if (!choice) return;
      view.step = choice.step;
      refresh();
    }),
  );
  return {
    view,
    dispose: () => {
      store.dispose();
    },
  };
}

/**
 * Ticks among those compared now and those with most articles; the context menu of an entity adds any other. False when
 * the user went back.
 */
async function chooseCompared({ corpora, filter, l10n }: Services, view: OverTimeView): Promise<boolean> {
  const known = new Map(view.compared.map(({ id, name }) => [id, { name, articles: 0 }]));
  for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
    for (const { value, label, articles } of (await index.facet(filter.current, 'ORG', { limit: 100 }))
      .items) {
      known.set(value, { name: label, articles: (known.get(value)?.articles ?? 0) + articles });
    }
  }
  const isCompared = (id: string): boolean => view.compared.some((each) => each.id === id);
  const items = [...known]
    .map(([id, { name, articles }]) => ({
      id,
      label: name,
      // What is compared now may stand in no article that the filter lets in.
      ...(articles > 0 && { description: countArticles(l10n, articles) }),
      picked: isCompared(id),
    }))
    .sort((a, b) => Number(b.picked) - Number(a.picked));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Compare Mentions over Time'),
    placeHolder: l10n.t('Up to five; none shows articles'),
  });
  if (!chosen) return false;
  view.compare(chosen.map(({ id, label }) => ({ id, name: label })));
  const left = chosen.slice(mostCompared).map(({ label }) => label);
  if (left.length > 0)
    void window.showInformationMessage(
      l10n.t('No more than five are compared. Left out: {0}', left.join(', ')),
    );
  return true;
}
