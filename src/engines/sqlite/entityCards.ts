import {
  byFactRank,
  bySurfaceFrequency,
  CardFacts,
  dateOfCode,
  distinctFacts,
  distinctJoins,
  entityTypes,
  factCandidates,
  isUnfilteredButEntities,
  type CheckedFilter,
  type CountedSurface,
  type EntityCard,
  type EntityFact,
  type RankedFact,
  type FactKind,
} from '../../core/index.ts';
import type { StoredEntity } from './entityTable.ts';
import { countEntities, topEntities } from './facets.ts';
import type { Parts } from './parts.ts';
import { mentionsIn } from './postings.ts';
import { entityCounts, selectDocuments } from './selectDocuments.ts';
import { topOrganizations } from './topOrganizations.ts';

/** From so many articles on, likely companions are looked for instead of reading all names of every article. */
const manyArticles = 10_000;

/** Companions a card names. */
const companionLimit = 5;

/** The card of an entity among the articles that a filter with this entity lets in. */
export function entityCard(
  parts: Parts,
  entity: StoredEntity,
  filter: CheckedFilter,
): Omit<EntityCard, 'generation'> {
  const docs = selectDocuments(parts, filter);
  const names = parts.entities.namesOf(entity.id);
  const aliases = surfacesOf(parts, names).sort(bySurfaceFrequency);
  return {
    id: entity.entityId,
    type: entity.type,
    name: entity.label,
    ...(entity.isCurated && { isCurated: true }),
    ...(entity.isUnsure && { isUnsure: true }),
    aliases: aliases.map(({ text }) => text).filter((text) => text !== entity.label),
    joins: joinsOf(parts, names),
    ...countsOf(parts, entity, docs),
    ...datesOf(parts, docs),
    facts: factsOf(
      parts,
      entity.id,
      names,
      isUnfilteredButEntities(filter) && filter.entities.length === 1 ? undefined : docs,
    ),
    companions: companionsOf(parts, entity, docs),
  };
}

/** All spellings of some names, each counted once over all of them. */
export function surfacesOf({ database }: Parts, names: readonly number[]): CountedSurface[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const row of database.all('SELECT text, count FROM surface WHERE name = ?', name)) {
      const text = String(row['text']);
      counts.set(text, (counts.get(text) ?? 0) + Number(row['count']));
    }
  }
  return [...counts].map(([text, count]) => ({ text, count }));
}

function countsOf(
  parts: Parts,
  entity: StoredEntity,
  docs: Uint32Array,
): { articles: number; mentions: number } {
  if (docs.length === entity.articles) return { articles: entity.articles, mentions: entity.mentions };
  const mentions = mentionsIn(docs, entityCounts(parts, entity.id));
  return { articles: docs.length, mentions: mentions.reduce((sum, count) => sum + count, 0) };
}

function datesOf(
  { columns }: Parts,
  docs: Uint32Array,
): Pick<EntityCard, 'undatedArticles' | 'first' | 'last' | 'years'> {
  const dates = columns.dates();
  let undatedArticles = 0;
  let first = Infinity;
  let last = 0;
  const years = new Uint32Array(10_000);
  for (let i = 0; i < docs.length; i++) {
    const date = dates[docs[i]!]!;
    if (date === 0) {
      undatedArticles++;
      continue;
    }
    if (date < first) first = date;
    if (date > last) last = date;
    years[(date / 10_000) | 0]!++;
  }
  const counted: EntityCard['years'][number][] = [];
  for (let year = 0; year < years.length; year++) {
    if (years[year]! > 0) counted.push({ year: dateOfCode(year * 10_000), articles: years[year]! });
  }
  return {
    undatedArticles,
    ...(last > 0 && { first: dateOfCode(first), last: dateOfCode(last) }),
    years: counted,
  };
}

function joinsOf({ database }: Parts, names: readonly number[]): EntityCard['joins'] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const row of database.all('SELECT reason, articles FROM reason WHERE name = ?', name)) {
      const reason = String(row['reason']);
      counts.set(reason, (counts.get(reason) ?? 0) + Number(row['articles']));
    }
  }
  return distinctJoins(counts);
}

/** The facts of some names, in `docs` only when given. */
function factsOf(
  parts: Parts,
  entity: number,
  names: readonly number[],
  docs?: Uint32Array,
): EntityCard['facts'] {
  const wanted = docs && new Set(docs);
  const found = names.flatMap((name) => factsOfName(parts, entity, name, wanted));
  return distinctFacts(found.sort(byFactRank));
}

/**
 * The best facts of one name: so the index that has them by their score can be read from its beginning. Those that come after
 * as many as a card shows are never shown, whatever the entity's other names add before them.
 */
function factsOfName(
  { database, entities }: Parts,
  entity: number,
  name: number,
  wanted: ReadonlySet<number> | undefined,
): RankedFact[] {
  const found: RankedFact[] = [];
  const card = new CardFacts();
  const rows = database.each(
    `SELECT fact.*, article.id AS article, article.title, article.date, other.type AS otherType, other.key AS otherKey
     FROM fact JOIN article ON article.doc = fact.doc LEFT JOIN name AS other ON other.id = fact.other
     WHERE fact.name = ?
     ORDER BY fact.score DESC, article.date DESC, article.id, fact.start, fact.kind, fact.value LIMIT ?`,
    name,
    wanted ? -1 : factCandidates,
  );
  for (const row of rows) {
    if (wanted && !wanted.has(Number(row['doc']))) continue;
    const other =
      row['other'] === null
        ? undefined
        : entities.named(entityTypes[Number(row['otherType'])]!, String(row['otherKey']));
    const fact: EntityFact = {
      kind: String(row['kind']) as FactKind,
      value: String(row['value']),
      // What an acronym and its long form say of each other says nothing of the entity they are.
      ...(other && other.id !== entity && { other: { id: other.entityId, name: other.label } }),
      article: String(row['article']),
      articleTitle: String(row['title']),
      ...(row['date'] !== 0 && { date: dateOfCode(Number(row['date'])) }),
      start: Number(row['start']),
      end: Number(row['end']),
    };
    found.push({ score: Number(row['score']), fact });
    card.add(fact);
    if (card.isFull || found.length === factCandidates) break;
  }
  return found;
}

function companionsOf(parts: Parts, entity: StoredEntity, docs: Uint32Array): EntityCard['companions'] {
  const most = companionLimit + 1;
  const top =
    (docs.length < manyArticles ? undefined : topOrganizations(parts, docs, most)) ??
    topEntities(parts, countEntities(parts, docs), 'ORG', { limit: most }).items;
  const others = top.filter(({ value }) => value !== entity.entityId).slice(0, companionLimit);
  return others.map(({ value, label, articles }) => ({ id: value, name: label, articles }));
}
