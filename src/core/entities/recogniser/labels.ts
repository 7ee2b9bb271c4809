/** What the recogniser tells apart inside; works, events and products (`MISC`) are learnt so as not to be mistaken. */
export const innerTypes = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type InnerType = (typeof innerTypes)[number];

/** Outside, then Begin, Inside, Last, Unit of each type, in the order of `innerTypes`. */
export const labelCount = 1 + 4 * innerTypes.length;
const outside = 0;

export type LabelPosition = 0 | 1 | 2 | 3;
const begin = 0;
const inside = 1;
const last = 2;
const unit = 3;

export function labelOf(type: number, position: LabelPosition): number {
  return 1 + 4 * type + position;
}

/** Where token `k` of a name of `length` tokens stands in it. */
export function positionIn(k: number, length: number): LabelPosition {
  if (length === 1) return unit;
  return k === 0 ? begin : k === length - 1 ? last : inside;
}

/** Index into `innerTypes`; -1 for outside. */
function typeOf(label: number): number {
  return label === outside ? -1 : (label - 1) >> 2;
}

function positionOf(label: number): number {
  return (label - 1) & 3;
}

/** May a name be open after this label? */
function isOpen(label: number): boolean {
  return label !== outside && positionOf(label) <= inside;
}

export function mayFollow(previous: number, next: number): boolean {
  const continues = next !== outside && (positionOf(next) === inside || positionOf(next) === last);
  if (isOpen(previous)) return continues && typeOf(previous) === typeOf(next);
  return !continues;
}

export function mayStart(label: number): boolean {
  return mayFollow(outside, label);
}

export function mayEnd(label: number): boolean {
  return !isOpen(label);
}

/** For each label, the labels that may stand before it. */
export const predecessors: readonly (readonly number[])[] = Array.from({ length: labelCount }, (_, next) =>
  Array.from({ length: labelCount }, (_, previous) => previous).filter((previous) =>
    mayFollow(previous, next),
  ),
);

export interface LabelledSpan {
  /** First and one past the last token. */
  readonly from: number;
  readonly to: number;
  /** Index into `innerTypes`. */
  readonly type: number;
}

/** The names that the labels of the tokens `start` up to `end`, a valid sequence, spell. */
export function spansOfLabels(labels: ArrayLike<number>, start: number, end: number): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    const label = labels[i]!;
    if (label === outside) continue;
    const position = positionOf(label);
    if (position === begin || position === unit) from = i;
    if (position === last || position === unit) spans.push({ from, to: i + 1, type: typeOf(label) });
  }
  return spans;
}

/** Writes the labels of one name into `labels`. */
export function labelSpan(labels: Uint8Array | number[], span: LabelledSpan): void {
  const { from, to, type } = span;
  if (to - from === 1) {
    labels[from] = labelOf(type, unit);
    return;
  }
  labels[from] = labelOf(type, begin);
  for (let i = from + 1; i < to - 1; i++) labels[i] = labelOf(type, inside);
  labels[to - 1] = labelOf(type, last);
}
