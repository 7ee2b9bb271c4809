import type { WordType } from './wordTypes.ts';

/** Words right before a name that is a company's or a body's: `chez X`, `le groupe X`, `la naviera X`. */
const before = new Set(
  (
    'chez groupe société entreprise compagnie opérateur filiale holding start-up startup assureur constructeur ' +
    'équipementier hébergeur armateur éditeur fabricant distributeur transporteur laboratoire cabinet firme enseigne ' +
    'company operator carrier lender insurer carmaker retailer airline ' +
    'empresa compañía naviera constructora operadora aerolínea filial grupo banco fabricante'
  ).split(' '),
);

/** Words that are of an organization: `filiale de X`, `P-DG de X`, `shares of X`. */
const beforeOf = new Set(
  (
    'filiale filiales p-dg pdg dg ceo drh actionnaire actionnaires salarié salariés client clients abonnés fondateur ' +
    'fondatrice cofondateur cofondatrice patron rachat acquisition ' +
    'subsidiary unit shares shareholders founder co-founder employees customers ' +
    'filial acciones accionistas fundador fundadora consejero empleados clientes'
  ).split(' '),
);

const links = new Set(['de', "d'", 'd’', 'du', 'of', 'del']);

/** Does what stands right before the name that starts at token `from` say that it is an organization's? */
export function hasOrganizationCue(words: readonly WordType[], from: number): boolean {
  const previous = words[from - 1]?.text.toLowerCase();
  if (previous === undefined) return false;
  if (before.has(previous)) return true;
  return links.has(previous) && beforeOf.has(words[from - 2]?.text.toLowerCase() ?? '');
}
