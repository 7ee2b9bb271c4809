import { monthOf } from './dateWords.ts';
import { bylineLead, notAName } from './lists/nameCues.ts';

const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:d|l|o|n)['’]\\p{Lu}[\\p{L}'’-]+)";
const particle =
  '(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|el|al|ben|bin|bint|ibn|ould|ait|zu|y|e|of|und)';
const personShape = new RegExp(`^${nameWord}(?:[\\s-]+(?:${particle}\\s+){0,2}${nameWord}){1,4}$`, 'u');
const otherScript =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s·・]{3,30}$/u;
const initialsPattern = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\.?$/u;

const maxName = 50;

/** Whether `name` has the shape of a person's full name or of initials with full stops. */
export function isPersonName(name: string): boolean {
  if (name.length < 3 || name.length > maxName || notAName.test(name.toLowerCase())) return false;
  return personShape.test(name) || otherScript.test(name) || initialsPattern.test(name);
}

export const isInitials = (name: string): boolean => initialsPattern.test(name);

/** Between two names of one byline. */
export const betweenNames = /\s*(?:[,;&/،]|\s(?:et|and|und|y|e|en|i|och|og|with|avec|mit|و)\s)\s*/gu;

/** A label that the page glued to the name: `Von: `, `Posted by `, `Author(s): `, `ByA. Name`. */
const gluedLead =
  /^[,|•·\s]*(?:(?:by|par|von|por)(?=\p{Lu})|author\(s\):|view all posts by|vom\s|posted by|interview:|text:)\s*/iu;

/** A role or a link that the page glued behind the name. */
const gluedTail =
  /(?:\s*(?:published|posted|updated|archive page|more posts|follow|staff|columnist|correspondent|reporter|editor)|\s(?:기자|記者|记者))+$/iu;
const gluedWord = /(?<=\p{Ll})(\s?)(\p{Lu}\p{Ll}{2,8})\.?(\s\d.*)?$/u;

/** The name without what the page glued behind it; a month only with its day, or without a blank before it. */
function withoutTail(name: string): string {
  const word = gluedWord.exec(name);
  const isMonth = word && monthOf(word[2] ?? '') !== undefined && (word[1] === '' || word[3] !== undefined);
  const dated = isMonth ? name.slice(0, word.index) : name;
  const bare = dated.replace(gluedTail, '').replace(/(?<=\p{Ll})News$/u, '');
  return bare.includes(' ') ? bare : dated;
}

/** The names in what a page states as its author: `By A. Name and B. Name, Correspondent` -> two, and the role. */
export function splitAuthorNames(statement: string): string[] {
  if (/https?:\/\/|www\.|@/.test(statement)) return [];
  const flat = statement.replace(/\s+/g, ' ').trim();
  const bare = flat
    .replace(gluedLead, '')
    .replace(bylineLead, '')
    .replace(gluedLead, '')
    .replace(/\s*[(|].*$/, '');
  return bare
    .split(betweenNames)
    .map((name) => withoutTail(name.trim()))
    .filter((name) => name.length >= 2 && name.length <= maxName && /\p{L}{2}/u.test(name))
    .filter((name) => !/\d{2}/.test(name) && name.split(' ').length <= 5);
}
