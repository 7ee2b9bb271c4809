/** Words that tell an organization's name from another, beside it. Lower-cased, French, English and Spanish; our own lists. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Right before a name that is a company's or a body's: `chez X`, `le groupe X`, `la naviera X`. */
export const beforeOrganization = words(
  'chez groupe société entreprise compagnie opérateur filiale holding start-up startup assureur constructeur ' +
    'think-tank association ong équipementier hébergeur armateur éditeur fabricant distributeur transporteur laboratoire cabinet firme enseigne ' +
    'company operator carrier lender insurer carmaker retailer airline ' +
    'empresa compañía naviera constructora operadora aerolínea filial grupo banco fabricante',
);

/** What an organization has: `filiale de X`, `P-DG de X`, `shares of X`. */
export const ofOrganization = words(
  'filiale filiales p-dg pdg dg ceo drh directeur directrice actionnaire actionnaires salarié salariés client clients abonnés fondateur ' +
    'fondatrice cofondateur cofondatrice patron patronne rachat acquisition dirigeants dividende ' +
    'subsidiary unit shares shareholders founder co-founder employees customers ' +
    'filial acciones accionistas fundador fundadora consejero empleados clientes',
);

/** The adjective of an office: `directrice générale de X`, `director general de X`. */
export const officeAdjectives = words(
  'général générale generale general adjoint adjointe financier commercial',
);

/** Between what an organization has and its name. */
export const ofLinks = words("de d' d’ du of del");

/** What a firm or a body is called after its name: `X, filiale de`, `X, the Dutch carrier`. */
export const organizationAppositions = words(
  'filiale filiales société entreprise groupe opérateur hébergeur éditeur constructeur fabricant fournisseur distributeur ' +
    'spécialiste leader banque start-up startup cabinet agence assureur armateur holding coentreprise concessionnaire prestataire ' +
    'équipementier compagnie association ong fondation éditrice syndicat fintech pme éditeurs bureau ' +
    'subsidiary unit company operator maker owner carrier lender insurer retailer nonprofit charity ' +
    'filial empresa compañía operadora fabricante banco aerolínea',
);

/** What may stand between the comma and that word: `, une jeune société`. */
export const beforeApposition = words(
  "la le l' l’ une un autre jeune première premier petite ancienne ex- the a an el una",
);

/** What a firm or a body does, and a place or a person does not. */
export const organizationDeeds = words(
  'rachète rachètera emploie commercialise fusionne licencie sous-traite recrute acquires employs rebrands emplea',
);
