/** Patterns made of word lists: one entry a line, each a piece of a regular expression in lower case. */

/** The entries as alternatives, in the order of the list. */
export const alternatives = (list: string): string =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .join('|');

/** One of the words at the end of a text, right before what is asked about. */
export const rightBefore = (list: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(list)})[^\\p{L}\\d]{0,6}$`, 'u');

/** One of the words anywhere in a text, as words of their own. */
export const anywhere = (list: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(list)})(?![\\p{L}])`, 'u');
