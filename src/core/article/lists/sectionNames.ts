/** Names of a newspaper's sections, folded (`foldWord`), one list a language: a short line before the title that is one of them is the section. */
export const sectionNames: ReadonlySet<string> = new Set(
  [
    'a la une|actualite|actualites|afrique|agriculture|automobile|banque|banques|bourse|business|' +
      'chronique|culture|debats|decryptage|dossier|economie|economique|edito|editorial|education|emploi|' +
      'energie|enquete|enseignement|entreprises|entreprise|entretien|environnement|faits divers|finance|' +
      'finances|finances-banques|high-tech|immobilier|industrie|international|internationale|interview|' +
      'justice|maroc|medias|monde|nation|national|opinion|opinions|politique|portrait|regions|sante|' +
      'sciences|societe|sport|sports|technologie|technologies|telecoms|tourisme|transport|tribune',
    'economy|companies|markets|politics|world|finance|technology|tech|health|science|opinion|sports|' +
      'culture|energy|industry|property|money|travel|media',
    'economia|empresas|mercados|politica|mundo|internacional|nacional|sociedad|deportes|cultura|' +
      'tecnologia|salud|ciencia|opinion',
    'wirtschaft|politik|sport|kultur|unternehmen|panorama|wissen|meinung',
    'اقتصاد|سياسة|رياضة|مجتمع|ثقافة',
  ].flatMap((names) => names.split('|')),
);
