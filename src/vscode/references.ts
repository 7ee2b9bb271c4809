import {
  commands,
  languages,
  Location,
  Range,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import { createPositions, type EntityId, type KwicLine } from '../core/index.ts';
import { articleDocuments } from './articleDocuments.ts';
import type { Corpus } from './corpus.ts';
import { articleIdOf } from './corpusPaths.ts';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import { entityReferenceOf, type EntityReference } from './entityReference.ts';
import { openArticle, readText } from './openArticle.ts';
import { articleUri } from './recordDocuments/articleUri.ts';
import type { Services } from './services.ts';
import type { TreeNode } from './tree/nodes.ts';

/** VS Code draws every reference at once; a list beyond this is for a query, not for eyes. */
const mostReferences = 1000;

/** Find All References on a name: its mentions in the corpus. Show All Mentions is the same from tree and card. */
export function registerReferences(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    languages.registerReferenceProvider(articleDocuments, {
      provideReferences: (document, position, _context, token) =>
        provideReferences(services, document, position, token),
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.showMentions', (argument?: TreeNode | EntityReference) =>
      showMentions(services, entityReferenceOf(argument)),
    ),
  );
  return store;
}

/** Opens the first mention and lists all of them in VS Code's own References view. */
async function showMentions(services: Services, reference: EntityReference | undefined): Promise<void> {
  if (reference === undefined) return;
  const corpus = services.corpora.at(reference.root);
  if (corpus === undefined) return;
  const { items } = await corpus.index.kwic({ entity: reference.entity }, services.filter.current, {
    limit: 1,
  });
  const [first] = items;
  if (first === undefined) return;
  const { start, end } = first;
  await openArticle(
    services,
    { root: corpus.root, article: first.article.id, span: { start, end } },
    { preview: true },
  );
  await commands.executeCommand('references-view.findReferences');
}

async function provideReferences(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const corpus = services.corpora.of(document.uri);
  if (corpus === undefined) return undefined;
  void corpus.start();
  const entity = await entityAt(services, corpus, document, document.offsetAt(position), token);
  if (entity === undefined || token.isCancellationRequested) return undefined;
  const { items } = await corpus.index.kwic({ entity }, services.filter.current, { limit: mostReferences });
  return locationsOf(corpus, items, token);
}

/** The entity named at an offset of the document, by the document as it stands, else by the index. */
export async function entityAt(
  { analyses }: Services,
  corpus: Corpus,
  document: TextDocument,
  offset: number,
  token: CancellationToken,
): Promise<EntityId | undefined> {
  const isAt = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset <= end;
  const analysis = await analyses.tryOf(document, token);
  const mention = analysis?.linked.mentions.find(isAt);
  const named = mention && analysis?.linked.entities[mention.entity];
  if (!corpus.isOpen || token.isCancellationRequested) return undefined;
  if (named !== undefined) return corpus.index.resolve(named.type, named.key);
  const article = articleIdOf(corpus.root, document.uri);
  return article === undefined ? undefined : (await corpus.index.mentions(article)).find(isAt)?.entity;
}

async function locationsOf(
  { root }: Corpus,
  lines: readonly KwicLine[],
  token: CancellationToken,
): Promise<Location[]> {
  const byArticle = new Map<string, KwicLine[]>();
  for (const line of lines) {
    byArticle.set(line.article.id, [...(byArticle.get(line.article.id) ?? []), line]);
  }
  const locations: Location[] = [];
  for (const found of byArticle.values()) {
    if (token.isCancellationRequested) break;
    const uri = articleUri(root, found[0]!.article);
    const text = await readText(uri);
    if (text === undefined) continue;
    const at = createPositions(text);
    for (const { start, end } of found) {
      const [from, to] = [at(start), at(end)];
      locations.push(new Location(uri, new Range(from.line, from.character, to.line, to.character)));
    }
  }
  return locations;
}
