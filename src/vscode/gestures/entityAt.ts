import type { CancellationToken, TextDocument } from 'vscode';
import type { ArticleAnalysis, EntityId, Span } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { articleIdOf } from '../corpusPaths.ts';
import type { Services } from '../services.ts';

/** An entity of the corpus that a document names, with all its mentions there. */
export interface NamedEntity {
  readonly entity: EntityId;
  /** The mention at the place asked for; in the document as it stands. */
  readonly at: Span;
  /** In text order. */
  readonly mentions: readonly Span[];
}

const holds =
  (offset: number) =>
  (span: Span): boolean =>
    span.start <= offset && offset <= span.end;

/** The entity named at an offset of the document, by the document as it stands, else by the index. */
export async function entityAt(
  { analyses }: Services,
  corpus: Corpus,
  document: TextDocument,
  offset: number,
  token: CancellationToken,
): Promise<NamedEntity | undefined> {
  const analysis = await analyses.tryOf(document, token);
  if (!corpus.isOpen || token.isCancellationRequested) return undefined;
  const here = analysis && namedHere(analysis, offset);
  const known = await indexedMentions(corpus, document);
  if (here) {
    const entity = await corpus.index.resolve(here.type, here.key);
    if (entity === undefined) return undefined;
    // Other names of the entity, which only the corpus knows to be the same.
    const others = known.filter((mention) => mention.entity === entity && here.stands(mention));
    return { entity, at: here.at, mentions: inOrder([...here.mentions, ...others]) };
  }
  const mention = known.find(holds(offset));
  if (!mention) return undefined;
  const { entity } = mention;
  return { entity, at: mention, mentions: known.filter((other) => other.entity === entity) };
}

/** The mentions in a document of what it names at an offset, by the document alone. */
export function mentionsHere(
  analysis: ArticleAnalysis | undefined,
  offset: number,
): readonly Span[] | undefined {
  return analysis && namedHere(analysis, offset)?.mentions;
}

function namedHere({ linked }: ArticleAnalysis, offset: number) {
  const at = linked.mentions.find(holds(offset));
  const named = at && linked.entities[at.entity];
  if (!named) return undefined;
  const spans = new Set(linked.mentions.map(({ start, end }) => `${start} ${end}`));
  return {
    at,
    type: named.type,
    key: named.key,
    mentions: linked.mentions.filter(({ entity }) => entity === at.entity),
    /** What the index knows may stand elsewhere in a document that was edited. */
    stands: ({ start, end }: Span): boolean => spans.has(`${start} ${end}`),
  };
}

async function indexedMentions({ index, root }: Corpus, { uri }: TextDocument) {
  const article = articleIdOf(root, uri);
  return article === undefined ? [] : index.mentions(article);
}

function inOrder(spans: readonly Span[]): Span[] {
  const byStart = new Map(spans.map(({ start, end }) => [start, { start, end }]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
