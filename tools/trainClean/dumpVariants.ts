import { createHash } from 'node:crypto';
import type { Markup, MarkupBlock } from '../../src/core/article/record.ts';
import type { LabelledSpan } from './labelledPages.ts';

/** A list entry is an item of navigation when so much of it is link text. */
const linkedShare = 0.9;
const leastItems = 3;
/** How scrapers join the entries of a list: four no-break spaces, or four plain ones. */
const joints = ['\u00A0'.repeat(4), ' '.repeat(4)];
const jointShare = 0.6;
/** The element of a part holds so much of the article. */
const articleShare = 0.97;
const mostLevels = 3;

/** The dump with each list of links on one line; nothing where the page has no such list. */
export function tickerOf(
  text: string,
  { blocks }: Markup,
  spans: readonly LabelledSpan[],
  site: string,
): { ticker: string; tickerSpans: LabelledSpan[] } | undefined {
  const chance = createHash('sha1').update(site).digest().readUInt16BE(0) / 0x10000;
  const joint = joints[chance < jointShare ? 0 : 1] ?? '';
  const cuts: [start: number, end: number][] = [];
  let run: MarkupBlock[] = [];
  const close = (): void => {
    if (run.length >= leastItems)
      run.slice(1).forEach((block, i) => cuts.push([run[i]?.end ?? 0, block.start]));
    run = [];
  };
  for (const block of blocks) {
    if (text.slice(block.start, block.end).trim() === '') continue;
    const isItem =
      block.path.some((label) => /^li\b/.test(label)) &&
      block.linkLength >= (block.end - block.start) * linkedShare;
    if (!isItem) close();
    else run.push(block);
  }
  close();
  if (cuts.length === 0) return undefined;
  return replaceCuts(text, spans, cuts, joint);
}

function replaceCuts(
  text: string,
  spans: readonly LabelledSpan[],
  cuts: readonly (readonly [number, number])[],
  joint: string,
): { ticker: string; tickerSpans: LabelledSpan[] } {
  let ticker = '';
  let at = 0;
  const moves: [from: number, by: number][] = [[0, 0]];
  for (const [start, end] of cuts) {
    ticker += text.slice(at, start) + joint;
    moves.push([end, ticker.length - end]);
    at = end;
  }
  ticker += text.slice(at);
  const place = (offset: number): number => {
    let by = 0;
    for (const [from, move] of moves) if (offset >= from) by = move;
    return offset + by;
  };
  return {
    ticker,
    tickerSpans: spans.map(([start, end, label]) => [place(start), place(end - 1) + 1, label]),
  };
}

/** The smallest element around nearly all of the article, or one around it, with some boilerplate in it; else nothing. */
export function partOf(
  text: string,
  { blocks, elements = [] }: Markup,
  spans: readonly LabelledSpan[],
): { part: string; partSpans: LabelledSpan[] } | undefined {
  const kept = new Float64Array(elements.length);
  const other = new Float64Array(elements.length);
  const from = new Float64Array(elements.length).fill(Infinity);
  const to = new Float64Array(elements.length);
  let total = 0;
  for (const block of blocks) {
    const [k, d] = [lengthIn(spans, 'K', block), lengthIn(spans, 'D', block)];
    total += k;
    for (let e = block.element ?? -1; e >= 0; e = elements[e]?.parent ?? -1) {
      kept[e]! += k;
      other[e]! += d;
      from[e] = Math.min(from[e]!, block.start);
      to[e] = Math.max(to[e]!, block.end);
    }
  }
  let element = -1;
  // Parents come before their children: the last one that holds the article is the smallest.
  for (let e = 0; e < elements.length; e++) if (total > 0 && kept[e]! >= total * articleShare) element = e;
  for (let level = 0; level <= mostLevels && element >= 0; level++) {
    if (other[element]! > 0) {
      const [start, end] = [from[element]!, to[element]!];
      const inside = spans
        .map(([a, b, label]): LabelledSpan => [Math.max(a, start) - start, Math.min(b, end) - start, label])
        .filter(([a, b]) => b > a);
      return { part: text.slice(start, end), partSpans: inside };
    }
    element = elements[element]?.parent ?? -1;
  }
  return undefined;
}

function lengthIn(spans: readonly LabelledSpan[], wanted: string, { start, end }: MarkupBlock): number {
  return spans.reduce(
    (sum, [a, b, label]) => sum + (label === wanted ? Math.max(0, Math.min(b, end) - Math.max(a, start)) : 0),
    0,
  );
}
