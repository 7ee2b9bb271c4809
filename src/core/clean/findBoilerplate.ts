import type { ArticleRecord } from '../article/record.ts';
import type { CleanModel } from './cleanModel.ts';
import { explainSegments } from './explain.ts';
import { judgeSegments } from './judge.ts';
import { judgePage } from './markupJudge.ts';
import type { LineRepetition } from './lineSurvey.ts';
import type { Boilerplate } from './passage.ts';
import { measureSegments, pickMeasures } from './measures.ts';
import type { Measures } from './measures.ts';
import { toPassages } from './passages.ts';
import type { Finding } from './passages.ts';
import { splitSegments } from './segments.ts';
import { tidySpans } from './tidySpans.ts';
import { mergeSpans, removeSpans } from '../text/cleanedText.ts';
import type { Span } from '../text/span.ts';

const noSpan: Span = { start: 0, end: 0 };

/** From this confidence on a passage may go without asking. */
const sureConfidence = 0.8;

/** Rounds until a cleaned text gives nothing more; two or three are usual, long tables of numbers take fifteen. */
const maxRounds = 40;

/** More control characters than this, in a thousand: no text. */
const controlPerMille = 10;

/**
 * The passages of a text that are on the page but not of the article, in text order, not overlapping. What is left
 * of plain text without them gives no passage again; a page with markup is judged once, by its markup. Nothing for what
 * is all body, no text, or has no words.
 */
export function findBoilerplate(
  record: ArticleRecord,
  model: CleanModel,
  repetition?: LineRepetition,
): readonly Boilerplate[] {
  const { text } = record;
  if (record.isBodyOnly === true || looksBinary(text)) return [];
  const segments = splitSegments(text);
  if (segments.length < 2) return [];
  const ofPage = judgePage(record, segments, model.page, repetition);
  if (ofPage !== undefined) return toPassages(segments, ofPage, mergeSpans(spansOf(text, segments, ofPage)));
  const found = new Map<number, Finding>();
  let left: readonly number[] = segments.map((_, i) => i);
  let removed: readonly Span[] = [];
  const measures = measureSegments(text, segments);
  for (let round = 0; round < maxRounds; round++) {
    const rest = removeSpans(text, removed).text;
    const gone = judgeRound(rest, left, measures, model, repetition);
    if (gone.size === 0) break;
    for (const [i, finding] of gone) found.set(i, finding);
    left = left.filter((i) => !gone.has(i));
    removed = spansOf(text, segments, found);
  }
  return toPassages(segments, found, mergeSpans(removed));
}

/** What goes with the segments found, in text order. */
function spansOf(text: string, segments: readonly Span[], found: ReadonlyMap<number, Finding>): Span[] {
  return tidySpans(
    text,
    [...found.keys()].sort((a, b) => a - b).map((i) => segments[i] ?? noSpan),
  );
}

/** Whether a command may remove the passage without asking: from a confidence of `sureConfidence` on. */
export function isSure(passage: Boilerplate): boolean {
  return passage.confidence >= sureConfidence;
}

/**
 * Judges what earlier rounds left, as if it were the whole text. `left` are the places of its segments in the original,
 * where they were measured.
 */
function judgeRound(
  rest: string,
  left: readonly number[],
  measured: Measures,
  model: CleanModel,
  repetition: LineRepetition | undefined,
): Map<number, Finding> {
  const segments = splitSegments(rest);
  const repeated = repetition && pickRepetition(repetition, left);
  const measures = left.length === measured.count ? measured : pickMeasures(measured, left);
  const judgement = judgeSegments(rest, segments, model, repeated, measures);
  const reasonFor = explainSegments(rest, judgement);
  const gone = new Map<number, Finding>();
  judgement.odds.forEach((odds, i) => {
    if (odds > 0) gone.set(left[i] ?? 0, { reason: reasonFor(i), confidence: 1 / (1 + Math.exp(-odds)) });
  });
  return gone;
}

function pickRepetition(repetition: LineRepetition, left: readonly number[]): LineRepetition {
  const pick = (counts: readonly number[]): number[] => left.map((i) => counts[i] ?? 0);
  return { ...repetition, inGroup: pick(repetition.inGroup), inCorpus: pick(repetition.inCorpus) };
}

function looksBinary(text: string): boolean {
  let controls = 0;
  const probe = Math.min(text.length, 100_000);
  for (let i = 0; i < probe; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && (code < 9 || code > 13)) || code === 0xfffd) controls++;
  }
  return controls * 1000 > probe * controlPerMille;
}
