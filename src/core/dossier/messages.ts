import type { CardMessage } from '../card/messages.ts';

/** The words of a dossier, in English; an adapter hands in the same table in the user's language. `{name}` stands for a value. */
export const englishDossierMessages = {
  filter: 'Filter: {filter}',
  corpus: 'Corpus: {corpus}',
  whatItIs: 'What it is',
  saidOfIt: 'What is said of it',
  noFacts: 'No sentence of the corpus says what it is.',
  names: 'Names',
  onlyName: 'It is named in one way only.',
  timeline: 'Timeline',
  year: 'Year',
  articles: 'Articles',
  undated: 'Undated',
  firstAndLast: 'First named {first}, last {last}.',
  noDates: 'None of its articles is dated.',
  namedWith: 'Named with',
  name: 'Name',
  sentences: 'Sentences',
  byChance: 'Named in the same sentences, the pairs that chance explains least first (log-likelihood).',
  nobody: 'No other organization is named in the same sentence more than once.',
  concordance: 'Concordance',
  someLines: { one: '{shown} of {count} mention.', other: '{shown} of {count} mentions.' },
  sources: 'Sources',
  someArticles: { one: '{shown} of {count} article.', other: '{shown} of {count} articles.' },
  noOutlet: 'no outlet known',
  noDate: 'undated',
} as const satisfies Readonly<Record<string, CardMessage>>;

export type DossierMessageId = keyof typeof englishDossierMessages;
export type DossierMessages = Readonly<Record<DossierMessageId, CardMessage>>;
