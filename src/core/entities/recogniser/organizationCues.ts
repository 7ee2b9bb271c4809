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

/** Does what stands right before the name that starts at token `from` say that it is an organization's? */
export function hasOrganizationCue(words: readonly WordType[], from: number): boolean {
  const lower = (back: number): string => words[from - back]?.text.toLowerCase() ?? '';
  // `l’hébergeur marseillais X`: the adjective of a people or a town may stand between.
  const isDemonym = ((words[from - 1]?.bits ?? 0) & lexiconBit.demonym) !== 0;
  if (before.has(lower(1)) || (isDemonym && before.has(lower(2)))) return true;
  if (!links.has(lower(1))) return false;
  const back = generals.has(lower(2)) ? 3 : 2;
  return beforeOf.has(lower(back)) || (back === 3 && lower(back) === 'direction');
}
