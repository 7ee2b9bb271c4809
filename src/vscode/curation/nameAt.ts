import {
  CancellationTokenSource,
  Range,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import { entityId } from '../../core/index.ts';
import type { EntityReference } from '../entityReference.ts';
import type { Services } from '../services.ts';

/** A name of a document with the entity that it names. */
export interface NamedPlace extends EntityReference {
  readonly name: string;
  readonly range: Range;
}

/** The name at a place of a document as it stands, when its folder is a corpus. */
export async function nameAt(
  { analyses, corpora }: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken = new CancellationTokenSource().token,
): Promise<NamedPlace | undefined> {
  const corpus = corpora.of(document.uri);
  const analysis = corpus && (await analyses.tryOf(document, token));
  if (!corpus || !analysis) return undefined;
  const offset = document.offsetAt(position);
  const mention = analysis.linked.mentions.find(({ start, end }) => start <= offset && offset <= end);
  const named = mention && analysis.linked.entities[mention.entity];
  if (!named) return undefined;
  const { type, key } = named;
  const known = corpus.isOpen ? await corpus.index.resolve(type, key) : undefined;
  const entity = known ?? entityId(type, key);
  const name = (known === undefined ? undefined : (await corpus.index.entity(known))?.name) ?? named.name;
  const range = new Range(document.positionAt(mention.start), document.positionAt(mention.end));
  return { root: corpus.root, entity, name, range };
}
