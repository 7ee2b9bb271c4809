import {
  languages,
  Range,
  type CancellationToken,
  type LocationLink,
  type Position,
  type TextDocument,
} from 'vscode';
import type { EntityDefinition } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import type { Corpus } from '../corpus.ts';
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
  const name = await nameIn(corpus, definition);
  return [
    {
      originSelectionRange: new Range(document.positionAt(named.at.start), document.positionAt(named.at.end)),
      targetUri: articleUri(corpus.root, article),
      targetRange: new Range(from.line, from.character, to.line, to.character),
      ...(name && { targetSelectionRange: name }),
    },
  ];
}

/**
 * The name in the sentence that says what it is, when the sentence is on one line: with the cursor there, what VS Code
 * highlights is the entity, not the word that the sentence begins with.
 */
async function nameIn(
  { index }: Corpus,
  { entity, article, start, end, from, to }: EntityDefinition,
): Promise<Range | undefined> {
  if (from.line !== to.line) return undefined;
  const mentions = await index.mentions(article.id);
  const named = mentions.find((each) => each.entity === entity && each.start >= start && each.end <= end);
  if (named === undefined) return undefined;
  const characterOf = (offset: number): number => from.character + offset - start;
  return new Range(from.line, characterOf(named.start), from.line, characterOf(named.end));
}
