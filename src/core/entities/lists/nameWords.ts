/**
 * Words of names, folded (no case, accents or dots), that do not tell one name from another. French, English and
 * Spanish usage; our own lists.
 */

/** Legal forms that end a firm's name. "Holding" and country names are not here: they name another firm. */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'sa sarl sas sasu snc sca scs eurl sci scop se inc incorporated corp corporation co ltd limited llc llp lp plc ' +
    'gmbh ag kg kgaa nv bv spa srl sl slu sau scoop ab oy oyj asa aps pty pte kk cv sab saic sarlau'
  ).split(' '),
);

/** Legal forms that also stand before the name. "SAS" and "SA" are not here: they begin names of firms. */
export const leadingLegalForms: ReadonlySet<string> = new Set(['sarl', 'eurl', 'sasu']);

/** Words for a group that stand before or after its name. */
export const groupWords: ReadonlySet<string> = new Set(['groupe', 'group', 'grupo']);

/** Words for a firm that stand before its name, unless an adjective or a preposition follows ("Société générale"). */
export const firmWords: ReadonlySet<string> = new Set([
  'societe',
  'entreprise',
  'firme',
  'empresa',
  'sociedad',
]);

/** Articles that begin a name: "La Poste", "The Economist", "L'Express". */
export const leadingArticles: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'l',
  'the',
  'el',
  'los',
  'las',
]);

/** The articles a place drops in use ("Le Havre", "port du Havre"). Spanish ones stay: El Salvador is not Salvador. */
export const placeArticles: ReadonlySet<string> = new Set(['le', 'la', 'les', 'l', 'the']);

/** Function words inside a name of an organization: "Caisse de dépôt et de gestion". */
export const innerWords: ReadonlySet<string> = new Set(
  'de du des d la le les l et of the and for del los las y e a au aux en pour sur in on para por con &'.split(
    ' ',
  ),
);

/** What may follow "Société" or "Groupe" when it is part of the name and not its kind: "Groupe d'études". */
export const prepositions: ReadonlySet<string> = new Set('de du des d of for pour del para'.split(' '));

/** Endings of French and Spanish adjectives in the feminine: "Société nationale", "Empresa pública". */
export const feminineAdjective =
  /(?:ale|elle|aine|ienne|oise|aise|ique|ive|iere|euse|trice|onne|ee|ica|ana|ola|esa|nal|ral)s?$/;

/** Forms of address, folded, with the sex they say when they say one. They are never part of a person's key. */
export const civilities: ReadonlyMap<string, 'm' | 'f' | undefined> = new Map([
  ...'m mr monsieur mm messrs sir lord senor sr don'.split(' ').map((w) => [w, 'm'] as const),
  ...'mme mlle madame mademoiselle mrs ms miss lady dame senora senorita sra srta dona'
    .split(' ')
    .map((w) => [w, 'f'] as const),
  ...'dr docteur doctor pr prof professeur professor me maitre'
    .split(' ')
    .map((w) => [w, undefined] as const),
]);

/** Forms of address that are first names too: dropped only where two words remain ("Don Draper" is no Mr Draper). */
export const alsoFirstNames: ReadonlySet<string> = new Set(['don']);

/** What stands behind a surname and tells a father from a son. */
export const generations: ReadonlySet<string> = new Set(
  'jr junior sr senior fils pere aine cadet hijo padre ii iii iv'.split(' '),
);

/** Second first names in Spanish ("María José Rienda"): no surnames, though they stand where the first of two would. */
export const secondFirstNames: ReadonlySet<string> = new Set(
  (
    'jose maria luis juan manuel antonio carlos jesus angel miguel javier francisco pedro pablo fernando alberto ' +
    'enrique eduardo ignacio rafael andres felipe alejandro ramon vicente joaquin agustin tomas mario oscar jorge ' +
    'victor daniel david diego isabel carmen teresa luisa pilar dolores mercedes rosa elena cristina ana angeles ' +
    'soledad rosario concepcion eugenia fernanda victoria paz mar lourdes nieves belen gracia cruz'
  ).split(' '),
);

/** Honorifics that are written as part of a name by some and left out by others; dropped where two words remain. */
export const honorifics: ReadonlySet<string> = new Set(
  'moulay sidi lalla cheikh sheikh hadj haj hajja maulay'.split(' '),
);

/** Words that belong to the surname that follows them. */
export const surnameParticles: ReadonlySet<string> = new Set(
  'de du des d le la el al ben bin ibn bent bint ould abou abu ait von van der den di da dos del los o mac mc st saint'.split(
    ' ',
  ),
);

/** Those without which it is another name: Laurent is not Yves Saint Laurent. */
export const boundParticles: ReadonlySet<string> = new Set(
  'saint st ben bin ibn ait abou abu mac mc o'.split(' '),
);

/** Ends of internet addresses that newspapers and shops carry in their name: "Kiosk24.ma". */
export const topLevelDomains: ReadonlySet<string> = new Set(
  (
    'com net org info biz eu io ai app tv news press media africa online store ma fr es be ch lu ca uk us de it pt nl ' +
    'dz tn sn ci cm ml mr eg ly ae sa qa lb jo mx ar cl co pe br in cn jp ru tr il ie se no dk fi pl'
  ).split(' '),
);

/** Unions, employers and parties, folded: in parentheses behind a long name they say whose member it is. */
export const umbrellas: ReadonlySet<string> = new Set(
  (
    'cgt cfdt fo cftc cgc cfecgc unsa sud fsu snes uil cgil cisl medef cpme umt cdt ugtm fdt odt unmt ugtt utica ugta ' +
    'fgtb csc uss tuc gmb unite aflcio seiu uaw ccoo ugt uso csif cgtp cut ctm ceoe ps lr lrem rn fn pcf lfi eelv udi ' +
    'modem ump pjd pam rni usfp pps fln rnd pp psoe iu vox erc pnv spd cdu fdp afd'
  ).split(' '),
);

/** Nouns right before or behind a name that say which of two things of that name is meant; folded, with "of" between. */
export const namedFirms =
  /^(?:groupe|societe|entreprise|operateur|compagnie|banque|geant|group|company|firm|operator|bank|grupo|empresa|compania|operador|banco)$/;
export const namedPlaces =
  /^(?:ville|commune|cite|region|province|departement|pays|city|town|village|county|country|ciudad|pueblo|municipio|pais)$/;
