import { lexiconBit } from './lexicon.ts';
import type { WordType } from './wordTypes.ts';

/** Words right before a name that is a company's or a body's: `chez X`, `le groupe X`, `la naviera X`. */
const before = new Set(
  (
    'chez groupe société entreprise compagnie opérateur filiale holding start-up startup assureur constructeur ' +
    'think-tank association ong équipementier hébergeur armateur éditeur fabricant distributeur transporteur laboratoire cabinet firme enseigne ' +
    'company operator carrier lender insurer carmaker retailer airline ' +
    'empresa compañía naviera constructora operadora aerolínea filial grupo banco fabricante'
  ).split(' '),
);

/** Words that are of an organization: `filiale de X`, `P-DG de X`, `shares of X`. */
const beforeOf = new Set(
  (
    'filiale filiales p-dg pdg dg ceo drh directeur directrice actionnaire actionnaires salarié salariés client clients abonnés fondateur ' +
    'fondatrice cofondateur cofondatrice patron patronne rachat acquisition dirigeants dividende ' +
    'subsidiary unit shares shareholders founder co-founder employees customers ' +
    'filial acciones accionistas fundador fundadora consejero empleados clientes'
  ).split(' '),
);

/** `directrice générale de X`, `director general de X`: the adjective of the office. */
const generals = new Set([
  'général',
  'générale',
  'generale',
  'general',
  'adjoint',
  'adjointe',
  'financier',
  'commercial',
]);

const links = new Set(['de', "d'", 'd’', 'du', 'of', 'del']);

/** `X, filiale de`, `X, the Dutch carrier`: what a firm or a body is called after its name. */
const appositions = new Set(
  (
    'filiale filiales société entreprise groupe opérateur hébergeur éditeur constructeur fabricant fournisseur distributeur ' +
    'spécialiste leader banque start-up startup cabinet agence assureur armateur holding coentreprise concessionnaire prestataire ' +
    'équipementier compagnie association ong fondation éditrice syndicat fintech pme éditeurs bureau ' +
    'subsidiary unit company operator maker owner carrier lender insurer retailer nonprofit charity ' +
    'filial empresa compañía operadora fabricante banco aerolínea'
  ).split(' '),
);

/** What may stand between the comma and that word: `, une jeune société`. */
const beforeApposition = new Set(
  "la le l' l’ une un autre jeune première premier petite ancienne ex- the a an el una".split(' '),
);

/** What a firm or a body does, and a place or a person does not. */
const deeds = new Set(
  'rachète rachètera emploie commercialise fusionne licencie sous-traite recrute acquires employs rebrands emplea'.split(
    ' ',
  ),
);

/** Does what stands around the name of the tokens `from` up to `to` say that it is an organization's? */
export function hasOrganizationCue(words: readonly WordType[], from: number, to: number): boolean {
  return hasCueBefore(words, from) || hasCueAfter(words, to);
}

function hasCueBefore(words: readonly WordType[], from: number): boolean {
  const lower = (back: number): string => words[from - back]?.text.toLowerCase() ?? '';
  // `l’hébergeur marseillais X`: the adjective of a people or a town may stand between.
  const isDemonym = ((words[from - 1]?.bits ?? 0) & lexiconBit.demonym) !== 0;
  if (before.has(lower(1)) || (isDemonym && before.has(lower(2)))) return true;
  if (!links.has(lower(1))) return false;
  const back = generals.has(lower(2)) ? 3 : 2;
  return beforeOf.has(lower(back)) || (back === 3 && lower(back) === 'direction');
}

function hasCueAfter(words: readonly WordType[], to: number): boolean {
  const lower = (ahead: number): string => words[to + ahead]?.text.toLowerCase() ?? '';
  if (deeds.has(lower(0))) return true;
  if (lower(0) !== ',' && lower(0) !== '(') return false;
  if (appositions.has(lower(1))) return true;
  if (!beforeApposition.has(lower(1))) return false;
  const isDemonym = ((words[to + 2]?.bits ?? 0) & lexiconBit.demonym) !== 0;
  return appositions.has(lower(isDemonym || beforeApposition.has(lower(2)) ? 3 : 2));
}
