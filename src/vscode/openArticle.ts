import {
  commands,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
  type TextDocumentShowOptions,
} from 'vscode';
import { createPositions, type ArticleAnalysis, type ArticleId, type EntityId } from '../core/index.ts';
import { DisposableStore, type Disposable } from './disposableStore.ts';
import { uriOfArticle } from './recordDocuments/articleUri.ts';
import type { Services } from './services.ts';
import type { TreeNode } from './tree/nodes.ts';

/** Which article, and where in it: at the first mention of an entity, or at a span of the original text. */
export interface ArticlePlace {
  readonly root: string;
  readonly article: ArticleId;
  readonly entity?: EntityId;
  readonly span?: { readonly start: number; readonly end: number };
  /** At the date that was read, or that speaks against it. */
  readonly isAtDate?: boolean;
}

/** A span of an open document, saved or not. */
interface DocumentPassage {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

export function registerOpenArticle(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand('corpusExplorer.openArticle', (place: ArticlePlace) =>
      openArticle(services, place, { preview: true, preserveFocus: true }),
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.openToSide', (node: TreeNode) =>
      node.kind === 'article'
        ? openArticle(services, placeOf(node), { preview: false, viewColumn: ViewColumn.Beside })
        : undefined,
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.openPassage', async ({ uri, start, end }: DocumentPassage) => {
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const selection = new Range(document.positionAt(start), document.positionAt(end));
      await window.showTextDocument(document, { selection, preview: true });
    }),
  );
  return store;
}

export function placeOf(node: TreeNode & { kind: 'article' }): ArticlePlace {
  return {
    root: node.corpus.root,
    article: node.article.id,
    ...(node.entity !== undefined && { entity: node.entity }),
  };
}

export async function openArticle(
  services: Services,
  place: ArticlePlace,
  options: TextDocumentShowOptions,
): Promise<void> {
  let document: TextDocument;
  try {
    document = await workspace.openTextDocument(await uriOfArticle(services, place.root, place.article));
  } catch (error) {
    services.log.warn(`${place.article}: ${String(error)}`);
    void window.showWarningMessage(services.l10n.t('“{0}” cannot be opened any more.', place.article));
    return;
  }
  const range = await rangeOf(services, place, document);
  const editor = await window.showTextDocument(document, { ...options, ...(range && { selection: range }) });
  if (range) editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function rangeOf(
  services: Services,
  place: ArticlePlace,
  document: TextDocument,
): Promise<Range | undefined> {
  if (place.span) return rangeInFile(document, place.span);
  if (place.isAtDate === true) return dateRange(services, document);
  if (place.entity === undefined) return undefined;
  // The document as it stands now, edited or not, says best where the mention is.
  const { entity } = place;
  const analysis = await services.analyses.of(document).catch(() => undefined);
  const mention = analysis && firstMention(analysis, entity);
  if (mention) return new Range(document.positionAt(mention.start), document.positionAt(mention.end));
  // Another name of the entity, which only the index knows.
  const index = services.corpora.at(place.root)?.index;
  const ranges = (await index?.mentions(place.article).catch(() => undefined)) ?? [];
  const first = ranges.find((range) => range.entity === entity);
  return first && rangeInFile(document, first);
}

async function dateRange({ analyses }: Services, document: TextDocument): Promise<Range | undefined> {
  const metadata = (await analyses.of(document).catch(() => undefined))?.metadata;
  const against = metadata?.rejectedDates.find(({ evidence, span }) => span && isDoubt(evidence.rule));
  const span = metadata?.date?.span ?? against?.span ?? metadata?.notBefore?.span;
  return span && new Range(document.positionAt(span.start), document.positionAt(span.end));
}

const isDoubt = (rule: string): boolean => rule === 'otherSource' || rule === 'publicationInFuture';

function firstMention(
  { linked }: ArticleAnalysis,
  entity: EntityId,
): { start: number; end: number } | undefined {
  return linked.mentions.find((mention) => {
    const named = linked.entities[mention.entity];
    return named !== undefined && `${named.type}:${named.key}` === entity;
  });
}

/** A span of the file's text, found in the document by line and character. */
async function rangeInFile(document: TextDocument, span: { start: number; end: number }): Promise<Range> {
  const text = await readText(document.uri);
  const at = createPositions(text ?? document.getText());
  const [start, end] = [at(span.start), at(span.end)];
  return document.validateRange(new Range(start.line, start.character, end.line, end.character));
}

/** The text of a file as VS Code decodes it, without the mark of its encoding. */
export async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const text = await workspace.decode(await workspace.fs.readFile(uri), { uri });
    return text.replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
