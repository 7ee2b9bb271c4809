import type { BoostOptions } from './boost.ts';

/** The sets whose licences let weights be trained on them; `portal` is for tuning by hand only. */
export const trainingSets: ReadonlySet<string> = new Set(['aeb', 'andy', 'wcxb', 'ml']);

/** Share of the texts that are also learned as if no word list knew their language. */
export const blindShare = 0.2;

export const boostOptions: BoostOptions = {
  trees: 220,
  leaves: 20,
  rate: 0.07,
  featureShare: 0.18,
  rowShare: 0.4,
  minLeaf: 15,
  ridge: 2,
  seed: 1,
};
