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
import type { Database, Row } from './database.ts';
import { surfacesOf } from './entityCards.ts';
import { listNumber, typeNumber } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { entityPostings } from './selectDocuments.ts';

/** What decides which names are one. */
export interface Joining {
  readonly joinNames: JoinNames;
  /** Every name that they speak of has a row. */
  readonly choices: readonly EntityChoice[];
}

/**
 * Decides the joins anew where a batch touched a name that some article proves to be another's, or that the user spoke
 * of, and counts every entity again that has a changed name. Runs after the batch's totals are written.
 */
export function refreshEntities(
  parts: Parts,
  changedNames: ReadonlySet<number>,
  areJoinsChanged: boolean,
  joining: Joining,
): void {
  const touched = rejoin(parts, changedNames, areJoinsChanged, joining);
  parts.entities.forget();
  for (const name of changedNames) {
    const row = parts.database.get('SELECT entity FROM name WHERE id = ?', name);
    if (row) touched.add(Number(row['entity']));
  }
  // Names that are no entity lead to 0.
  touched.delete(0);
  for (const entity of touched) refreshEntity(parts, entity);
}

/** Returns the entities that gained or lost a name, or the user's word. */
function rejoin(
  { database }: Parts,
  changedNames: ReadonlySet<number>,
  areJoinsChanged: boolean,
  { joinNames, choices }: Joining,
): Set<number> {
  const touched = new Set<number>();
  const chosen = new Set(choices.flatMap(namesOfChoice).map((id) => nameNumber(database, id)));
  const isConcerned = (name: number): boolean => chosen.has(name) || isProved(database, name);
  if (!areJoinsChanged && ![...changedNames].some(isConcerned)) return touched;
  const pairs = database.all('SELECT name, other, articles FROM also');
  const proved = new Set(pairs.flatMap((row) => [Number(row['name']), Number(row['other'])]));
  const { names, idOf } = corpusNames(pairs, new Set([...proved, ...chosen]), (id) =>
    database.get('SELECT id, type, key, articles FROM name WHERE id = ?', id),
  );
  const curated = curateNames(names, joinNames(names), choices);
  // Names that nothing joins any more stand for themselves again.
  const joined = database.all('SELECT id, entity FROM name WHERE entity <> id');
  const wanted = new Map(joined.map((row) => [Number(row['id']), Number(row['id'])]));
  for (const [from, to] of curated.canonical) wanted.set(idOf.get(from)!, to === hidden ? 0 : idOf.get(to)!);
  for (const [name, entity] of wanted) {
    const current = Number(database.get('SELECT entity FROM name WHERE id = ?', name)?.['entity']);
    if (current === entity) continue;
    database.run('UPDATE name SET entity = ? WHERE id = ?', entity, name);
    touched.add(current).add(entity);
  }
  for (const entity of noteCurated(database, curated, idOf)) touched.add(entity);
  return touched;
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

/** Whether some article says that a name is another one too, or another one this. */
function isProved(database: Database, name: number): boolean {
  return (
    database.get('SELECT 1 FROM also WHERE name = ? LIMIT 1', name) !== undefined ||
    database.get('SELECT 1 FROM also WHERE other = ? LIMIT 1', name) !== undefined
  );
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

function refreshEntity(parts: Parts, entity: number): void {
  const { database } = parts;
  const names = database.all('SELECT id, articles, mentions, sure FROM name WHERE entity = ?', entity);
  const used = names.filter((row) => Number(row['articles']) > 0);
  if (used.length === 0) {
    database.run('DELETE FROM entity WHERE id = ?', entity);
    return;
  }
  const own = database.get('SELECT type, key FROM name WHERE id = ?', entity)!;
  const type = entityTypes[Number(own['type'])]!;
  const ids = names.map((row) => Number(row['id']));
  const curated = database.get('SELECT label FROM curated WHERE entity = ?', entity);
  const given = curated?.['label'];
  const label =
    typeof given === 'string' ? given : displayName(type, surfacesOf(parts, ids), String(own['key']));
  const mentions = used.reduce((sum, row) => sum + Number(row['mentions']), 0);
  const isSure = curated !== undefined || used.some((row) => Number(row['sure']) > 0);
  // An article may use two names of one entity: only then have the postings to be put together.
  const articles = used.length === 1 ? Number(used[0]!['articles']) : entityPostings(parts, entity).length;
  database.run(
    'INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    entity,
    Number(own['type']),
    label,
    String(own['key']),
    articles,
    mentions,
    Number(curated !== undefined),
    listNumber(isSure ? type : 'unsure'),
  );
}
