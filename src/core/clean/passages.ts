import type { Span } from '../text/span.ts';
import type { Reason } from './explain.ts';
import type { Boilerplate } from './passage.ts';
import type { Segment } from './segments.ts';

/** Why and how surely a segment goes. */
export interface Finding {
  readonly reason: Reason;
  /** Probability in 0..1 that the segment is boilerplate. */
  readonly confidence: number;
}

/** Neighbouring segments that go for the same reason. */
interface Group {
  readonly reason: Reason;
  readonly start: number;
  /** Of a reason that counts articles: all of the group stands in so many. */
  articles: number;
  segments: number;
  confidences: number;
}

/** Rules whose evidence is the number of lines. */
const countingRules: ReadonlySet<string> = new Set(['menu', 'beforeArticle', 'afterArticle']);

/**
 * The passages of what is removed. Together they are exactly the removed spans (in text order, apart from each other):
 * each one is stretched over the blanks that go with it. Neighbours with the same reason make one passage.
 */
export function toPassages(
  segments: readonly Segment[],
  found: ReadonlyMap<number, Finding>,
  removed: readonly Span[],
): Boilerplate[] {
  let next = 0;
  return removed.flatMap(({ start, end }) => {
    const groups: Group[] = [];
    for (; next < segments.length; next++) {
      const segment = segments[next];
      if (segment === undefined || segment.start >= end) break;
      const finding = found.get(next);
      if (finding !== undefined) addToGroups(groups, segment, finding);
    }
    return groups.map((group, i) => ({
      start: i === 0 ? start : group.start,
      end: groups[i + 1]?.start ?? end,
      kind: group.reason.kind,
      evidence: evidenceOf(group),
      confidence: group.confidences / group.segments,
    }));
  });
}

function addToGroups(groups: Group[], { start }: Segment, { reason, confidence }: Finding): void {
  const last = groups.at(-1);
  if (last !== undefined && isSameReason(last.reason, reason)) {
    last.segments++;
    last.confidences += confidence;
    last.articles = Math.min(last.articles, articlesOf(reason));
  } else groups.push({ reason, start, segments: 1, confidences: confidence, articles: articlesOf(reason) });
}

const articlesOf = ({ values }: Reason): number => Number(values?.['articles'] ?? 0);

function evidenceOf({ reason: { rule, values }, segments, articles }: Group): Boilerplate['evidence'] {
  if (countingRules.has(rule)) return { rule, values: { lines: segments } };
  if (articles > 0) return { rule, values: { articles } };
  return values === undefined ? { rule } : { rule, values };
}

/** Buttons with different words are one bar, and what repeats here and there is one block; lists under different headings are two. */
function isSameReason(a: Reason, b: Reason): boolean {
  if (a.kind !== b.kind || a.rule !== b.rule) return false;
  if (a.values === undefined || b.values === undefined) return a.values === b.values;
  if ('words' in a.values || 'articles' in a.values) return true;
  return Object.keys(a.values).every((name) => a.values?.[name] === b.values?.[name]);
}
