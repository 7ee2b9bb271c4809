import type { ArticleRecord } from '../article/record.ts';
import type { CleanModel } from './cleanModel.ts';
import { explainSegments } from './explain.ts';
import type { Reason } from './explain.ts';
import { judgeSegments } from './judge.ts';
import type { LineRepetition } from './lineSurvey.ts';
import type { Boilerplate } from './passage.ts';
import { splitSegments } from './segments.ts';
import type { Segment } from './segments.ts';
import { tidySpans } from './tidySpans.ts';
import { mergeSpans, removeSpans } from '../text/cleanedText.ts';
import type { Span } from '../text/span.ts';

interface Finding {
  readonly reason: Reason;
  readonly confidence: number;
}

const noSpan: Span = { start: 0, end: 0 };

/** From this confidence on a passage may go without asking. */
export const sureConfidence = 0.8;

/** Rounds until a cleaned text gives nothing more; two or three are usual. */
const maxRounds = 12;

/** More control characters than this, in a thousand: no text. */
const controlPerMille = 10;

/**
 * The passages of a text that are on the page but not of the article, in text order, not overlapping. What is left
 * without them gives no passage again. Nothing for what is all body, no text, or has no words.
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
  const found = new Map<number, Finding>();
  let left: readonly number[] = segments.map((_, i) => i);
  let removed: readonly Span[] = [];
  for (let round = 0; round < maxRounds; round++) {
    const rest = removeSpans(text, removed).text;
    const gone = judgeRound(rest, left, model, repetition);
    if (gone.size === 0) break;
    for (const [i, finding] of gone) found.set(i, finding);
    left = left.filter((i) => !gone.has(i));
    removed = tidySpans(
      text,
      [...found.keys()].sort((a, b) => a - b).map((i) => segments[i] ?? noSpan),
    );
  }
  return fillSpans(joinPassages(segments, found), mergeSpans(removed));
}

/** Whether a command may remove the passage without asking. */
export function isSure(passage: Boilerplate): boolean {
  return passage.confidence >= sureConfidence;
}

/** Judges what earlier rounds left, as if it were the whole text. `left` are the places of its segments in the original. */
function judgeRound(
  rest: string,
  left: readonly number[],
  model: CleanModel,
  repetition: LineRepetition | undefined,
): Map<number, Finding> {
  const segments = splitSegments(rest);
  const judgement = judgeSegments(rest, segments, model, repetition && pickRepetition(repetition, left));
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

/** Neighbouring segments that go for the same reason make one passage. */
function joinPassages(segments: readonly Segment[], found: ReadonlyMap<number, Finding>): Boilerplate[] {
  const passages: Boilerplate[] = [];
  let lines = 0;
  let lastIndex = -2;
  let lastReason: Reason | undefined;
  segments.forEach((segment, i) => {
    const entry = found.get(i);
    if (entry === undefined) return;
    const last = passages.at(-1);
    const { reason, confidence } = entry;
    if (
      last !== undefined &&
      lastIndex === i - 1 &&
      lastReason !== undefined &&
      isSameReason(lastReason, reason)
    ) {
      lines++;
      const joined = {
        ...last,
        end: segment.end,
        confidence: (last.confidence * (lines - 1) + confidence) / lines,
      };
      passages[passages.length - 1] = { ...joined, evidence: evidenceOf(reason, lines) };
    } else {
      lines = 1;
      passages.push({
        start: segment.start,
        end: segment.end,
        kind: reason.kind,
        evidence: evidenceOf(reason, 1),
        confidence,
      });
    }
    lastIndex = i;
    lastReason = reason;
  });
  return passages;
}

/** Stretches passages over the blanks between them, so that together they are exactly what is removed. */
function fillSpans(passages: readonly Boilerplate[], removed: readonly Span[]): Boilerplate[] {
  let k = 0;
  return passages.map((passage, i) => {
    const before = passages[i - 1];
    const after = passages[i + 1];
    while (k < removed.length && (removed[k] ?? noSpan).end < passage.end) k++;
    const { start, end } = removed[k] ?? passage;
    const isFirst = before === undefined || before.end <= start;
    const isLast = after === undefined || after.start >= end;
    return { ...passage, start: isFirst ? start : passage.start, end: isLast ? end : after.start };
  });
}

const countingRules: ReadonlySet<string> = new Set([
  'menu',
  'beforeArticle',
  'afterArticle',
  'otherHeadlines',
]);

function evidenceOf({ rule, values }: Reason, lines: number): Boilerplate['evidence'] {
  if (countingRules.has(rule)) return { rule, values: { lines } };
  return values === undefined ? { rule } : { rule, values };
}

function isSameReason(a: Reason, b: Reason): boolean {
  if (a.kind !== b.kind || a.rule !== b.rule) return false;
  if (a.values === undefined || b.values === undefined) return a.values === b.values;
  if ('words' in a.values) return true;
  return Object.keys(a.values).every((name) => a.values?.[name] === b.values?.[name]);
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
