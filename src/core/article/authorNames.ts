import { BYLINE_LEAD, NOT_A_NAME } from './cueWords.ts';

const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:d|l|o|n)['’]\\p{Lu}[\\p{L}'’-]+)";
const PARTICLE =
  '(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|el|al|ben|bin|bint|ibn|ould|ait|zu|y|e|of|und)';
const PERSON = new RegExp(`^${NAME_WORD}(?:[\\s-]+(?:${PARTICLE}\\s+){0,2}${NAME_WORD}){1,4}$`, 'u');
const OTHER_SCRIPT =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s·・]{3,30}$/u;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\.?$/u;

const MAX_NAME = 50;

/** Whether `name` has the shape of a person's full name or of initials with full stops. */
export function isPersonName(name: string): boolean {
  if (name.length < 3 || name.length > MAX_NAME || NOT_A_NAME.test(name.toLowerCase())) return false;
  return PERSON.test(name) || OTHER_SCRIPT.test(name) || INITIALS.test(name);
}

export const isInitials = (name: string): boolean => INITIALS.test(name);

/** Between two names of one byline. */
export const BETWEEN_NAMES = /\s*(?:[,;&/،]|\s(?:et|and|und|y|e|en|i|och|og|with|avec|mit|و)\s)\s*/gu;

/** The names in what a page states as its author: `By A. Name and B. Name, Correspondent` -> two. */
export function splitAuthorNames(statement: string): string[] {
  if (/https?:\/\/|www\.|@/.test(statement)) return [];
  const bare = statement
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BYLINE_LEAD, '')
    .replace(/\s*[(|].*$/, '');
  const names = bare.split(BETWEEN_NAMES).map((name) => name.trim());
  return names.filter(
    (name) =>
      name.length >= 3 &&
      name.length <= MAX_NAME &&
      !NOT_A_NAME.test(name.toLowerCase()) &&
      /\p{L}{2}/u.test(name) &&
      !/\d/.test(name) &&
      name.split(' ').length <= 5,
  );
}
