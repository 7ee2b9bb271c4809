import {
  languages,
  Range,
  type CancellationToken,
  type LocationLink,
  type Position,
  type TextDocument,
} from 'vscode';
import { articleDocuments } from '../articleDocuments.ts';
import type { Disposable } from '../disposableStore.ts';
import { canAnswer } from '../patiently.ts';
import { articleUri } from '../recordDocuments/articleUri.ts';
import type { Services } from '../services.ts';
import { entityAt } from './entityAt.ts';

/** Go to Definition on a name: the sentence that says best what the entity is, else its first mention by its full name. */
export function registerDefinition(services: Services): Disposable {
  return languages.registerDefinitionProvider(articleDocuments, {
    provideDefinition: (document, position, token) => provideDefinition(services, document, position, token),
  });
}

async function provideDefinition(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<LocationLink[] | undefined> {
  const corpus = services.corpora.of(document.uri);
  if (corpus === undefined) return undefined;
  if (!(await canAnswer(corpus, token))) return undefined;
  const named = await entityAt(services, corpus, document, document.offsetAt(position), token);
  if (named === undefined || token.isCancellationRequested) return undefined;
  const [definition] = await corpus.indexUntil(token).definitions([named.entity]);
  if (definition === undefined) return undefined;
  const { article, from, to } = definition;
  return [
    {
      originSelectionRange: new Range(document.positionAt(named.at.start), document.positionAt(named.at.end)),
      targetUri: articleUri(corpus.root, article),
      targetRange: new Range(from.line, from.character, to.line, to.character),
    },
  ];
}
