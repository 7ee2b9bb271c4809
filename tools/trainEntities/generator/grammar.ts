/** Alternatives of each rule; `<rule>` stands for another rule, `{slot}` for a name or a figure. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

export interface Piece {
  readonly text: string;
  /** PER, LOC, ORG, MISC, or nothing for words. */
  readonly type?: string | undefined;
}

export type FillSlot = (slot: string) => readonly Piece[];

/** Deeper nesting is a rule that calls itself too often. */
const deepest = 12;

/** Expands a rule into pieces of text, drawing alternatives with `random` and asking `fill` for the slots. */
export function expand(
  grammar: Grammar,
  pattern: string,
  random: () => number,
  fill: FillSlot,
  depth = 0,
): Piece[] {
  if (depth > deepest) throw new RangeError(`grammar nests deeper than ${deepest} at ${pattern}`);
  const pieces: Piece[] = [];
  for (const part of pattern.split(/(<[^>]+>|\{[^}]+\}|\[[^\]]*\])/)) {
    if (part.startsWith('<')) {
      const alternatives = grammar[part.slice(1, -1)];
      if (alternatives === undefined) throw new RangeError(`grammar has no rule ${part}`);
      pieces.push(...expand(grammar, draw(alternatives, random), random, fill, depth + 1));
    } else if (part.startsWith('[')) {
      // An optional part: there half of the time.
      if (random() < 0.5) pieces.push(...expand(grammar, part.slice(1, -1), random, fill, depth + 1));
    } else if (part.startsWith('{')) pieces.push(...fill(part.slice(1, -1)));
    else if (part !== '') pieces.push({ text: part });
  }
  return pieces;
}

export function draw<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
