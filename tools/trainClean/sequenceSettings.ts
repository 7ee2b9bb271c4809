import type { Dropout, SequenceShape } from './sequenceNet.ts';

interface SequenceOptions {
  readonly shape: Omit<SequenceShape, 'inputs' | 'words'>;
  readonly dropout: Dropout;
  /** Words of fewer sites would tell the sites, not what a line is. */
  readonly leastSites: number;
  readonly epochs: number;
  /** Texts per step. */
  readonly batch: number;
  /** Share of the epochs that read a variant; 1 where none is named. */
  readonly shares: Readonly<Record<string, number>>;
  /** New pages made of each whole page. */
  readonly copies: number;
  /** The loss of a text counts by the root of its weight, times this. */
  readonly lossScale: number;
  readonly rate: number;
  /** Share of the steps in which the rate rises. */
  readonly warmUp: number;
  readonly decay: number;
  readonly momentum: number;
  readonly memory: number;
  readonly seed: number;
}

export const sequenceOptions: SequenceOptions = {
  shape: { wordSize: 8, hidden: 20, units: 16, head: 16 },
  dropout: { inputs: 0.1, words: 0.5, hidden: 0.4, head: 0.2 },
  leastSites: 18,
  epochs: 3,
  batch: 6,
  shares: { ticker: 0.5, clean: 0.4 },
  copies: 3,
  lossScale: 1 / 30,
  rate: 0.002,
  warmUp: 0.05,
  decay: 0.3,
  momentum: 0.9,
  memory: 0.99,
  seed: 4,
};
