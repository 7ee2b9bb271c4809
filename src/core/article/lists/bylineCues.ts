import { alternatives } from './wordPatterns.ts';

/** Words that pages write before, between and behind the names of a byline. */

const particles = alternatives(`
de
da
do
dos
das
del
della
di
du
la
le
van
von
der
den
ter
ten
el
al
ben
bin
bint
ibn
ould
ait
zu
y
e
of
und
`);

/** Words of a name that have no capital: "van", "ould". */
export const nameParticle = `(?:${particles})`;

/** Between two names of one byline. */
export const betweenNames = new RegExp(
  `\\s*(?:[,;&/،]|\\s(?:${alternatives(`
et
and
und
y
e
en
i
och
og
with
avec
mit
و
`)})\\s)\\s*`,
  'gu',
);

/** A label that the page glued to the name: `Von: `, `Posted by `, `Author(s): `, `ByA. Name`. */
export const gluedLead = new RegExp(
  `^[|•·\\s]*(?:(?:by|par|von|por)(?=\\p{Lu})|(?:${alternatives(`
author\\(s\\)
author
autore?
auteur
interview
text
texte
texto
redaktion
editor
bericht
`)})\\s?:|view all posts by|vom\\s|posted by)\\s*`,
  'iu',
);

const germanKinds = alternatives(`
Gastbeitrag
Beitrag
Artikel
Kommentar
Bericht
Interview
Pressemitteilung
Mitteilung
Wortlaut
`);

/** "erstellt von", "Un récit par", "Pressemitteilung von": but "von" is a part of names as well, behind a name. */
export const statedLead = new RegExp(
  `^(?:(?:\\p{L}+\\s){1,2}(?:by|par|por)|(?:\\p{Ll}+\\s){1,2}(?:von|vom)|(?:\\p{L}+\\s)?(?:${germanKinds})\\svon)\\s(?=\\p{Lu})`,
  'u',
);

/** A role or a link that the page glued behind the name. */
export const gluedTail = new RegExp(
  `(?:\\s*(?:${alternatives(`
published
posted
updated
archive page
more posts
follow
staff writer
staff
contributing writer
columnist
correspondent
reporter
editor
`)})|\\s?(?:기자|記者|记者))+$`,
  'iu',
);

/** Others who had a hand in it, or in its pictures. */
export const ofAnother = new RegExp(
  `^(?:${alternatives(`
fotos?
photos?
bild
images?
illustrations?
updated by
edited by
reviewed by
contributions? from
`)})(?![\\p{L}])`,
  'iu',
);

/** How long ago, how long to read, who else. */
export const noName = /^(?:\d|(?:and\s)?others(?:\s|$)|unknown$|no author$)/iu;

/** Words about a day in a script without capitals: no part of a name. */
export const dateWord = new RegExp(
  `^(?:${alternatives(`
نشر
نُشر
نشرت
بتاريخ
تاريخ
يوم
كتب
تحديث
آخر
`)})$`,
  'u',
);

/** Before a name in one part of a line: "um 9:30 Uhr von", "interview by". */
export const segmentLead = new RegExp(
  `^(?:[\\s:-]|um |at |\\d{1,2}[:.h]\\d{2}|uhr|(?:${alternatives(`
(?:propos )?recueillis? par
interview by
entrevista de
by
par
von
por
di
door
av
vom
(?:gepostet|geschrieben|verfasst|erstellt|eingestellt) von
posted by
written by
publié par
publicado por
`)})\\s)*`,
  'iu',
);

/** Behind a name in one part of a line: what leads to a date, or a number of comments. */
export const segmentTail = new RegExp(
  `[\\s:-]*(?:(?:^|\\s)(?:am|on|le|el|em|den|vom|um|at)\\s*|\\s\\d+\\s(?:${alternatives(`
kommentare?
comments?
commentaires?
comentarios?
`)})|\\s(?:${alternatives(`
schreibe
hinterlasse
leave
no comments
kommentar
`)}).*|\\s\\d+)?[\\s:-]*$`,
  'iu',
);

/** What ends the names of a byline: a bar, a date, an address, a role after a comma, a sentence. */
export const namesEnd = new RegExp(
  `\\s[|•·–—-]\\s|[|•·:;(@\\n]|\\s?,?\\s?\\d|,\\s(?:\\p{Ll}|le\\s|den\\s)|\\s(?:${alternatives(`
le
on
am
el
em
in
at
pour
for
avec
with
à
dans
für
bei
aus
vom
updated
published
posted
publié
mis
`)})\\s`,
  'u',
);
