import type { Evidence } from '../evidence.ts';

/** Why a value was taken: a sentence by rule; `one` where a number in it is one. `{name}` stands for a value. */
export interface ReadingSentence {
  readonly one?: string;
  readonly other: string;
}

/** By which evidence a title, a date, a byline or an outlet was read. */
export const takenSentences = {
  outletSlot: {
    one: 'It stands where {articles} article of this outlet has its date.',
    other: 'It stands where {articles} articles of this outlet have their date.',
  },
  publicationCue: { other: 'The words before it say that it is the date of publication.' },
  dateline: { other: 'It opens the article, behind the name of a place.' },
  updateCue: { other: 'The words beside it say that it is the date of the last change; there is no other.' },
  bylineZone: { other: 'It stands in the header of the article.' },
  sourcesAgree: { other: 'Several places of the page say so: {sources}.' },
  onlyModified: { other: 'The page says only when it was last changed: {sources}.' },
  dateInPath: { other: 'It is in the name or the folder of the file, or in the address of the page.' },
  databaseNumber: { other: 'The number that a press database gave the article holds its day.' },
  recordField: { other: 'The field “{field}” of the record says so.' },
  daysBeforeCrawl: { other: 'The field “{field}” counts the days before the record was fetched.' },
  userChoice: { other: 'You said so.' },
  titleLine: { other: 'It stands where a title stands: above the text, and about the same things.' },
  pageMarkup: { other: 'The page says so in its markup.' },
  byline: { other: 'A word such as “by” stands before it.' },
  signature: { other: 'It stands under the text, as a signature.' },
  nextToDate: { other: 'It stands alone on the line next to the date.' },
  besideDate: { other: 'It stands on the line of the date.' },
  belowTitle: { other: 'It stands alone under the title.' },
  sinceInBody: { other: 'The text says that something has lasted since then.' },
  pastEventInBody: { other: 'The text speaks of it as past.' },
} as const satisfies Readonly<Record<string, ReadingSentence>>;

/** Why a date that was seen is not that of the publication. */
export const rejectedSentences = {
  inTicker: { other: 'in a ticker' },
  inNavigation: { other: 'in the navigation of the page' },
  inTeaser: { other: 'in the teaser of another article' },
  inShareBar: { other: 'in a share bar' },
  inNotice: { other: 'in a notice of the page' },
  inCrossLink: { other: 'in a link to another article' },
  inSectionLabel: { other: 'in a section label' },
  inLegal: { other: 'in the legal notice' },
  inFuture: { other: 'in the future' },
  publicationInFuture: { other: 'it would be the date, but it lies in the future' },
  sameInManyArticles: { other: 'the same in many articles of this outlet' },
  openDayMonthOrder: { other: 'day and month could be the other way round: {otherReading}' },
  dayOfWeatherOrAgenda: { other: 'of the weather or the agenda: the day the page was fetched' },
  dateOfUpdate: { other: 'the day of the last change' },
  dateOfCapture: { other: 'the day somebody looked at the page' },
  otherArticle: { other: 'of another article' },
  eventInBody: { other: 'of an event in the text' },
  notByTheTitle: { other: 'not in the header of the article' },
  otherSource: { other: 'another source says so: {sources}' },
  userChoice: { other: 'read before you said otherwise' },
} as const satisfies Readonly<Record<string, ReadingSentence>>;

/** Why there is no date. */
export const undatedSentences = {
  noDate: { other: 'There is no date in the text outside of boilerplate.' },
  onlyEventDates: { other: 'There are only dates of events in the text.' },
  userChoice: { other: 'You said that it has no date.' },
} as const satisfies Readonly<Record<string, ReadingSentence>>;

const tables = { taken: takenSentences, rejected: rejectedSentences, undated: undatedSentences };

/** The sentence of a rule; undefined when nobody knows the rule. */
export function readingSentence(
  kind: keyof typeof tables,
  { rule }: Pick<Evidence, 'rule'>,
): ReadingSentence | undefined {
  const sentences: Readonly<Record<string, ReadingSentence>> = tables[kind];
  return Object.hasOwn(sentences, rule) ? sentences[rule] : undefined;
}

/** Probability in words. */
export type Sureness = 'certain' | 'likely' | 'unsure';

/** Below this a date wants a second look. */
export const unsureBelow = 0.75;
const certainFrom = 0.93;

/** @param confidence probability in 0..1 */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= certainFrom) return 'certain';
  return confidence >= unsureBelow ? 'likely' : 'unsure';
}
