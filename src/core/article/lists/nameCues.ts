import { alternatives, anywhere } from './wordPatterns.ts';

/** Words that say whether a name beside them is the author’s, and names that are nobody’s. */

/** Before a name: it is the author's. `by` words that open a byline line, longest first. */
export const bylineLead = new RegExp(
  `^(?:${alternatives(`
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

/** Anywhere in what stands beside a name: what somebody does, not who it is. */
export const roleWord = anywhere(`
editor
editors
correspondent
reporter
columnist
contributor
journalist
writer
producer
photographer
analyst
professor
doctor
director
officer
manager
president
founder
co-founder
head of
chief
senior
associate
dietitian
specialist
strategist
expert
author of
updated by
reviewed by
edited by
redakteur
redakteurin
chefredakteur
chefredakteurin
volontär
autorin bei
korrespondent
korrespondentin
journaliste
rédacteur
rédactrice
rédacteur en chef
correspondant
correspondante
directeur
directrice
professeur
redactor
redactora
periodista
director
directora
corresponsal
giornalista
direttore
jornalista
editora
`);

/** Before a date: somebody posted the text then; the name, of one word, is group 1. */
export const handleLead =
  /(?:^|[\s|(])(?:(?:posted|submitted|written|published|created|added) by|(?:gespeichert|verfasst|geschrieben|erstellt|eingestellt|veröffentlicht|gepostet) von|(?:posté|publié|écrit|rédigé|soumis) par|(?:publicado|escrito|enviado|creado) por|(?:scritto|pubblicato|inserito) da)\s:?\s?(?!the\s|la\s|le\s|der\s|die\s|el\s)([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,24})\s?(?:[,|·•–-]\s?)?(?:on|am|le|el|il|em|the|:)?\s?(?:\p{L}{2,10}\.?,?\s)?$/iu;

/** The whole of a line: the names of the authors stand on the next ones. */
export const loneByline =
  /^(?:by|par|von|por|di|door|a cura di|written by|posted by|kommentar von|ein artikel von|بقلم)\s*:?$/iu;

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
modified
modifié
geändert
aktualisiert
publiziert
veröffentlicht
erstellt
published
posted
gazette
tribune
herald
journal
diario
zeitung
magazine
load-date
`);
