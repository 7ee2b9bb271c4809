import { commands, env, window } from 'vscode';
import type { ArticleRow, EntityId } from '../../core/index.ts';
import { entityMark } from '../curation/entityWords.ts';
import { typeIcons } from '../entityTypes.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { naming } from '../filter/filterRange.ts';
import { entityAtCursor } from '../gestures/entityAtCursor.ts';
import type { ServicesWithTrees } from '../services.ts';
import type { ShownCorpus, TreeNode } from './nodes.ts';
import { revealArticleInDates, revealArticleInEntities, revealEntity, revealYearInDates } from './reveal.ts';

/** What can be done with an item of the trees, and the same from a card; by the keyboard with the name at the cursor. */
export function registerItemCommands(services: ServicesWithTrees): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand('corpusExplorer.copyName', async (node: TreeNode) => {
      if (node.kind === 'entity') await env.clipboard.writeText(node.name);
      if (node.kind === 'article') await env.clipboard.writeText(node.article.title);
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.filterByThis', async (argument?: TreeNode | EntityReference) => {
      const subject = argument ?? (await entityAtCursor(services));
      if (subject) filterByThis(services, subject);
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.showInTree', async (argument?: TreeNode | EntityReference) => {
      const reference = entityReferenceOf(argument) ?? (await entityAtCursor(services));
      const corpus = reference && services.corpora.at(reference.root);
      if (corpus) await revealEntity(services, corpus, reference.entity);
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.revealInOtherTree', (node: TreeNode) =>
      revealInOtherTree(services, node),
    ),
  );
  return store;
}

function filterByThis({ filter }: ServicesWithTrees, argument: TreeNode | EntityReference): void {
  const reference = entityReferenceOf(argument);
  if (reference) {
    const { entity, name } = reference;
    filter.set(naming(filter.current, entity), name === undefined ? [] : [[entity, name]]);
    return;
  }
  // Every other node is a narrower filter already; its entity, if any, stands above it with its name.
  if (!('filter' in argument)) return;
  const above = 'kind' in argument && argument.parent?.kind === 'entity' ? argument.parent : undefined;
  filter.set(argument.filter, above ? [[above.entity, above.name]] : []);
}

async function revealInOtherTree(services: ServicesWithTrees, node: TreeNode): Promise<void> {
  if (node.kind === 'year') await revealYearInDates(services, node.corpus, node.year);
  if (node.kind !== 'article') return;
  if (node.entity !== undefined) {
    await revealArticleInDates(services, node.corpus, node.article);
    return;
  }
  const entity = await chooseEntity(services, node.corpus, node.article);
  if (entity !== undefined) await revealArticleInEntities(services, node.corpus, entity, node.article);
}

/** An article stands under each of its entities; the user says which, the most often named first. */
async function chooseEntity(
  { l10n }: ServicesWithTrees,
  corpus: ShownCorpus,
  article: ArticleRow,
): Promise<EntityId | undefined> {
  const counts = new Map<EntityId, number>();
  for (const { entity } of await corpus.index.mentions(article.id))
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const often = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 30);
  const cards = await Promise.all(often.map(([id]) => corpus.index.entity(id)));
  const items = cards.flatMap((card) =>
    card
      ? [
          {
            label: `$(${typeIcons[card.type]}) ${card.name}`,
            description: entityMark(l10n, card).join(' · '),
            id: card.id,
          },
        ]
      : [],
  );
  if (items.length <= 1) return items[0]?.id;
  const placeHolder = l10n.t('Under which name?');
  return (await window.showQuickPick(items, { placeHolder }))?.id;
}
