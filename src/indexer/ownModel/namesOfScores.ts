import type { EntityType, RecognisedMention, Token } from '../../core/index.ts';
import type { NameLabel } from './nameLabels.ts';

/**
 * The names among words, from a model's scores: row-major words × labels, as natural logarithms up to a constant a row. A
 * word takes its likeliest label; words of one type in a row are one name, until a label says that another begins.
 */
export function namesOfScores(
  text: string,
  words: readonly Token[],
  scores: Float32Array,
  labels: readonly NameLabel[],
): readonly RecognisedMention[] {
  const names: RecognisedMention[] = [];
  let open: { type: EntityType; from: number; sum: number } | undefined;
  const close = (to: number): void => {
    if (open === undefined) return;
    const { type, from, sum } = open;
    const start = words[from]!.start;
    const { end } = words[to - 1]!;
    names.push({ start, end, type, text: text.slice(start, end), confidence: sum / (to - from) });
    open = undefined;
  };
  words.forEach((_, at) => {
    const chances = softmax(scores.subarray(at * labels.length, (at + 1) * labels.length));
    const { type, isBegin } = labels[likeliest(chances)]!;
    if (type !== open?.type || isBegin || isOtherLine(text, words, at)) close(at);
    if (type === undefined) return;
    open ??= { type, from: at, sum: 0 };
    open.sum += chances.reduce((sum, chance, i) => (labels[i]!.type === type ? sum + chance : sum), 0);
  });
  close(words.length);
  return names;
}

/** No name goes on over a line break: headlines without a full stop follow each other. */
function isOtherLine(text: string, words: readonly Token[], at: number): boolean {
  return at > 0 && /[\n\r]/.test(text.slice(words[at - 1]!.end, words[at]!.start));
}

function likeliest(chances: readonly number[]): number {
  return chances.reduce((best, chance, i) => (chance > chances[best]! ? i : best), 0);
}

function softmax(row: Float32Array): number[] {
  const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = Array.from(row, (score) => Math.exp(score - most));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}
