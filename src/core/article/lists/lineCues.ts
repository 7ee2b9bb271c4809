import { anywhere } from './wordPatterns.ts';

/** Words that say what a line is about: the page, the weather, a comment, other articles. They match lower-case text. */

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

/** The whole of a short line: a button by which a page is passed on; such buttons stand round headlines. */
export const shareLabel = new RegExp(
  `^(?:share|share this|share on|tweet|facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|flipboard|e-?mail|copy link|print|partager|partagez|imprimer|envoyer|teilen|drucken|merken|mailen|compartir|imprimir|guardar|condividi|stampa|compartilhar|partilhar|مشاركة|شارك|طباعة|シェア|ツイート|공유|bookmark|save|listen)(?:[^\\p{L}]|$)`,
  'u',
);

/** Anywhere in a line: how many readers have written below, and the call to do so. */
export const commentCount =
  /\d+\s(?:comments?|commentaires?|kommentare?|comentarios?|comentários?|commenti|reacties)|(?:leave a|no|add|post a) (?:comment|reply)|schreibe einen kommentar|hinterlasse|keine kommentare|laisser un commentaire|aucun commentaire|deja un comentario|sin comentarios/u;

const few =
  '(?:\\d+|three|four|five|six|seven|eight|nine|ten|trois|quatre|cinq|sept|huit|neuf|dix|drei|vier|fünf|sechs|sieben|acht|neun|zehn|tres|cuatro|cinco|siete|ocho|nueve|diez)';

/** In a headline: it opens a guide, a list or a recipe that is kept up to date, rather than news. */
export const evergreenTitle = anywhere(`
best
top \\d+
\\d+ (?:top|best|easy|simple|essential|great)
${few} (?:\\p{L}+ ){0,3}(?:tips|ways|things|ideas|reasons|steps|mistakes|questions|examples|facts|tricks|signs|benefits|tools|strategies|exercises|foods|recipes|habits|myths|hacks|techniques|methods)
how to
how (?:we|i|do|does|can|much|many|often|long)
guide
tips
ways to
for beginners
what is
what are
why you
review
reviews
recipe
checklist
explained
vs
comment \\p{L}+er
guide pratique
${few} (?:\\p{L}+ ){0,2}(?:conseils|astuces|façons|raisons|idées|étapes|choses|clés|erreurs|questions|recettes)
les clés pour
astuces
conseils
recette
meilleurs
meilleures
qu'est-ce que
cómo
${few} (?:\\p{L}+ ){0,2}(?:consejos|formas|maneras|razones|ideas|pasos|cosas|claves|trucos|errores|preguntas|recetas)
mejores
consejos
receta
qué es
so \\p{L}+en sie
${few} (?:\\p{L}+ ){0,2}(?:tipps|gründe|ideen|schritte|fragen|dinge|tricks|rezepte|fehler)
tipps
ratgeber
rezept
anleitung
was ist
die besten
`);
