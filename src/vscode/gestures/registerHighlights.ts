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
import { entityAt, mentionsHere } from './entityAt.ts';

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
  const offset = document.offsetAt(position);
  // The cursor moves all the time: no indexing is started for it. The document alone knows most of its names.
  const mentions = corpus?.isOpen
    ? (await entityAt(services, corpus, document, offset, token))?.mentions
    : mentionsHere(await services.analyses.tryOf(document, token), offset);
  return mentions?.map(
    ({ start, end }) =>
      new DocumentHighlight(new Range(document.positionAt(start), document.positionAt(end))),
  );
}
