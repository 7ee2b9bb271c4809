import { removeSpans, type ArticleAnalysis, type FoundDate } from '../core/index.ts';

/** One answer of `analyze`, with the field names of the published contract. Offsets count UTF-16 code units of the text. */
export interface AnalysisOutput {
  readonly id: string;
  /** Only for HTML input: the text that the offsets index. */
  readonly text?: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly datePrecision: string | null;
  readonly dateEvidence: {
    readonly source: string;
    readonly quote: string;
    readonly start: number | null;
    readonly end: number | null;
    readonly confidence: number;
  } | null;
  readonly undatedReason?: string;
  readonly notBefore?: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly aggregator: string | null;
  readonly lang: string;
  readonly cleaned: string;
  readonly removed: readonly { start: number; end: number; kind: string; rule: string }[];
  readonly mentions: readonly { start: number; end: number; type: string; text: string; entity: string }[];
}

export function toOutput(analysis: ArticleAnalysis, isTextGiven: boolean): AnalysisOutput {
  const { metadata, linked, boilerplate } = analysis;
  return {
    id: analysis.id,
    ...(isTextGiven ? {} : { text: analysis.text }),
    title: metadata.title?.value ?? null,
    date: metadata.date?.value ?? null,
    datePrecision: metadata.date?.precision ?? null,
    dateEvidence: metadata.date ? dateEvidence(metadata.date) : null,
    ...(metadata.undatedReason ? { undatedReason: metadata.undatedReason } : {}),
    ...(metadata.notBefore ? { notBefore: metadata.notBefore.value } : {}),
    authors: metadata.authors.map((author) => author.value),
    outlet: metadata.outlet?.value ?? null,
    aggregator: metadata.aggregator?.value ?? null,
    lang: metadata.language,
    cleaned: removeSpans(analysis.text, boilerplate).text,
    removed: boilerplate.map(({ start, end, kind, evidence }) => ({ start, end, kind, rule: evidence.rule })),
    mentions: linked.mentions.map(({ start, end, type, text, entity }) => ({
      start,
      end,
      type,
      text,
      entity: linked.entities[entity]?.name ?? text,
    })),
  };
}

function dateEvidence(date: FoundDate): NonNullable<AnalysisOutput['dateEvidence']> {
  return {
    source: date.source,
    quote: date.quote,
    start: date.span?.start ?? null,
    end: date.span?.end ?? null,
    confidence: date.confidence,
  };
}
