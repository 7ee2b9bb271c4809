import type { ArticleAnalysis } from '../analysis.ts';
import type { EntityType, FactKind, Join } from '../entities/mention.ts';
import { bitsOfMarks, dateMarksOf } from '../article/dateMarks.ts';
import { bodyFingerprint } from '../text/bodyFingerprint.ts';
import { bodySketch } from '../text/bodySketch.ts';
import type { Span } from '../text/span.ts';
import type { ArticleId } from './ids.ts';
import type { ArticleRow } from './articleRow.ts';
import { ownWords } from './ownWords.ts';
import type { SearchToken } from './searchTokens.ts';
import { isSureMention } from './sureMentions.ts';
import { textUnits, unitNumbers } from './textUnits.ts';
import { dateCode, dateOfCode, precisionOfDate, type DateCode } from './period.ts';

/** One name of an article with what the article says of it. */
export interface ContributedName {
  readonly type: EntityType;
  readonly key: string;
  readonly alsoKeys: readonly string[];
  readonly joins: readonly Join[];
}

/** One place where the article names somebody. */
export interface ContributedMention {
  /** Index into `ArticleContribution.names`. */
  readonly name: number;
  /** In the original text. */
  readonly start: number;
  readonly end: number;
  /** As written, blanks made single. */
  readonly surface: string;
  /** Numbers of its sentence and paragraph in the article, from 0. */
  readonly sentence: number;
  readonly paragraph: number;
  /** It was read as this name with confidence, or by the user's word. */
  readonly isSure: boolean;
}

/** What one sentence of the article says of a name; `start`/`end` are the sentence, in the original text. */
export interface ContributedFact {
  /** Indexes into `ArticleContribution.names`. */
  readonly name: number;
  readonly other?: number;
  readonly kind: FactKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What one article adds to a corpus, in the shape every engine counts. */
export interface ArticleContribution {
  readonly row: ArticleRow;
  /** 0 when undated. */
  readonly date: DateCode;
  readonly outlet: string;
  readonly language: string;
  /** `bitsOfMarks` of the date's marks. */
  readonly marks: number;
  /** `bodyFingerprint` of the text's own words. */
  readonly fingerprint: number;
  /** `bodySketch` of the same. */
  readonly sketch: readonly number[];
  /** Where the date stands in the original text, when it was read there. */
  readonly dateSpan?: Span;
  /** Names with equal type and key are one. */
  readonly names: readonly ContributedName[];
  /** In text order. */
  readonly mentions: readonly ContributedMention[];
  readonly facts: readonly ContributedFact[];
}

/**
 * Reads an analysis into what it adds to the corpus. `tokens` are the `articleTokens` of its body. Values that no engine
 * could keep (lone surrogates) are replaced.
 */
export function contributionOf(
  id: ArticleId,
  analysis: ArticleAnalysis,
  tokens: readonly SearchToken[],
): ArticleContribution {
  const { text, boilerplate, metadata, linked } = analysis;
  const words = ownWords(text, boilerplate, tokens);
  const date = metadata.date ? (dateCode(metadata.date.value) ?? 0) : 0;
  const { names, indexOf } = mergeNames(analysis);
  const mentions = contributedMentions(analysis, indexOf);
  const facts = linked.facts.flatMap((fact) => {
    const name = indexOf[fact.entity] ?? -1;
    const other = fact.other === undefined ? -1 : (indexOf[fact.other] ?? -1);
    const { kind, start, end, score } = fact;
    return name < 0
      ? []
      : [{ name, kind, value: wellFormed(fact.value), start, end, score, ...(other >= 0 && { other }) }];
  });
  return {
    row: rowOf(id, analysis, date),
    date,
    outlet: wellFormed(metadata.outlet?.value ?? ''),
    language: metadata.language,
    marks: bitsOfMarks(dateMarksOf(metadata)),
    fingerprint: bodyFingerprint(words),
    sketch: bodySketch(words),
    ...(date !== 0 && metadata.date?.span && { dateSpan: metadata.date.span }),
    names,
    mentions,
    facts,
  };
}

function contributedMentions(
  { text, boilerplate, linked }: ArticleAnalysis,
  indexOf: readonly number[],
): ContributedMention[] {
  const starts = linked.mentions.map(({ start }) => start);
  const sentences = starts.length < 2 ? [] : unitNumbers(textUnits(text, boilerplate, 'sentence'), starts);
  const paragraphs = starts.length < 2 ? [] : unitNumbers(textUnits(text, boilerplate, 'paragraph'), starts);
  return linked.mentions.flatMap((mention, i) => {
    const name = indexOf[mention.entity] ?? -1;
    const surface = wellFormed(mention.text.replace(/\s+/g, ' ').trim());
    const { start, end } = mention;
    const place = { sentence: sentences[i] ?? 0, paragraph: paragraphs[i] ?? 0 };
    const isSure = isSureMention(mention);
    return name < 0 ? [] : [{ name, start, end, surface, isSure, ...place }];
  });
}

function mergeNames(analysis: ArticleAnalysis): { names: ContributedName[]; indexOf: number[] } {
  const names: ContributedName[] = [];
  const byKey = new Map<string, number>();
  const indexOf = analysis.linked.entities.map((entity) => {
    const key = wellFormed(entity.key);
    if (key === '') return -1;
    const alsoKeys = entity.alsoKeys.map(wellFormed).filter((also) => also !== '' && also !== key);
    const at = byKey.get(`${entity.type}:${key}`);
    if (at === undefined) {
      byKey.set(`${entity.type}:${key}`, names.length);
      names.push({ type: entity.type, key, alsoKeys: [...new Set(alsoKeys)], joins: entity.joins });
      return names.length - 1;
    }
    const known = names[at]!;
    names[at] = {
      ...known,
      alsoKeys: [...new Set([...known.alsoKeys, ...alsoKeys])],
      joins: [...known.joins, ...entity.joins],
    };
    return at;
  });
  return { names, indexOf };
}

function rowOf(id: ArticleId, { metadata }: ArticleAnalysis, date: DateCode): ArticleRow {
  const title = metadata.title?.value ?? metadata.titleFallback ?? '';
  const isDated = date !== 0;
  const marks = dateMarksOf(metadata);
  return {
    id,
    title: wellFormed(title),
    ...(metadata.title === undefined && { isUntitled: true }),
    ...(metadata.outlet && metadata.outlet.value !== '' && { outlet: wellFormed(metadata.outlet.value) }),
    ...(metadata.aggregator && { aggregator: wellFormed(metadata.aggregator.value) }),
    ...(isDated && { date: dateOfCode(date), precision: precisionOfDate(dateOfCode(date)) }),
    ...(isDated && metadata.date && { dateSource: metadata.date.source }),
    ...(marks.length > 0 && { marks }),
    ...(!isDated && metadata.undatedReason && { undatedReason: metadata.undatedReason }),
    ...(!isDated && metadata.notBefore && { notBefore: metadata.notBefore.value }),
    language: metadata.language,
    authors: metadata.authors.map((author) => wellFormed(author.value)),
  };
}

/** The text with every half of a surrogate pair that stands alone replaced by U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
