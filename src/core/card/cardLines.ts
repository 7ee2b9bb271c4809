import type { EntityType } from '../entities/mention.ts';
import { foldWords } from '../entities/nameKey.ts';
import type { ArticleId } from '../index/ids.ts';
import type { EntityCard, EntityFact } from '../index/entityCard.ts';
import { renderSparkline } from '../sparkline.ts';
import type { CardLine, CardPart, CardTarget } from './cardLine.ts';
import { say, type CardLanguage, type CardMessageId } from './messages.ts';

const mostAliases = 3;
const mostCompanions = 3;
const mostFacts = 2;
const mostJoins = 3;
/** A quote is one line of a hover; a card of 1.5 lines of quote is still a card. */
const longestQuote = 160;

const typeWords: Readonly<Record<EntityType, { id: CardMessageId; icon: string }>> = {
  ORG: { id: 'organization', icon: 'organization' },
  PER: { id: 'person', icon: 'person' },
  LOC: { id: 'place', icon: 'location' },
};

/** "**Valtor** · organization · also *Groupe Valtor*". */
export function titleLine(card: EntityCard, language: CardLanguage): CardLine {
  const { id, icon } = typeWords[card.type];
  // Spellings that differ by an apostrophe, a hyphen or capitals only are no other names.
  const spelling = (name: string): string => foldWords(name).join(' ') || name;
  const aliases = distinctBy([card.name, ...card.aliases], spelling).slice(1);
  const parts: CardPart[] = [{ text: card.name, style: 'strong' }, { text: say(language, id) }];
  if (aliases.length > 0) {
    const names = aliases.slice(0, mostAliases).join(', ');
    const more = aliases.length - mostAliases;
    const text =
      more > 0
        ? say(language, 'alsoMore', { names, more: language.formatNumber(more) })
        : say(language, 'also', { names });
    parts.push({ text, style: 'emphasis' });
  }
  if (card.isCurated) parts.push({ text: say(language, 'curated') });
  else if (card.isUnsure) parts.push({ text: say(language, 'unsure') });
  return { kind: 'title', icon, parts };
}

/** The best words that say what it is, quoted, with the article they stand in; for a person the role. */
export function descriptionLine(card: EntityCard, language: CardLanguage): CardLine | undefined {
  const fact =
    card.facts.find(({ kind }) => kind === 'description') ??
    card.facts.find(({ kind }) => kind === 'longName');
  if (card.type === 'PER') {
    const roles = factsOf(card, 'role', language, 'ownRole');
    if (roles.length > 0) return { kind: 'description', parts: roles };
  }
  if (!fact) return undefined;
  const parts: CardPart[] = [
    { text: say(language, 'quote', { text: shorten(fact.value) }), target: passageOf(fact) },
  ];
  if (fact.articleTitle !== '') parts.push({ text: shorten(fact.articleTitle, 60), style: 'emphasis' });
  return { kind: 'description', parts };
}

/** Whose it is, and who has led it: what contradicts stands side by side, each with its date. */
export function peopleLine(card: EntityCard, language: CardLanguage): CardLine | undefined {
  const parts = [...factsOf(card, 'parent', language, 'parent'), ...factsOf(card, 'role', language, 'role')];
  return parts.length > 0 ? { kind: 'people', parts } : undefined;
}

export function countsLine(
  card: EntityCard,
  article: ArticleId | undefined,
  language: CardLanguage,
): CardLine {
  const texts: string[] = [];
  if (card.articles === 0) texts.push(say(language, 'notIndexed'));
  else if (card.articles > 1) texts.push(say(language, 'articles', {}, card.articles));
  else texts.push(say(language, article === undefined ? 'onlyOnce' : 'onlyHere'));
  texts.push(say(language, 'mentions', {}, card.mentions));
  const period = periodOf(card, language);
  if (period !== '') texts.push(period);
  if (card.undatedArticles > 0 && card.articles > 1)
    texts.push(say(language, 'undated', {}, card.undatedArticles));
  return { kind: 'counts', parts: texts.map((text) => ({ text })) };
}

