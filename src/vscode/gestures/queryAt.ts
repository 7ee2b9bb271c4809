import { Range, type CancellationToken, type Position, type TextDocument } from 'vscode';
import type { KwicQuery } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import type { Services } from '../services.ts';
import { entityAt } from './entityAt.ts';
import { phraseAt, selectionAt } from './phraseAt.ts';

/** The entity at a place; where something else is selected, or nobody is named, the words there. */
export async function queryAt(
  services: Services,
  corpus: Corpus,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<KwicQuery | undefined> {
  const named = await entityAt(services, corpus, document, document.offsetAt(position), token);
  const selection = selectionAt(document, position);
  const isMeant =
    named &&
    (selection === undefined ||
      selection.isEmpty ||
      new Range(document.positionAt(named.at.start), document.positionAt(named.at.end)).contains(selection));
  if (isMeant) return { entity: named.entity };
  const phrase = phraseAt(document, position);
  return phrase && { words: phrase.query };
}
