import { monthOf, weekdayOf } from './dateWords.ts';
import {
  betweenNames,
  dateWord,
  gluedLead,
  gluedTail,
  nameParticle,
  noName,
  ofAnother,
  statedLead,
} from './lists/bylineCues.ts';
import { bylineLead, notAName, roleWord } from './lists/nameCues.ts';

const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:d|l|o|n)['’]\\p{Lu}[\\p{L}'’-]+)";
const personShape = new RegExp(`^${nameWord}(?:[\\s-]+(?:${nameParticle}\\s+){0,2}${nameWord}){1,4}$`, 'u');
const otherScript =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s·・]{3,30}$/u;
const initialsPattern = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\.?$/u;

const maxName = 50;

/** Whether `name` has the shape of a person's full name or of initials with full stops. */
export function isPersonName(name: string): boolean {
  if (name.length < 3 || name.length > maxName || notAName.test(name.toLowerCase())) return false;
  if (personShape.test(name) || initialsPattern.test(name)) return true;
  return otherScript.test(name) && !/\p{Nd}/u.test(name) && !name.split(/\s+/).some(isOfDate);
}

/** Scripts without capitals tell a name from a day by its words only. */
const isOfDate = (word: string): boolean => weekdayOf(word) !== undefined || dateWord.test(word);

export const isInitials = (name: string): boolean => initialsPattern.test(name);

const gluedWord = /(?<=\p{Ll})(\s?)(\p{Lu}\p{Ll}{2,8})\.?(\s\d.*)?$/u;

/** What stands behind the names: in brackets, behind a bar or a dash, a date in figures. */
const behindNames =
  /\s*[(|].*$|\s[•·—–](?:\s.*)?$|\s*(?:\s(?:am|on|le|el|em|il|op)\s+|,\s*)?(?<!\p{L})\d{1,4}[./年-]\d.*$|(?<=[^\x00-\x7f])\d{4}-\d.*$/u;

/** The name without what the page glued behind it; a month only with its day, or without a blank before it. */
function withoutTail(name: string): string {
  const word = gluedWord.exec(name);
  const isMonth = word && monthOf(word[2] ?? '') !== undefined && (word[1] === '' || word[3] !== undefined);
  const dated = isMonth ? name.slice(0, word.index) : name;
  const bare = dated.replace(gluedTail, '').replace(/(?<=\p{Ll})News$/u, '');
  return bare.includes(' ') || otherScript.test(bare) ? bare : dated;
}

/** Whether a part of a byline says what the one before it does, not who else wrote. */
export const isRole = (part: string): boolean => roleWord.test(part.toLowerCase());

/** The names in what a page states as its author: `By A. Name and B. Name, Correspondent` -> two. */
export function splitAuthorNames(statement: string): string[] {
  const flat = statement.replace(/\s+/g, ' ').trim();
  // Behind a comma that follows no name stands where the author works.
  if (/https?:\/\/|www\.|@/.test(flat) || flat.startsWith(',') || ofAnother.test(flat)) return [];
  const bare = flat
    .replace(gluedLead, '')
    .replace(bylineLead, '')
    .replace(gluedLead, '')
    .replace(statedLead, '')
    .replace(behindNames, '');
  return bare
    .split(betweenNames)
    .filter((part, i) => i === 0 || !isRole(part))
    .map((name) => withoutTail(name.trim()))
    .filter((name) => name.length >= 2 && name.length <= maxName && /\p{L}{2}/u.test(name))
    .filter((name) => !/\d{2}/.test(name) && !noName.test(name) && name.split(' ').length <= 5);
}