/** Names that were joined by a guess say so, so that a wrong guess is seen. */
export function joinsLine(card: EntityCard, language: CardLanguage): CardLine | undefined {
  const parts = card.joins.flatMap((join) => {
    const text = joinText(join, language);
    return text === undefined ? [] : [{ text }];
  });
  return parts.length > 0 ? { kind: 'joins', parts: parts.slice(0, mostJoins) } : undefined;
}

/** Why a name was joined with the others of its entity; undefined where that needs no words. */
export function joinText(
  { name, evidence }: EntityCard['joins'][number],
  language: CardLanguage,
): string | undefined {
  const id = joinWords.get(evidence.rule);
  return id && say(language, id, { short: name });
}

const joinWords: ReadonlyMap<string, CardMessageId> = new Map([
  ['initials', 'joinedByInitials'],
  ['acronymInParentheses', 'joinedByDefinition'],
  ['number', 'joinedByNumber'],
  ['formerName', 'joinedByFormerName'],
  ['surname', 'joinedBySurname'],
  ['firstInitial', 'joinedBySurname'],
]);

export function yearsLine(card: EntityCard, language: CardLanguage): CardLine | undefined {
  const sparkline = renderSparkline(card.years, language);
  return sparkline && { kind: 'years', parts: [{ text: sparkline.alt, svg: sparkline.svg }] };
}

export function companionsLine(card: EntityCard, language: CardLanguage): CardLine | undefined {
  const companions = card.companions.filter(({ id }) => id !== card.id).slice(0, mostCompanions);
  if (companions.length === 0) return undefined;
  const parts = companions.map(({ id, name, articles }) => ({
    text: say(language, 'companion', { name, count: language.formatNumber(articles) }),
    target: { kind: 'entity', entity: id } as const,
  }));
  return { kind: 'companions', label: say(language, 'with'), parts };
}

/** Facts of a kind as parts; dates are said where there are several, for they may contradict each other. */
function factsOf(
  card: EntityCard,
  kind: EntityFact['kind'],
  language: CardLanguage,
  message: 'parent' | 'role' | 'ownRole',
): CardPart[] {
  const facts = card.facts.filter((fact) => fact.kind === kind);
  const distinct = (message === 'ownRole' ? distinctRoles(facts) : distinctBy(facts, otherOf)).slice(
    0,
    mostFacts,
  );
  return distinct.map((fact) => {
    const isDated = distinct.length > 1 && fact.date !== undefined;
    const values = {
      name: fact.other?.name ?? fact.value,
      role: shorten(fact.value, 80),
      date: isDated ? language.formatDate(fact.date) : '',
    };
    // "dirigée par N" names N already.
    const isWhole = !fact.other || fact.value.toLowerCase().includes(lastWord(fact.other.name).toLowerCase());
    const id = message === 'role' && isWhole ? 'ownRole' : message;
    return { text: say(language, isDated ? `${id}At` : id, values), target: passageOf(fact) };
  });
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1)!;
}

function otherOf(fact: EntityFact): string {
  return fact.other?.id ?? fact.value.toLowerCase();
}

/** Without the roles that say another one again in more words: "présidente de X depuis mars". */
function distinctRoles(facts: readonly EntityFact[]): EntityFact[] {
  const kept: EntityFact[] = [];
  for (const fact of facts) {
    const role = fact.value.toLowerCase();
    const isKnown = kept.some(
      ({ value }) => role.startsWith(value.toLowerCase()) || value.toLowerCase().startsWith(role),
    );
    if (!isKnown) kept.push(fact);
  }
  return kept;
}

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}

function passageOf({ article, start, end }: EntityFact): CardTarget {
  return { kind: 'passage', article, start, end };
}

function periodOf(card: EntityCard, language: CardLanguage): string {
  if (card.first === undefined || card.last === undefined) return '';
  const [first, last] = [language.formatDate(card.first), language.formatDate(card.last)];
  return first === last ? first : say(language, 'period', { first, last });
}

function shorten(text: string, longest = longestQuote): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > longest / 2 ? atWord : cut}…`;
}
