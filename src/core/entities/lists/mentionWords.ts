/** Words by which the recogniser's reading is put together and put right; our own lists. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that join capitalised words into one name, by their folded form. */
export const nameLinks = words(
  "de du des d' la le les l' et en of the and for del los las y e da do von van der den al el ben ibn bin",
);

/** Forms of address that belong to no name, lower-cased and without a final dot. */
export const formsOfAddress = words(
  'm mm mr mrs ms mme mmes mlle mlles me mgr dr pr monsieur madame maître sr sra srta',
);

/** What is held in a place, or comes from there, and is called after it; lower-cased. */
export const calledAfterPlaces = words(
  'championnat championnats coupe jeux tour tournoi open grand-prix festival carnaval salon mondial ' +
    'campeonato copa juegos torneo cochon cochons gorille gorilles jambon savon moutarde',
);

/** `outre-Atlantique`, `super-Terre`: prefixes that make another thing of a place. */
export const otherThing = /^(?:outre|super|mini)-/i;
