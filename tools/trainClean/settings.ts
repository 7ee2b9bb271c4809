import type { BoostOptions } from './boost.ts';
import type { Example } from './examples.ts';

/** The sets whose licences let weights be trained on them; `portal` is for tuning by hand only. */
export const trainingSets: ReadonlySet<string> = new Set(['aeb', 'andy', 'wcxb', 'ml']);

export const foldCount = 4;

export const boostOptions: BoostOptions = {
  trees: 120,
  leaves: 20,
  rate: 0.1,
  featureShare: 0.35,
  rowShare: 0.5,
  minLeaf: 8,
  ridge: 2,
  seed: 1,
};

/** All pages of a site fall into one fold. */
export function foldOf(example: Example | undefined): number {
  let hash = 7;
  for (const character of `${example?.source.site ?? ''}x`) {
    hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  }
  return (hash >>> 0) % foldCount;
}
