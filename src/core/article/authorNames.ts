import { monthOf, weekdayOf } from './dateWords.ts';
import { bylineLead, notAName, roleWord } from './lists/nameCues.ts';

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
  if (personShape.test(name) || initialsPattern.test(name)) return true;
  return otherScript.test(name) && !/\p{Nd}/u.test(name) && !name.split(/\s+/).some(isOfDate);
}

/** Scripts without capitals tell a name from a day by its words only. */
const isOfDate = (word: string): boolean => weekdayOf(word) !== undefined || dateWord.test(word);
const dateWord = /^(?:نشر|نُشر|نشرت|بتاريخ|تاريخ|يوم|كتب|تحديث|آخر)$/u;

export const isInitials = (name: string): boolean => initialsPattern.test(name);

/** Between two names of one byline. */
export const betweenNames = /\s*(?:[,;&/،]|\s(?:et|and|und|y|e|en|i|och|og|with|avec|mit|و)\s)\s*/gu;

/** A label that the page glued to the name: `Von: `, `Posted by `, `Author(s): `, `ByA. Name`. */
const gluedLead =
  /^[|•·\s]*(?:(?:by|par|von|por)(?=\p{Lu})|(?:author\(s\)|author|autore?|auteur|interview|text|texte|texto|redaktion|editor|bericht)\s?:|view all posts by|vom\s|posted by)\s*/iu;

/** "erstellt von", "Un récit par", "Pressemitteilung von": but "von" is a part of names as well, behind a name. */
const statedLead =
  /^(?:(?:\p{L}+\s){1,2}(?:by|par|por)|(?:\p{Ll}+\s){1,2}(?:von|vom)|(?:\p{L}+\s)?(?:Gastbeitrag|Beitrag|Artikel|Kommentar|Bericht|Interview|Pressemitteilung|Mitteilung|Wortlaut)\svon)\s(?=\p{Lu})/u;

/** A role or a link that the page glued behind the name. */
const gluedTail =
  /(?:\s*(?:published|posted|updated|archive page|more posts|follow|staff writer|staff|contributing writer|columnist|correspondent|reporter|editor)|\s?(?:기자|記者|记者))+$/iu;
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

/** Others who had a hand in it, or in its pictures. */
const ofAnother =
  /^(?:fotos?|photos?|bild|images?|illustrations?|updated by|edited by|reviewed by|contributions? from)(?![\p{L}])/iu;

/** How long ago, how long to read, who else. */
const noName = /^(?:\d|(?:and\s)?others(?:\s|$)|unknown$|no author$)/iu;

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
