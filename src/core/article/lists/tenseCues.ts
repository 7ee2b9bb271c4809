import { alternatives, anywhere } from './wordPatterns.ts';

/** Words by which a sentence says that what it dates has happened, or has not yet. They match lower-case text. */

/** Right before a date: it has lasted since then. */
export const sinceBefore = new RegExp(
  `(?:^|[\\s(«"])(?:${alternatives(`
depuis
depuis le
depuis la mi-
depuis la fin
depuis le mois de
since
ever since
desde
desde el
desde o
seit
seit dem
dal
da
منذ
`)})\\s$`,
  'u',
);

/** In the sentence: it has happened. */
export const pastNear = anywhere(`
a été
ont été
avait
avaient
était
étaient
s'est
s’est
se sont
fut
furent
a \\p{L}+[éiu]t?e?s?
ont \\p{L}+[éiu]t?e?s?
créée?s?
fondée?s?
lancée?s?
inaugurée?s?
adoptée?s?
signée?s?
publiée?s?
nommée?s?
née?s?
was
were
had
has been
have been
founded
launched
signed
opened
fue
fueron
había
ha sido
se celebró
\\p{L}+ó
\\p{L}+aron
\\p{L}+ieron
foi
foram
tinha
wurde
wurden
war
waren
hatte
hatten
è stato
è stata
fu
era
كان
كانت
تم
`);

/** In the sentence: it is still to come, or only planned. */
export const futureNear = anywhere(`
d'ici
d’ici
à l'horizon
à l’horizon
horizon
sera
seront
aura
auront
devrait
devraient
doit
doivent
prévue?s?
prévoit
prévoient
prochaine?s?
jusqu'au
jusqu’au
jusqu'en
jusqu’en
va
vont
vise
objectif
will
shall
would
by
until
plans?
planned
expected
scheduled
due
should
forecast
next
será
serán
hasta
prevé
previsto
prevista
próximo
deberá
até
serão
wird
werden
soll
sollen
bis
sarà
saranno
entro
سوف
سيتم
حتى
\\p{L}{3,}era
\\p{L}{3,}eront
`);

/** Right before a year: it is one of time, not of the name of a plan or a cup. */
export const yearLead = new RegExp(
  `(?:^|[\\s(«"])(?:${alternatives(`
en
fin
début
depuis
in
since
desde
em
im jahre?
seit
nel
dal
عام
سنة
منذ
`)})\\s$`,
  'iu',
);
