/**
 * Words by which pages say what a date or a name beside them is, in the languages of the date grammar. Data only; the
 * patterns built from them match lower-case text, accents kept.
 */

const words = (list: string): string =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .join('|');
const before = (list: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${words(list)})[^\\p{L}\\d]{0,6}$`, 'u');
const anywhere = (list: string): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${words(list)})(?![\\p{L}])`, 'u');

const little =
  '(?:\\s?(?:le|du|on|at|am|vom|den|el|em|a|il|in|dans|par|by|von|date|parution|bitac|بتاريخ|يوم|في|:))*';

/** Before a date: it is when the text was published. */
export const publishedBefore = before(`
publié[e]?s?${little}
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
datum
stand
publicado${little}
publicada${little}
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
  `(?:^|[^\\p{L}])(?:${words(`
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
export const updatedBefore = before(`
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
export const eventBefore = before(`
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
export const capturedBefore = before(`
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

/** Anywhere in the line: what the page, not the article, says. */
export const imprintLine = new RegExp(
  `©|\\(c\\) ?\\d|copyright|tous droits réservés|all rights reserved|alle rechte vorbehalten|todos los derechos|todos os direitos|جميع الحقوق|tutti i diritti|mentions légales|impressum`,
  'u',
);

/** Anywhere in the line: weather and calendars, whose date is the day the page was fetched. */
export const calendarLine = anywhere(`
météo
temps qu'il fera
temps qu’il fera
températures
prévisions
horaires des prières
weather
forecast
temperatures
wetter
wettervorhersage
el tiempo
tiempo para
temperaturas
previsão do tempo
meteo
previsioni
الطقس
درجات الحرارة
طقس
mots croisés
horoscope
agenda
les rendez-vous du
programme du jour
revue de presse
à la une du
clôture des marchés
ouverture des marchés
markets close
markets open
today in history
börsenschluss
agenda del día
agenda do dia
`);

/** In or right above the line of a date: a reader's comment. */
export const commentNear = anywhere(`
says
said:
commented
reply
répondre
répondre à
réponse
dit
a écrit
commentaire
antworten
antwort
schrieb
sagt
sagte
meint
kommentar
comment
responder
dijo
dice
diz
comentario
comentário
rispondi
dice:
permalink
رد
تعليق
signaler
melden
report abuse
upvote
`);

/** A line that opens a list of other articles. */
export const relatedLine = anywhere(`
articles similaires
à lire aussi
a lire aussi
lire aussi
lire également
sur le même sujet
dans la même rubrique
autres articles
derniers articles
les plus lus
voir aussi
articles liés
articles récents
dernières actualités
more from
related
related articles
related stories
related posts
read more
read next
recommended
you may also like
you might also like
more stories
most read
most popular
trending
latest news
latest stories
recent posts
popular posts
up next
see also
mehr zum thema
lesen sie auch
auch interessant
weitere artikel
ähnliche artikel
das könnte sie auch interessieren
meistgelesen
neueste beiträge
letzte beiträge
neueste artikel
mehr von
noticias relacionadas
artículos relacionados
lea también
lee también
le puede interesar
más leídas
te puede interesar
más noticias
leia também
leia mais
notícias relacionadas
mais lidas
veja também
leggi anche
articoli correlati
potrebbe interessarti
più letti
اقرأ أيضا
إقرأ أيضا
مقالات ذات صلة
مواضيع ذات صلة
الأكثر قراءة
أخبار ذات صلة
`);

/** Before a name: it is the author's. `by` words that open a byline line, longest first. */
export const bylineLead = new RegExp(
  `^(?:${words(`
propos recueillis par
entretien réalisé par
interview réalisée par
publié par
posté par
rédigé par
écrit par
article de
texte de
un article de
written by
posted by
published by
reported by
story by
words by
authored by
reviewed by
ein artikel von
ein beitrag von
verfasst von
geschrieben von
veröffentlicht von
autorin
autoren
autor
author
authors
auteur
auteure
text
escrito por
publicado por
redactado por
redacción
postado por
scritto da
a cura di
geschreven door
بقلم
كتب
كتبت
إعداد
par
by
von
por
di
door
av
af
de
`)})(?![\\p{L}])\\s*:?\\s*`,
  'iu',
);

/** A name that is none: agencies, desks, parts of the page. Lower case, anywhere in it. */
export const notAName = anywhere(`
map
afp
aps
tap
reuters
ap
dpa
efe
ansa
staff
editor
editors
editorial
redaktion
rédaction
redaction
redacción
la rédaction
newsroom
team
desk
admin
newsletter
comments?
share
partager
read
more
lire
home
accueil
edition
édition
news
press
presse
media
photo
photos
foto
image
images
video
facebook
twitter
linkedin
whatsapp
menu
contact
copyright
email
e-mail
abonnement
abonnez
login
sign
subscribe
kommentare
kommentar
minutes?
min
update
updated
agence
agency
agencia
agenzia
interview
entretien
`);
