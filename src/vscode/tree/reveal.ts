import { commands, window } from 'vscode';
import type { ArticleRow, EntityId } from '../../core/index.ts';
import type { ServicesWithTrees } from '../services.ts';
import { entityNodeId } from './branches.ts';
import type { CorpusTree } from './corpusTree.ts';
import type { ShownCorpus, TreeNode } from './nodes.ts';

const shown = { select: true, focus: true, expand: false };

/** Selects an entity in the first tree, whatever page it stands on. */
export async function revealEntity(
  services: ServicesWithTrees,
  corpus: ShownCorpus,
  entity: EntityId,
): Promise<void> {
  const { entitiesView } = services.trees;
  const node = await findEntity(services, corpus, entity);
  if (node === undefined) await sayNotShown(services, () => revealEntity(services, corpus, entity));
  else await entitiesView.reveal(node, { ...shown, expand: true });
}

export async function revealYearInDates(
  services: ServicesWithTrees,
  corpus: ShownCorpus,
  year: string,
): Promise<void> {
  const { dates, datesView } = services.trees;
  const top = await topOf(dates, corpus);
  const node = await dates.childOf(top, `${corpus.root}|${year}`);
  if (node) await datesView.reveal(node, { ...shown, expand: true });
}

export async function revealArticleInDates(
  services: ServicesWithTrees,
  corpus: ShownCorpus,
  article: ArticleRow,
): Promise<void> {
  const { dates, datesView } = services.trees;
  const period = await findPeriod(dates, await topOf(dates, corpus), corpus, article);
  if (period === undefined) return;
  const node = await dates.childOf(period, `${period.id}|${article.id}`, { kind: 'article', row: article });
  if (node) await datesView.reveal(node, shown);
}

export async function revealArticleInEntities(
  services: ServicesWithTrees,
  corpus: ShownCorpus,
  entity: EntityId,
  article: ArticleRow,
): Promise<void> {
  const { entities, entitiesView } = services.trees;
  const above = await findEntity(services, corpus, entity);
  if (above === undefined) return;
  const year = await entities.childOf(above, `${above.id}|${article.date?.slice(0, 4) ?? 'undated'}`);
  if (year === undefined) return;
  const node = await entities.childOf(year, `${year.id}|${article.id}`, { kind: 'article', row: article });
  if (node) await entitiesView.reveal(node, shown);
}

async function findPeriod(
  tree: CorpusTree,
  top: TreeNode | undefined,
  corpus: ShownCorpus,
  { date, marks }: ArticleRow,
): Promise<TreeNode | undefined> {
  if (date === undefined) {
    const undated = await tree.childOf(top, `${corpus.root}|undated`);
    if (undated === undefined) return undefined;
    return (await tree.childOf(undated, `${undated.id}|${marks?.[0] ?? 'noDate'}`)) ?? undated;
  }
  const year = await tree.childOf(top, `${corpus.root}|${date.slice(0, 4)}`);
  return year && tree.childOf(year, `${year.id}|${date.slice(0, 7)}`);
}

async function findEntity(
  { trees, filter }: ServicesWithTrees,
  corpus: ShownCorpus,
  entity: EntityId,
): Promise<TreeNode | undefined> {
  const { entities } = trees;
  const card = await corpus.index.entity(entity, filter.current);
  if (card === undefined || card.articles === 0) return undefined;
  const { name, articles, mentions } = card;
  const list = card.isUnsure ? 'unsure' : card.type;
  const typeNode = await entities.childOf(await topOf(entities, corpus), `${corpus.root}|${list}`);
  const row = { entity, name, articles, mentions };
  if (typeNode?.kind !== 'type') return undefined;
  return entities.childOf(typeNode, entityNodeId(typeNode, entity), { kind: 'entity', row });
}

/** With several corpora each has its node; one stands by itself. */
async function topOf(tree: CorpusTree, corpus: ShownCorpus): Promise<TreeNode | undefined> {
  const roots = await tree.getChildren();
  return roots.find((node) => node.kind === 'folder' && node.corpus === corpus);
}

async function sayNotShown({ filter, l10n }: ServicesWithTrees, again: () => Promise<void>): Promise<void> {
  if (filter.isEmpty) return;
  const clear = l10n.t('Clear Filter');
  const choice = await window.showInformationMessage(
    l10n.t('No article that the filter lets through names it.'),
    clear,
  );
  if (choice !== clear) return;
  await commands.executeCommand('corpusExplorer.clearFilter');
  await again();
}
