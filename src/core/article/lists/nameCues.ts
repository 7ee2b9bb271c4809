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
