import { far } from './columns.ts';
import type { Measures } from './measures.ts';
import type { Run } from './proseRun.ts';

export interface Overlaps {
  readonly run: Float32Array;
  readonly lead: Float32Array;
  /** Share of the content words that a segment at most 12 away says too, and one farther away. */
  readonly near: Float32Array;
  readonly distant: Float32Array;
}

/** How near two segments must be for their common words to count as one subject. */
const nearSegments = 12;

/**
 * What a segment's content words share with the article's run, with its first prose and with its neighbours: a list of
 * headlines changes its subject with every line.
 */
export function readOverlaps(measures: Measures, run: Run, prose: Uint8Array): Overlaps {
  const { tokens, tokenStarts, count } = measures;
  const inRun = new Map<number, number>();
  const lead = new Set<number>();
  let leadSegments = 0;
  for (let i = run.first; i <= run.last; i++) {
    if (prose[i] !== 1) continue;
    const isLead = leadSegments++ < 3;
    for (let t = tokenStarts[i] ?? 0; t < (tokenStarts[i + 1] ?? 0); t++) {
      const token = tokens[t] ?? 0;
      inRun.set(token, (inRun.get(token) ?? 0) + 1);
      if (isLead) lead.add(token);
    }
  }
  const column = (): Float32Array => new Float32Array(count);
  const overlaps = { run: column(), lead: column(), near: column(), distant: column() };
  const previous = lastSegments(measures, 1);
  const next = lastSegments(measures, -1);
  for (let i = 0; i < count; i++) {
    const from = tokenStarts[i] ?? 0;
    const to = Math.min(tokenStarts[i + 1] ?? 0, from + 60);
    const own = i >= run.first && i <= run.last && prose[i] === 1 ? 1 : 0;
    let content = 0;
    let said = 0;
    let led = 0;
    let near = 0;
    let distant = 0;
    for (let t = from; t < to; t++) {
      if (measures.isContent[t] !== 1) continue;
      content++;
      const token = tokens[t] ?? 0;
      if ((inRun.get(token) ?? 0) > own) said++;
      if (lead.has(token)) led++;
      const gap = Math.min(i - (previous[t] ?? -far), (next[t] ?? far) - i);
      if (gap <= nearSegments) near++;
      else if (gap < far / 2) distant++;
    }
    const share = 1 / Math.max(1, content);
    overlaps.run[i] = said * share;
    overlaps.lead[i] = led * share;
    overlaps.near[i] = near * share;
    overlaps.distant[i] = distant * share;
  }
  return overlaps;
}

/** For each token, the nearest other segment before (step 1) or after (step -1) that holds it; ∓1000 where none does. */
function lastSegments({ tokens, tokenStarts, count }: Measures, step: 1 | -1): Int32Array {
  const result = new Int32Array(tokens.length);
  const last = new Map<number, number>();
  for (let i = step === 1 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    const from = tokenStarts[i] ?? 0;
    const to = tokenStarts[i + 1] ?? 0;
    for (let t = from; t < to; t++) result[t] = last.get(tokens[t] ?? 0) ?? i - step * far;
    for (let t = from; t < to; t++) last.set(tokens[t] ?? 0, i);
  }
  return result;
}
