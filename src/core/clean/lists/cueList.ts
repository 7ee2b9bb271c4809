/** What a phrase hints at. A hint is evidence among others: no phrase removes anything by itself. */
export const cueCategories = [
  'share',
  'platform',
  'subscribe',
  'account',
  'navigation',
  'relatedHeading',
  'legal',
  'comments',
  'advertisement',
  'readMore',
  'notice',
  'byline',
  'dateWord',
  'update',
  'credit',
  'authorNote',
  'media',
  'tags',
  'section',
  'source',
] as const;

export type CueCategory = (typeof cueCategories)[number];

/** Phrases of one language, of at most six words each, comma after comma. Case, accents and signs do not count. */
export interface LanguageCues {
  /** The language's most frequent function words: a line with many of them is prose. */
  readonly functionWords: string;
  readonly cues: Readonly<Partial<Record<CueCategory, string>>>;
}
