import { commands } from 'vscode';
import type { EntityChoice } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { ServicesWithTrees } from '../services.ts';
import { focusedRow } from '../tree/focusedRow.ts';
import type { EntityNode, TreeNode } from '../tree/nodes.ts';
import { said, toSubject } from './entitySubject.ts';

/** Accept and reject a name that is to be looked at, in the tree: then the next one is selected, so that one key does each. */
export function registerReviewNames(services: ServicesWithTrees): Disposable {
  const store = new DisposableStore();
  const { entitiesView } = services.trees;
  const selected = (): EntityNode | undefined => entitiesView.selection.find(isToBeLookedAt);
  const register = (name: string, action: EntityChoice['action']): void => {
    store.add(
      commands.registerCommand(`corpusExplorer.${name}`, async (node?: TreeNode) => {
        const judged = node ?? (await focusedRow(entitiesView));
        if (judged && isToBeLookedAt(judged)) await judge(services, judged, action);
      }),
    );
  };
  register('acceptName', 'isEntity');
  register('rejectName', 'notAnEntity');
  store.add(
    entitiesView.onDidChangeSelection(() => {
      void commands.executeCommand('setContext', 'corpusExplorer.isNameToReview', selected() !== undefined);
    }),
  );
  return store;
}

function isToBeLookedAt(node: TreeNode): node is EntityNode {
  return node.kind === 'entity' && node.isUnsure === true;
}

async function judge(
  services: ServicesWithTrees,
  node: EntityNode,
  action: EntityChoice['action'],
): Promise<void> {
  const { corpus, entity, name } = node;
  const subject = await toSubject(services, { root: corpus.root, entity, name });
  if (!subject) return;
  await selectNext(services, node);
  await services.curation.setEntity(
    corpus.root,
    said(subject, { action, to: action === 'isEntity' ? 'asFound' : 'true' }),
    [],
    true,
  );
}

/** Before the list is a shorter one, so that the next key is not for the same name again. */
async function selectNext({ trees }: ServicesWithTrees, node: EntityNode): Promise<void> {
  const siblings = (await trees.entities.getChildren(node.parent)).filter(isToBeLookedAt);
  const at = siblings.findIndex(({ id }) => id === node.id);
  const next = siblings[at + 1] ?? siblings[at - 1];
  if (next) await trees.entitiesView.reveal(next, { select: true, focus: true });
}
