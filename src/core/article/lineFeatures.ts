import type { Layout, Line } from './layout.ts';
import { bylineLead } from './lists/nameCues.ts';

/** Name of the bucket that `value` falls into: the greatest limit it reaches. */
export function bucket(value: number, limits: readonly number[]): string {
  let name = '<';
  for (const limit of limits) {
    if (value < limit) break;
    name = String(limit);
  }
  return name;
}

/** Where line `i` stands to the body: `in3`, `up4` lines before its first line, `down1` after its last. */
export function placeOf(i: number, { bodyFirst, bodyLast }: Layout): string {
  if (bodyFirst < 0) return 'noBody';
  if (i < bodyFirst) return `up${bucket(bodyFirst - i, [1, 2, 3, 4, 5, 7, 10, 15, 25, 50])}`;
  if (i > bodyLast) return `down${bucket(i - bodyLast, [1, 2, 3, 5, 10])}`;
  return `in${bucket(i - bodyFirst, [0, 1, 2, 5])}`;
}

const nameShape = /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}\p{Lu}[\p{L}'’-]+$/u;

/** Whether the line is nothing but a person's name, as far as its shape tells. */
export function looksLikeName(text: string): boolean {
  return text.length < 40 && nameShape.test(text);
}

export function looksLikeByline(line: Line | undefined): boolean {
  if (!line || line.text.length > 120) return false;
  return bylineLead.test(line.text) && /\p{Lu}/u.test(line.text.replace(bylineLead, '').slice(0, 3));
}
