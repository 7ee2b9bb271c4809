import {
  cleaningRefusal,
  excerptOf,
  isSure,
  offsetMap,
  outletGroup,
  removeSpans,
  spansToRemove,
  type ArticleLoss,
  type ArticleRecord,
  type Boilerplate,
  type Evidence,
  type OffsetMap,
  type Span,
} from '../../core/index.ts';
import type { Passages } from '../analysisPool.ts';
import { articleLine, type ArticleLine } from './copies.ts';

/** What may go, and what must be left. */
export interface CleaningRules {
  readonly removesDoubtful: boolean;
  /** An article of which less than this many percent of the words would be left is copied as it is. */
  readonly floorPercent: number;
}

/** An article as it is to be copied. */
export interface CleanedArticle {
  readonly text: string;
  readonly loss: Omit<ArticleLoss, 'copy'>;
  readonly map: OffsetMap;
  readonly line: ArticleLine;
}

/** Cleans one article, or leaves it as it is where cleaning is refused. Pure. */
export function cleanArticle(
  record: ArticleRecord,
  { boilerplate, metadata }: Passages,
  rules: CleaningRules,
): CleanedArticle {
  const { text } = record;
  const passages = rules.removesDoubtful ? boilerplate : boilerplate.filter(isSure);
  const spans = spansToRemove(text, passages);
  const refusal = cleaningRefusal(text, spans, { floorPercent: rules.floorPercent });
  const gone = refusal === undefined ? spans : [];
  const cleaned = removeSpans(text, gone).text;
  const source = outletGroup(record);
  const map = offsetMap(text.length, gone);
  return {
    text: cleaned,
    map,
    line: articleLine(record.id, metadata, {
      text: cleaned,
      removed: refusal === undefined ? passages.map(removedPart) : [],
      ...(refusal && { unchanged: refusal.rule }),
    }),
    loss: {
      article: record.id,
      title: metadata.title?.value ?? metadata.titleFallback ?? '',
      ...(metadata.outlet && { outlet: metadata.outlet.value }),
      ...(source !== '' && { source }),
      ...(metadata.date && { date: metadata.date.value }),
      language: metadata.language,
      characters: text.length,
      cleanedCharacters: cleaned.length,
      removed: passages.map(({ start, end, kind, evidence }) => ({
        start,
        end,
        kind,
        evidence,
        excerpt: excerptOf(text, { start, end }),
      })),
      doubtful: boilerplate.length - passages.length,
      ...(refusal && { refusal }),
    },
  };
}

/** An article that could not be analysed, as it is. */
export function uncleanedArticle({ id, text }: ArticleRecord, refusal: Evidence): CleanedArticle {
  const characters = text.length;
  return {
    text,
    map: offsetMap(characters, []),
    line: articleLine(id, undefined, { text, removed: [], unchanged: refusal.rule }),
    loss: {
      article: id,
      title: excerptOf(text, { start: 0, end: characters }),
      language: 'und',
      characters,
      cleanedCharacters: characters,
      removed: [],
      doubtful: 0,
      refusal,
    },
  };
}

function removedPart({
  start,
  end,
  kind,
  evidence,
}: Boilerplate): Span & { kind: Boilerplate['kind']; rule: string } {
  return { start, end, kind, rule: evidence.rule };
}
