/**
 * The words of a card, in English; an adapter hands in the same table in the user's language. `{name}` stands for a
 * value. A message that counts has a form for one and a form for the rest.
 */
export const englishCardMessages = {
  organization: 'organization',
  person: 'person',
  place: 'place',
  also: 'also {names}',
  alsoMore: 'also {names} and {more} more',
  curated: '✎ put right by hand',
  unsure: '? read without confidence',
  quote: '“{text}”',
  parent: '{name} (parent)',
  parentAt: '{name} (parent, {date})',
  role: '{name}, {role}',
  roleAt: '{name}, {role} ({date})',
  ownRole: '{role}',
  ownRoleAt: '{role} ({date})',
  articles: { one: '{count} article', other: '{count} articles' },
  mentions: { one: '{count} mention', other: '{count} mentions' },
  undated: { one: '{count} undated', other: '{count} undated' },
  period: '{first} – {last}',
  onlyHere: 'Only in this article',
  onlyOnce: 'Only in one article',
  notIndexed: 'Not in the corpus yet',
  with: 'With:',
  companion: '{name} ({count})',
  busiestYear: { one: 'most in {year} ({count} article)', other: 'most in {year} ({count} articles)' },
  yearRange: '{first}–{last}, {busiest}',
  oneYear: { one: '{count} article in {year}', other: '{count} articles in {year}' },
  joinedByInitials: '{short}: joined by its initials',
  joinedByDefinition: '{short}: so named in parentheses',
  joinedByNumber: '{short}: differs by singular or plural only',
  joinedByFormerName: '{short}: a former name',
  joinedBySurname: '{short}: joined by the surname',
  showInTree: 'Show in Tree',
  showAllMentions: 'All Mentions',
  showConcordance: 'Concordance',
  filterByThis: 'Filter by This',
  openDossier: 'Dossier',
  putRight: 'Put Right…',
} as const satisfies Readonly<Record<string, CardMessage>>;

/** A message, or its forms for one and for the rest. */
export type CardMessage = string | { readonly one: string; readonly other: string };

/** The names of a card's messages. */
export type CardMessageId = keyof typeof englishCardMessages;

/** All messages of a card in one language. */
export type CardMessages = Readonly<Record<CardMessageId, CardMessage>>;

/** How a card writes words, numbers and dates. */
export interface CardLanguage {
  readonly messages: CardMessages;
  formatNumber(count: number): string;
  /** `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  formatDate(date: string): string;
  /** The form that a count takes; French says "0 article", English "0 articles". */
  pluralOf(count: number): 'one' | 'other';
}

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** English, with dates like "May 2016" and numbers like "1,204". */
export const englishCardLanguage: CardLanguage = {
  messages: englishCardMessages,
  formatNumber: (count) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ','),
  formatDate: (date) => {
    const [year = date, month, day] = date.split('-');
    if (month === undefined) return year;
    return [day && String(Number(day)), englishMonths[Number(month) - 1] ?? month, year]
      .filter(Boolean)
      .join(' ');
  },
  pluralOf: (count) => (count === 1 ? 'one' : 'other'),
};

/** The message with its values filled in. `count` chooses the form of a message that counts, and fills `{count}`. */
export function say(
  language: CardLanguage,
  id: CardMessageId,
  values: Readonly<Record<string, string>> = {},
  count = 0,
): string {
  const message = language.messages[id];
  const template = typeof message === 'string' ? message : message[language.pluralOf(count)];
  // One pass, so that braces inside a name are never taken for a placeholder.
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'count' && values['count'] === undefined
      ? language.formatNumber(count)
      : (values[name] ?? whole),
  );
}
