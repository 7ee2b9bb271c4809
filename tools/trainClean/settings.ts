import type { BoostOptions } from './boost.ts';

/** The sets whose licences let weights be trained on them; `portal` is for tuning by hand only. */
export const trainingSets: ReadonlySet<string> = new Set(['aeb', 'andy', 'wcxb', 'ml', 'fundus', 'gathered']);

/**
 * Those that the finder for HTML learns from, and what a page of each counts: with the pages of Fundus it takes more, of the
 * article too; of gathered pages it gave the labels itself.
 */
export const pageTrainingSets: ReadonlyMap<string, number> = new Map([
  ['aeb', 1],
  ['andy', 1],
  ['wcxb', 1],
  ['ml', 1],
  ['gathered', 0.5],
]);

/** Share of the texts that are also learned as if no word list knew their language. */
export const blindShare = 0.2;

/** Pages that are made with the frame of each page, and how much one counts beside a page as it was. */
export const mixesPerPage = 3;
export const mixWeight = 0.4;

/** Share of the made pages that get lists of teasers added: of the mixes, and of the pages the network reads. */
export const teaserShares = { mix: 0.4, augmented: 0.5 };

export const boostOptions: BoostOptions = {
  trees: 130,
  leaves: 20,
  rate: 0.1,
  featureShare: 0.18,
  rowShare: 0.4,
  minLeaf: 40,
  ridge: 10,
  seed: 4,
};
