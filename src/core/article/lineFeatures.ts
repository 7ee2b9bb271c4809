import type { Line } from './line.ts';
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

/**
 * Like `bucket`, with the name of a feature before it. The names are made once: weights are looked up by a string many
 * times faster when it is the same one each time.
 */
export function buckets(feature: string, limits: readonly number[]): (value: number) => string {
  const names = [Number.NEGATIVE_INFINITY, ...limits].map((limit) => feature + bucket(limit, limits));
  return (value) => {
    let i = 0;
    while (i < limits.length && value >= limits[i]!) i += 1;
    return names[i]!;
  };
}

interface Body {
  readonly bodyFirst: number;
  readonly bodyLast: number;
}

/** The feature that says where line `i` stands to the body: `in3`, `up4` lines before its first line, `down1` after its last. */
export function places(feature: string): (i: number, body: Body) => string {
  const noBody = `${feature}noBody`;
  const up = buckets(`${feature}up`, [1, 2, 3, 4, 5, 7, 10, 15, 25, 50]);
  const down = buckets(`${feature}down`, [1, 2, 3, 5, 10]);
  const within = buckets(`${feature}in`, [0, 1, 2, 5]);
  return (i, { bodyFirst, bodyLast }) => {
    if (bodyFirst < 0) return noBody;
    if (i < bodyFirst) return up(bodyFirst - i);
    return i > bodyLast ? down(i - bodyLast) : within(i - bodyFirst);
  };
}

/** Names of one kind of feature by what follows them, each made once. */
export function names(feature: string): (of: string) => string {
  const known = new Map<string, string>();
  return (of) => {
    const name = known.get(of) ?? feature + of;
    known.set(of, name);
    return name;
  };
}

const nameShape = /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}\p{Lu}[\p{L}'’-]+$/u;

/** Whether the line is nothing but a person's name, as far as its shape tells. */
export function looksLikeName(text: string): boolean {
  return text.length < 40 && nameShape.test(text);
}

export function looksLikeByline(line: Line | undefined): boolean {
  if (!line || line.text.length > 120) return false;
  const lead = bylineLead.exec(line.text);
  return lead !== null && /\p{Lu}/u.test(line.text.slice(lead[0].length, lead[0].length + 3));
}
