import type {
  ArticleAnalysis,
  ArticleEntity,
  EntityType,
  Fact,
  Mention,
  UndatedReason,
} from '../../../src/core/index.ts';
import { foldText } from '../../../src/core/index.ts';

/** One piece of an article under construction: plain words, or a name. */
export type Piece =
  | string
  | {
      readonly type: EntityType;
      readonly name: string;
      readonly key?: string;
      readonly also?: string;
      /** 0.9 when absent. */
      readonly confidence?: number;
    };

export interface ArticleOptions {
  readonly title?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly language?: string;
  readonly undatedReason?: UndatedReason;
  /** Words before the body that are boilerplate. */
  readonly furniture?: string;
  /** "is …" said of the first name. */
  readonly description?: string;
}

/** The analysis of an article whose text is the pieces joined by blanks, as the analyser would deliver it. */
export function buildAnalysis(
  id: string,
  pieces: readonly Piece[],
  options: ArticleOptions = {},
): ArticleAnalysis {
  const furniture = options.furniture === undefined ? '' : `${options.furniture}\n`;
  let text = furniture;
  const entities: ArticleEntity[] = [];
  const mentions: Mention[] = [];
  for (const piece of pieces) {
    const start = text.length;
    const written = typeof piece === 'string' ? piece : piece.name;
    text += `${written} `;
    if (typeof piece === 'string') continue;
    const entity = entityIndex(entities, piece);
    mentions.push({
      start,
      end: start + written.length,
      type: piece.type,
      text: written,
      confidence: piece.confidence ?? 0.9,
      entity,
    });
  }
  const length = furniture.trimEnd().length;
  return {
    id,
    text,
    boilerplate:
      length === 0
        ? []
        : [{ start: 0, end: length, kind: 'ticker', evidence: { rule: 'test' }, confidence: 1 }],
    metadata: metadataOf(options),
    linked: { entities, mentions, facts: factsOf(mentions, text, options) },
  };
}

function entityIndex(entities: ArticleEntity[], piece: Exclude<Piece, string>): number {
  const key = piece.key ?? foldText(piece.name);
  const at = entities.findIndex((entity) => entity.type === piece.type && entity.key === key);
  if (at >= 0) return at;
  entities.push({
    type: piece.type,
    key,
    name: piece.name,
    alsoKeys: piece.also === undefined ? [] : [piece.also],
    surfaces: [piece.name],
    joins: piece.also === undefined ? [] : [{ name: piece.also, evidence: { rule: 'acronymInParentheses' } }],
  });
  return entities.length - 1;
}

function metadataOf({
  title,
  date,
  outlet,
  language,
  undatedReason,
}: ArticleOptions): ArticleAnalysis['metadata'] {
  const found = <T>(value: T) => ({
    value,
    source: 'fileName',
    quote: '',
    evidence: { rule: 'test' },
    confidence: 1,
  });
  const precision = date?.length === 4 ? 'year' : date?.length === 7 ? 'month' : 'day';
  return {
    ...(title !== undefined && { title: found(title) }),
    titleFallback: 'A first sentence.',
    ...(date !== undefined && { date: { ...found(date), precision } }),
    ...(undatedReason && { undatedReason }),
    rejectedDates: [],
    authors: [],
    ...(outlet !== undefined && { outlet: found(outlet) }),
    language: language ?? 'fr',
  };
}

function factsOf(mentions: readonly Mention[], text: string, { description }: ArticleOptions): Fact[] {
  const first = mentions[0];
  const other = mentions.find((mention) => mention.entity !== first?.entity);
  if (!first || description === undefined) return [];
  const fact = {
    entity: first.entity,
    kind: 'description',
    value: description,
    start: 0,
    end: text.length,
    score: 1,
  } as const;
  return [{ ...fact, ...(other && { other: other.entity }) }];
}
