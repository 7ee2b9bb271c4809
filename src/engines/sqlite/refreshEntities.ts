import {
  curateNames,
  displayName,
  entityTypes,
  hidden,
  namesOfChoice,
  parseEntityId,
  type CorpusName,
  type CuratedNames,
  type EntityChoice,
  type EntityType,
  type JoinNames,
} from '../../core/index.ts';
import type { ChangedNames, NameChange } from './batchTotals.ts';
import type { Database, Row } from './database.ts';
import { surfacesOf } from './entityCards.ts';
import { listNumber, typeNumber } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { entityDocuments } from './selectDocuments.ts';

/** What decides which names are one. */
export interface Joining {
  readonly joinNames: JoinNames;
  /** Every name that they speak of has a row. */
  readonly choices: readonly EntityChoice[];
  /** The choices are others than before. */
  readonly areChanged: boolean;
}

/**
 * Decides the joins anew where a batch touched a name that some article proves to be another's, or that the user spoke
 * of, and counts every entity again that has a changed name. Runs after the batch's totals are written.
 */
export function refreshEntities(parts: Parts, changed: ChangedNames, joining: Joining): void {
  const rejoined = rejoin(parts, changed, joining);
  const touched = new Set(rejoined);
  const { entityOf, listOf } = parts.entities.mapping();
  for (const [name, change] of changed.counts) {
    const entity = entityOf[name]!;
    if (touched.has(entity)) continue;
    // It may go over into another list.
    const isMoved = change.sure < 0 || (change.sure > 0 && listOf[entity] === listNumber('unsure'));
    const isOther = entity !== name || changed.respelled.has(name) || isMoved;
    if (isOther || !recount(parts.database, name, change)) touched.add(entity);
  }
  // Names that are no entity lead to 0.
  touched.delete(0);
  for (const entity of [...touched].sort((a, b) => a - b))
    refreshEntity(parts, entity, rejoined.has(entity) ? undefined : changed);
  parts.entities.write();
}

/** Adds to the counts of a plain entity; false when it is not, is new or has no article left. */
function recount(database: Database, id: number, { articles, mentions }: NameChange): boolean {
  const sql =
    'UPDATE entity SET articles = articles + ?, mentions = mentions + ? WHERE id = ? AND is_plain AND articles + ? > 0';
  return database.change(sql, articles, mentions, id, articles) > 0;
}

/** Returns the entities that gained or lost a name, or the user's word. */
function rejoin(
  parts: Parts,
  changed: ChangedNames,
  { joinNames, choices, areChanged }: Joining,
): Set<number> {
  const { database, entities } = parts;
  const touched = new Set<number>();
  const chosen = new Set(choices.flatMap(namesOfChoice).map((id) => nameNumber(database, id)));
  const names = [...changed.counts.keys()];
  const concerned = [...names.filter((name) => chosen.has(name)), ...provedAmong(database, names)];
  if (!areChanged && concerned.length === 0 && changed.reproved.size === 0) return touched;
  const ids = areChanged
    ? allJoinable(database, chosen)
    : connected(parts, [...concerned, ...changed.reproved, ...chosen]);
  const pairs = [...ids].flatMap((id) =>
    database.all('SELECT name, other, articles FROM also WHERE name = ?', id),
  );
  const { names: joined, idOf } = corpusNames(pairs, ids, (id) =>
    database.get('SELECT id, type, key, articles FROM name WHERE id = ?', id),
  );
  const curated = curateNames(joined, joinNames(joined), choices);
  // Names that nothing joins any more stand for themselves again.
  const wanted = new Map([...ids].map((id) => [id, id]));
  for (const [from, to] of curated.canonical) wanted.set(idOf.get(from)!, to === hidden ? 0 : idOf.get(to)!);
  const { entityOf } = entities.mapping();
  for (const [name, entity] of wanted) {
    const current = entityOf[name]!;
    if (current === entity) continue;
    database.run('UPDATE name SET entity = ? WHERE id = ?', entity, name);
    entities.set(name, entity);
    touched.add(current).add(entity);
  }
  for (const entity of noteCurated(database, curated, idOf)) touched.add(entity);
  return touched;
}

/** All names that anything could join, or that something joins now. */
function allJoinable(database: Database, chosen: ReadonlySet<number>): ReadonlySet<number> {
  const ids = new Set(chosen);
  for (const row of database.all('SELECT name, other FROM also')) {
    ids.add(Number(row['name'])).add(Number(row['other']));
  }
  for (const row of database.all('SELECT id FROM name WHERE entity <> id')) ids.add(Number(row['id']));
  return ids;
}

/**
 * The names that hang together with some others by what articles prove, or that stand for one entity with them now: how
 * they are to be joined depends on no other name.
 */
