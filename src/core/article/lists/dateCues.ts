import { alternatives, rightBefore } from './wordPatterns.ts';

/**
 * Words by which pages say what the date after them is, in the languages of the date grammar. They match lower-case text,
 * accents kept.
 */

/** What may stand between such a word and its date. */
const little =
  '(?:\\s?(?:le|du|on|at|am|vom|den|el|em|a|il|in|dans|par|by|von|date|parution|bitac|بتاريخ|يوم|في|:))*';

/** Before a date: it is when the text was published. */
export const publishedBefore = rightBefore(`
publié[e]?s?${little}
article du
mis[e]? en ligne${little}
paru[e]?${little}
posté[e]?${little}
parution${little}
date de publication
publication
édition n[°º]? ?:? ?\\d*${little}
edition n[°º]? ?:? ?\\d*${little}
édition du
edition du
rédigé${little}
écrit${little}
créé${little}
published${little}
publish date
date published
pub date
posted${little}
originally published${little}
first published${little}
publication date
released${little}
submitted${little}
written${little}
filed
issued
release date
veröffentlicht${little}
erschienen${little}
erstellt${little}
publiziert${little}
gepostet${little}
geschrieben${little}
eingestellt${little}
gespeichert${little}
verfasst${little}
(?:artikel|beitrag|meldung|eintrag|bericht|nachricht) vom
datum
stand
publicado${little}
publicada${little}
artículo del
nota del
fecha
fecha de publicación
data de publicação
creado${little}
postado${little}
pubblicato${little}
data pubblicazione
gepubliceerd${little}
geplaatst${little}
publicerad${little}
publisert${little}
offentliggjort${little}
udgivet${little}
opublikowano${little}
julkaistu${little}
yayınlanma${little}
опубликовано${little}
نشر${little}
نُشر${little}
نشرت?${little}
تاريخ النشر
منشور${little}
كتب${little}
`);

/** Before a date: "published in (some outlet) on". The outlet's name is group 1. */
export const publishedInBefore = new RegExp(
  `(?:^|[^\\p{L}])(?:${alternatives(`
publiée? dans
parue? dans
mise? en ligne (?:dans|sur)
postée? (?:dans|sur)
published (?:in|by|on)
posted (?:in|on)
publicad[oa] (?:en|por|em|no|na)
erschienen (?:in|auf)
veröffentlicht (?:in|auf|von)
pubblicato (?:su|da|in)
نشر في
`)})\\s(.{1,45}?)\\s(?:le|on|el|em|am|il|يوم|بتاريخ)\\s{0,2}$`,
  'iu',
);

/** Before a date: it is when the text was last changed. */
export const updatedBefore = rightBefore(`
mis[e]? à jour${little}
modifié[e]?${little}
actualisé[e]?${little}
dernière modification${little}
dernière mise à jour${little}
màj${little}
maj${little}
updated${little}
last updated${little}
update
modified${little}
last modified${little}
last edited${little}
revised${little}
reviewed${little}
aktualisiert${little}
zuletzt aktualisiert${little}
zuletzt geändert${little}
geändert${little}
letzte aktualisierung${little}
letzte änderung${little}
actualizado${little}
actualizada${little}
última actualización${little}
modificado${little}
atualizado${little}
atualizada${little}
última atualização${little}
aggiornato${little}
ultimo aggiornamento${little}
bijgewerkt${little}
uppdaterad${little}
oppdatert${little}
opdateret${little}
aktualizacja${little}
päivitetty${little}
güncelleme${little}
обновлено${little}
آخر تحديث${little}
تحديث${little}
تم التحديث${little}
`);

/** Before a date: something happens or happened then, or lasts from or until then. */
export const eventBefore = rightBefore(`
depuis le
depuis
dès le
à partir du
jusqu'au
jusqu’au
né[e]? le
né[e]? en
mort[e]? le
décédé[e]? le
en vigueur le
avant le
après le
créé[e]? en
fondé[e]? en
loi du
décret du
arrêt du
stated on
since
born
born on
died
died on
until
till
before
after
from
as of
effective
due
by
founded in
established in
expires
valid
termin
seit dem
seit
bis zum
bis
ab dem
ab
geboren am
gestorben am
gegründet
gültig
gesetz vom
desde el
desde
hasta el
hasta
a partir del
nacido el
nació el
desde o
desde a
até
nascido em
a partir de
dal
fino al
nato il
منذ
حتى
ولد في
ابتداء من
sedan
tot
vanaf
`);

/** Before a date: somebody looked at a page then, printed it or keeps its rights. */
export const capturedBefore = rightBefore(`
warc-date
date d['’]émission
load-date
site mis à jour le
site updated(?: on)?
consulté[e]? le
consulté[e]?
imprimé le
accessed
accessed on
retrieved
retrieved on
archived
archived from the original on
abgerufen am
abgerufen
zugriff am
letzter zugriff
gesehen
aufgerufen am
consultado el
consultado
acessado em
acesso em
consultato il
today is
aujourd'hui
heute ist
geraadpleegd op
`);

/** Right after a date: it is when the text was last changed. */
export const updatedAfter = /^\s?[([]?\s?(?:last ?updated?|updated?\b|更新|갱신|수정)/u;

const germanClock = '(?:,?\\s(?:um\\s)?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\suhr)?)';

/** Right after a date, where German has its verb: "wurde am … um 15:21 Uhr veröffentlicht". The clock tells it from an event. */
export const publishedAfter = new RegExp(
  `^${germanClock},?\\s(?:(?:von|in|unter)\\s.{1,30}?\\s)?(?:veröffentlicht|gepostet|publiziert|geschrieben|eingestellt|erstellt|verfasst)(?!\\p{L})`,
  'u',
);

/** The same of a change: "wurde zuletzt am … um 13:22 Uhr geändert". */
export const changedAfter = new RegExp(
  `^${germanClock}?,?\\s(?:von\\s.{1,30}?\\s)?(?:geändert|aktualisiert|bearbeitet)(?!\\p{L})`,
  'u',
);

/** Anywhere in a line: a wiki says when its page was last touched, with the time of day as news do. */
export const pageChange =
  /page revision|last edited|this page was last|diese seite wurde zuletzt|cette page a été|dernière modification de (?:la|cette) page|esta página (?:fue|se)|آخر تعديل لهذه الصفحة/u;

/** The whole of a line over a date: the bar of a web archive counts the times at which it has fetched the page. */
export const captureCount = /^\d[\d,. ]* captures?$/u;

/** The whole of a line over a date. */
export const dateLabel = /^(?:date|datum|fecha|data|tarih|дата|التاريخ|تاريخ)\s?:?$/u;
