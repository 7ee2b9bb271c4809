/**
 * Words of facts that hold in an article of any language, as names bring theirs along: "le groupe X" in an English one. Our own
 * lists, against folded text as in `factWords`; entries are sources of regular expressions.
 */
interface WordsByLanguage {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly es: readonly string[];
}

function withMore({ fr, en, es }: WordsByLanguage, more: Partial<WordsByLanguage>): WordsByLanguage {
  return {
    fr: [...fr, ...(more.fr ?? [])],
    en: [...en, ...(more.en ?? [])],
    es: [...es, ...(more.es ?? [])],
  };
}

/** One of the words of any language. */
function anyOf({ fr, en, es }: WordsByLanguage): string {
  return `(?:${[...fr, ...en, ...es].join('|')})`;
}

const groups: WordsByLanguage = { fr: ['groupe'], en: ['group'], es: ['grupo'] };
const subjects = withMore(groups, { fr: ['societe'], es: ['empresa'] });
const subsidiaries = withMore(subjects, { en: ['company'] });
const ledFirms = withMore(subsidiaries, { fr: ['start-?up', 'entreprise'], en: ['firm', 'startup'] });
const tradedFirms = withMore(ledFirms, { fr: ['operateur', 'geant'], en: ['giant'] });

/** "le groupe": before the name of any organization. */
export const groupNoun = anyOf(groups);
/** Before a name that a sentence begins with and says something of. */
export const subjectNoun = anyOf(subjects);
/** Before the name of a subsidiary, set off by a comma from that of its parent. */
export const subsidiaryNoun = anyOf(subsidiaries);
/** Before the name of a firm that somebody leads. */
export const ledFirmNoun = anyOf(ledFirms);
/** Before the names of a firm that is bought or held, and of whoever buys or holds it. */
export const tradedFirmNoun = anyOf(tradedFirms);

/** Opens a condition: of what it begins with nothing is said. */
export const conditional = anyOf({
  fr: ['si', 'a moins que', 'en cas de', 'pour que'],
  en: ['if', 'whether', 'unless'],
  es: [],
});

/** A sentence with such a word tells what others tell. */
export const rumour = anyOf({ fr: ['rumeurs?'], en: ['rumou?rs?'], es: ['rumores'] });

/** What a person is called who knows a field, beside the offices and callings. */
export const expert = anyOf({ fr: ['specialiste'], en: ['specialist', 'expert'], es: ['especialista'] });

/** Less than half of a firm is held. */
export const minority = anyOf({
  fr: ['minorit[a-z]*', 'partiellement', 'en partie'],
  en: ['partly', 'partially'],
  es: ['parcialmente', 'en parte'],
});

/** How the name of what one belongs to as a member, not as property, begins: "Fédération", "Confederación". With its accents. */
export const alliance = `(?:con)?${anyOf({
  fr: ['f[ée]d[ée]ration', 'ass?ociation', 'union', 'alliance', 'ligue', 'syndicat', 'parti'],
  en: ['league', 'party'],
  es: ['f[ée]d[ée]raci[óo]n', 'ass?ociaci[óo]n', 'uni[oó]n', 'alianza', 'liga', 'sindicato', 'partido'],
})}`;