function connected({ database, entities }: Parts, from: readonly number[]): ReadonlySet<number> {
  const { entityOf } = entities.mapping();
  const ids = new Set(from);
  for (const id of ids) {
    for (const row of database.all('SELECT other FROM also WHERE name = ?', id))
      ids.add(Number(row['other']));
    for (const row of database.all('SELECT name FROM also WHERE other = ?', id)) ids.add(Number(row['name']));
    const entity = entityOf[id]!;
    if (entity !== 0) for (const name of entities.namesOf(entity)) ids.add(name);
    if (entity !== 0) ids.add(entity);
  }
  return ids;
}

/** Writes down what the user said of entities. Returns those of which that is new, or was said before. */
function noteCurated(
  database: Database,
  { curated, labels }: CuratedNames,
  idOf: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const touched = new Set(database.all('SELECT entity FROM curated').map((row) => Number(row['entity'])));
  database.run('DELETE FROM curated');
  for (const id of curated) {
    const entity = idOf.get(id)!;
    touched.add(entity);
    database.run('INSERT INTO curated VALUES (?, ?)', entity, labels.get(id) ?? null);
  }
  return touched;
}

function nameNumber(database: Database, id: string): number {
  const { type, key } = parseEntityId(id)!;
  const row = database.get('SELECT id FROM name WHERE type = ? AND key = ?', typeNumber(type), key);
  return Number(row?.['id']);
}

/** Those of some names of which an article says that they are another one too, or another one they. */
function provedAmong(database: Database, names: readonly number[]): number[] {
  // One statement for all: a batch has thousands of names.
  const rows = database.all(
    `SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM also WHERE also.name = value)
     OR EXISTS (SELECT 1 FROM also WHERE also.other = value)`,
    JSON.stringify(names),
  );
  return rows.map((row) => Number(row['value']));
}

function corpusNames(
  pairs: readonly Row[],
  ids: ReadonlySet<number>,
  nameRow: (id: number) => Row | undefined,
): { names: CorpusName[]; idOf: Map<string, number> } {
  const rows = new Map([...ids].map((id) => [id, nameRow(id)!]));
  const alsoKeys = new Map<number, { key: string; articles: number }[]>();
  for (const row of pairs) {
    const name = Number(row['name']);
    const known = alsoKeys.get(name) ?? [];
    alsoKeys.set(name, known);
    known.push({ key: String(rows.get(Number(row['other']))?.['key']), articles: Number(row['articles']) });
  }
  const idOf = new Map<string, number>();
  const names = [...rows].map(([id, row]) => {
    const type: EntityType = entityTypes[Number(row['type'])]!;
    const key = String(row['key']);
    idOf.set(`${type}:${key}`, id);
    return {
      id: `${type}:${key}`,
      type,
      key,
      articles: Number(row['articles']),
      alsoKeys: alsoKeys.get(id) ?? [],
    };
  });
  return { names, idOf };
}

/** `changed` where the entity has the names that it had: its articles need not be counted all again then. */
function refreshEntity(parts: Parts, entity: number, changed?: ChangedNames): void {
  const { database } = parts;
  const names = parts.entities
    .namesOf(entity)
    .map((id) => database.get('SELECT id, articles, mentions, sure FROM name WHERE id = ?', id)!);
  const used = names.filter((row) => Number(row['articles']) > 0);
  if (used.length === 0) {
    database.run('DELETE FROM entity WHERE id = ?', entity);
    parts.entities.setList(entity, undefined);
    return;
  }
  const own = database.get('SELECT type, key FROM name WHERE id = ?', entity)!;
  const type = entityTypes[Number(own['type'])]!;
  const ids = names.map((row) => Number(row['id']));
  const curated = database.get('SELECT label FROM curated WHERE entity = ?', entity);
  const given = curated?.['label'];
  const surfaces = surfacesOf(parts, ids);
  const label = typeof given === 'string' ? given : displayName(type, surfaces, String(own['key']));
  const mentions = used.reduce((sum, row) => sum + Number(row['mentions']), 0);
  const isSure = curated !== undefined || used.some((row) => Number(row['sure']) > 0);
  const list = isSure ? type : 'unsure';
  parts.entities.setList(entity, list);
  // An article may use two names of one entity: only then have the postings to be put together.
  const articles =
    used.length === 1 ? Number(used[0]!['articles']) : articlesOf(parts, entity, changed?.articlesOf(ids));
  database.run(
    'INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entity,
    Number(own['type']),
    label,
    String(own['key']),
    articles,
    mentions,
    Number(curated !== undefined),
    listNumber(list),
    Number(names.length === 1 && surfaces.length === 1),
  );
}

/** The articles of an entity of several names: those that it had and `added`, where that is known. */
function articlesOf(parts: Parts, entity: number, added: number | undefined): number {
  const stored = added === undefined ? undefined : parts.entities.byId(entity);
  return stored && added !== undefined ? stored.articles + added : entityDocuments(parts, entity).length;
}
