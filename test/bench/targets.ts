/** What a measure must reach and could; of a question it bounds the 95th percentile, of a ratio the value over its floor. */
export interface Target {
  readonly must: number;
  readonly stretch: number;
  /** The bound is on value / floor. */
  readonly isRatio?: boolean;
}

/** The numbers that the index is held to at 200,000 articles of 3.5 kB on two cores, by the id of a measure. */
export const targets: Readonly<Record<string, Target>> = {
  'full.index': { must: 1.25, stretch: 1.1, isRatio: true },
  'store.write': { must: 12, stretch: 6, isRatio: true },
  'full.parallel': { must: 1.7, stretch: 1.9 },
  'open.trees': { must: 80, stretch: 40 },
  'store.size': { must: 0.8, stretch: 0.5, isRatio: true },
  'memory.indexing': { must: 500, stretch: 300 },
  'memory.serving': { must: 200, stretch: 100 },
  'restart.unchanged': { must: 1.5, stretch: 1.1, isRatio: true },
  'saved.store': { must: 150, stretch: 60 },
  'saved.visible': { must: 150, stretch: 60 },
  card: { must: 20, stretch: 8 },
  and: { must: 15, stretch: 5 },
  together: { must: 60, stretch: 20 },
  phrase: { must: 50, stretch: 20 },
  references: { must: 30, stretch: 10 },
  symbols: { must: 20, stretch: 8 },
  histogram: { must: 20, stretch: 5 },
  pairs: { must: 60, stretch: 20 },
  growth: { must: 4, stretch: 2 },
};

const treeLevel: Target = { must: 10, stretch: 4 };

export function targetOf(id: string): Target | undefined {
  if (id.startsWith('tree.')) return treeLevel;
  if (id.startsWith('growth.')) return targets['growth'];
  return targets[id] ?? targets[id.replace(/\.[a-z]+$/, '')];
}
