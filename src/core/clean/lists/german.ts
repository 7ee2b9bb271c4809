import type { LanguageCues } from './cueList.ts';

export const german: LanguageCues = {
  functionWords: `
      der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
      dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
      mehr durch man sein wurde sei wenn ihr ich wir hatte kann gegen vom können schon seine mark ihre dann unter
      soll jahr zwei diese dieser wieder keine seit dort wegen sowie
  `,
  cues: {
    share: `teilen, drucken, merken, folgen sie uns, folgen, empfehlen, per mail versenden, link kopieren, artikel teilen`,
    subscribe: `abonnieren, abo, newsletter, anmelden, registrieren, jetzt testen, kostenlos testen, abonnenten, e mail adresse`,
    account: `anmelden, einloggen, abmelden, mein konto, passwort, konto, login`,
    navigation: `startseite, menü, suche, suchen, zum inhalt springen, schließen, zurück, weiter, nach oben, mehr, alle, kontakt, über uns, hilfe, archiv, wetter, themen, übersicht, mediadaten`,
    relatedHeading: `mehr zum thema, lesen sie auch, auch interessant, meistgelesen, meistgelesene artikel, verwandte artikel, ähnliche artikel, das könnte sie auch interessieren, weitere artikel, aktuelle nachrichten, neueste artikel, top themen, empfehlungen, mehr aus, weitere meldungen, zum thema`,
    legal: `impressum, datenschutz, datenschutzerklärung, agb, nutzungsbedingungen, alle rechte vorbehalten, cookies, barrierefreiheit, widerruf, privatsphäre`,
    comments: `kommentar, kommentare, kommentieren, antworten, kommentar schreiben, leserbrief, diskussion, diskutieren`,
    advertisement: `anzeige, werbung, anzeigen, gesponsert, sponsored`,
    readMore: `weiterlesen, mehr lesen, lesen sie, hier klicken, mehr erfahren, mehr dazu, zum artikel, lesezeit`,
    notice: `javascript, bitte, fehler, browser, dieser artikel, diese seite, aktivieren`,
    byline: `von, autor, redaktion, dpa, korrespondent`,
    dateWord: `januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, uhr, vor stunden, gestern, heute`,
    update: `aktualisiert, veröffentlicht, stand, zuletzt aktualisiert`,
    credit: `foto, bild, quelle, bildquelle, archivbild, symbolbild`,
    media: `video, bilder, bildergalerie, fotostrecke, podcast, anhören, mediathek`,
    tags: `schlagworte, themen, stichworte, tags`,
    section: `politik, wirtschaft, sport, kultur, panorama, wissen, gesundheit, reise, auto, digital, meinung, gesellschaft, regional, finanzen, nachrichten, ausland, unterhaltung, karriere, technik`,
  },
};
