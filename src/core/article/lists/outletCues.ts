import { alternatives } from './wordPatterns.ts';

/** Labels that stand where the name of an outlet may. */

/** How labels in the line of the date begin; the second list is of words of their own. */
export const notAnOutlet = new RegExp(
  `^(?:${alternatives(`
publi
posté
posted
updated
edition
édition
fecha
datum
uhr
gmt
est
edt
partager
share
imprimer
print
dernière
última
last
`)}|(?:${alternatives(`
mis
par
by
von
por
`)}) )|^\\p{Lu}{1,3}$`,
  'iu',
);

/** The first step of a page's path through its site. */
export const homeLabel = /^(?:accueil|home|inicio|start|startseite|à la une|menu)$/iu;
