import { foldWord } from './dateWords.ts';
import type { Found } from './metadata.ts';
import type { Reading } from './reading.ts';

/** Names of a newspaper's sections, folded: a short line before the title that is one of them is the section. */
const sections: ReadonlySet<string> = new Set(
  `a la une|actualite|actualites|afrique|agriculture|automobile|banque|banques|bourse|business|chronique|culture|debats|decryptage|dossier|economie|economique|edito|editorial|education|emploi|energie|enquete|enseignement|entreprises|entreprise|entretien|environnement|faits divers|finance|finances|finances-banques|high-tech|immobilier|industrie|international|internationale|interview|justice|maroc|medias|monde|nation|national|opinion|opinions|politique|portrait|regions|sante|sciences|societe|sport|sports|technologie|technologies|telecoms|tourisme|transport|tribune|economy|companies|markets|politics|world|finance|technology|tech|health|science|opinion|sports|culture|energy|industry|property|money|travel|media|economia|empresas|mercados|politica|mundo|internacional|nacional|sociedad|deportes|cultura|tecnologia|salud|ciencia|opinion|wirtschaft|politik|sport|kultur|unternehmen|panorama|wissen|meinung|اقتصاد|سياسة|رياضة|مجتمع|ثقافة`.split(
    '|',
  ),
);

/** Whether `name` is that of a newspaper's section. */
export const isSectionName = (name: string): boolean => sections.has(foldWord(name));

/** So many lines before the title are looked at. */
const reach = 4;

export function readSection({ layout, title, record }: Reading): Found<string> | undefined {
  if (!title) return undefined;
  for (let i = title.index - 1; i >= Math.max(0, title.index - reach); i -= 1) {
    const line = layout.lines[i];
    if (!line || line.isJoined || line.text.length > 30) continue;
    const name = line.text.replace(/^[\s•>#|]+|[\s|:>]+$/g, '');
    if (!isSectionName(name)) continue;
    const start = line.start + line.text.indexOf(name);
    const span = { start, end: start + name.length };
    return {
      value: name,
      source: 'text',
      quote: record.text.slice(span.start, span.end),
      span,
      evidence: { rule: 'sectionAboveTitle' },
      confidence: 0.85,
    };
  }
  return undefined;
}
