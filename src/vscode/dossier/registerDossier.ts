import * as path from 'node:path';
import { commands, EventEmitter, Uri, window, workspace } from 'vscode';
import { dossierMarkdown, isClusterAddress, type Dossier, type EntityId } from '../../core/index.ts';
import { chooseCorpus } from '../chooseCorpus.ts';
import { besideCorpus, isOutsideCorpus, relativeTo } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { fileNameOf } from '../export/chooseExport.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { chooseEntity } from './chooseEntity.ts';
import { dossierStyle, linkBase } from './dossierStyle.ts';

const scheme = 'corpus-explorer-dossier';

/** The dossier that was opened last: what Save Dossier As… saves. */
interface OpenDossier {
  readonly root: string;
  readonly dossier: Dossier;
}

/** Open Dossier: what the corpus knows of one entity, as Markdown in VS Code's preview; and Save Dossier As…. */
export function registerDossier(services: Services): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<Uri>());
  const texts = new Map<string, string>();
  let last: OpenDossier | undefined;

  store.add(
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.openDossier', async (argument?: TreeNode | EntityReference) => {
      const found = await read(services, argument);
      if (found === undefined) return undefined;
      last = found;
      void commands.executeCommand('setContext', 'corpusExplorer.hasDossier', true);
      const uri = dossierUri(found);
      texts.set(
        uri.toString(),
        dossierMarkdown(found.dossier, dossierStyle(services.l10n, previewBase(found.root))),
      );
      changed.fire(uri);
      await commands.executeCommand('markdown.showPreview', uri);
      return uri;
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.saveDossier', async (target?: unknown) => {
      if (last === undefined) return undefined;
      return save(services, last, typeof target === 'string' ? Uri.file(target) : undefined);
    }),
  );
  return store;
}

async function read(
  services: Services,
  argument: TreeNode | EntityReference | undefined,
): Promise<OpenDossier | undefined> {
  const { corpora, worker, filter, l10n } = services;
  const reference = entityReferenceOf(argument);
  const title = l10n.t('Dossier on Which Entity?');
  const corpus = reference ? corpora.at(reference.root) : await chooseCorpus(services, title);
  if (corpus === undefined) return undefined;
  await corpus.start();
  const entity: EntityId | undefined = reference?.entity ?? (await chooseEntity(services, corpus, title))?.id;
  if (entity === undefined) return undefined;
  const dossier = await worker.client.dossier({
    root: corpus.root,
    entity,
    filter: filter.current,
    corpus: corpus.name,
    filterText: describeFilter(l10n, filter.current, filter.names),
  });
  if (dossier === undefined) {
    void window.showInformationMessage(l10n.t('No article that the filter lets through names it.'));
    return undefined;
  }
  return { root: corpus.root, dossier };
}

/** Links of a document that is no file are followed from the first folder of the workspace, when they begin with a slash. */
function previewBase(root: string): string | undefined {
  const first = workspace.workspaceFolders?.[0]?.uri.fsPath ?? root;
  const base = linkBase(first, root);
  return base === undefined ? undefined : `/${base}`;
}

function dossierUri({ root, dossier }: OpenDossier): Uri {
  return Uri.from({
    scheme,
    path: `/${fileNameOf(dossier.card.name)}.md`,
    query: `${root}&${dossier.card.id}`,
  });
}

async function save(
  { l10n }: Services,
  { root, dossier }: OpenDossier,
  given?: Uri,
): Promise<Uri | undefined> {
  const target =
    given ??
    (await window.showSaveDialog({
      defaultUri: Uri.file(path.join(besideCorpus(root), `${fileNameOf(dossier.card.name)}.md`)),
      filters: { Markdown: ['md'] },
      title: l10n.t('Save Dossier'),
    }));
  if (target === undefined) return undefined;
  const inside = isClusterAddress(root) ? undefined : relativeTo(root, target.fsPath);
  if (inside !== undefined && !isOutsideCorpus(inside)) {
    void window.showErrorMessage(
      l10n.t(
        'The dossier would lie in the corpus and be read as an article. Choose a place outside, or the folder .corpus.',
      ),
    );
    return undefined;
  }
  const text = dossierMarkdown(dossier, dossierStyle(l10n, linkBase(path.dirname(target.fsPath), root)));
  try {
    await workspace.fs.writeFile(target, Buffer.from(text));
  } catch (error) {
    void window.showErrorMessage(l10n.t('The dossier cannot be written: {0}', String(error)));
    return undefined;
  }
  await commands.executeCommand('markdown.showPreview', target);
  return target;
}
