import type { LanguageCues } from './cueList.ts';

export const italian: LanguageCues = {
  functionWords: `
      di e il la che in un a per è una con del non si da sono le i al dei della nel ha lo più come alla ma ed anche o
      gli dal su delle questo se stato nella ci tra hanno sua era cui suo essere fra ai dalla anni loro dopo quando
      due sul tutti quello prima così già dell all nell stata solo dove perché fa molto stati sulla quella questa
  `,
  cues: {
    share: `condividi, stampa, invia, seguici, seguici su, salva, copia link, twitta`,
    subscribe: `abbonati, abbonamento, iscriviti, newsletter, registrati, la tua email, prova gratis, abbonati ora`,
    account: `accedi, esci, il mio account, password, login, profilo`,
    navigation: `home, menu, cerca, vai al contenuto, chiudi, indietro, successivo, precedente, torna su, tutti, altro, contatti, chi siamo, archivio, meteo, pubblicità, redazione, servizi`,
    relatedHeading: `articoli correlati, leggi anche, leggi tutto, potrebbe interessarti, i più letti, più letti, ultime notizie, ultimi articoli, altri articoli, altre notizie, in evidenza, correlati, notizie correlate, ti potrebbe interessare, dello stesso autore`,
    legal: `privacy, cookie policy, note legali, tutti i diritti riservati, riproduzione riservata, termini e condizioni, informativa, condizioni`,
    comments: `commenti, commento, lascia un commento, commenta, rispondi, nessun commento`,
    advertisement: `pubblicità, annuncio, sponsorizzato, contenuto sponsorizzato`,
    readMore: `leggi tutto, continua a leggere, scopri di più, clicca qui, approfondisci, vai`,
    notice: `javascript, errore, grazie, questo sito, questo articolo, attiva`,
    byline: `di, autore, redazione, a cura di, ansa, giornalista`,
    dateWord: `gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, ore, fa, ieri, oggi`,
    update: `pubblicato, aggiornato, aggiornamento, ultimo aggiornamento`,
    credit: `foto, immagine, fonte, ansa, archivio`,
    media: `video, foto, galleria, fotogallery, podcast, ascolta`,
    tags: `tag, argomenti, categorie, etichette`,
    section: `cronaca, politica, economia, sport, cultura, esteri, mondo, spettacoli, salute, scienza, tecnologia, motori, viaggi, calcio, opinioni, società, ambiente, lavoro, italia, notizie`,
  },
};
