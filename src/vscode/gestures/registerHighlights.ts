import {
  DocumentHighlight,
  languages,
  Range,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import { articleDocuments } from '../articleDocuments.ts';
import type { Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { entityAt } from './entityAt.ts';

/** All mentions in the article of the entity under the cursor, under whatever name. Other words are VS Code's own matter. */
export function registerHighlights(services: Services): Disposable {
  return languages.registerDocumentHighlightProvider(articleDocuments, {
    provideDocumentHighlights: (document, position, token) =>
      provideHighlights(services, document, position, token),
  });
}

async function provideHighlights(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<DocumentHighlight[] | undefined> {
  const corpus = services.corpora.of(document.uri);
  // The cursor moves all the time: nothing is started for it.
  if (!corpus?.isOpen) return undefined;
  const named = await entityAt(services, corpus, document, document.offsetAt(position), token);
  return named?.mentions.map(
    ({ start, end }) =>
      new DocumentHighlight(new Range(document.positionAt(start), document.positionAt(end))),
  );
}
