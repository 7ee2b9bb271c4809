import {
  displayName,
  entityTypes,
  type CorpusName,
  type EntityType,
  type JoinNames,
} from '../../core/index.ts';
import type { Database, Row } from './database.ts';
import { surfacesOf } from './entityCards.ts';
import type { Parts } from './parts.ts';
import { entityPostings } from './selectDocuments.ts';

/**
 * Decides the joins anew where a batch touched a name that some article proves to be another's, and counts every entity
 * again that has a changed name. Runs after the batch's totals are written.
 */
export function refreshEntities(
  parts: Parts,
  changedNames: ReadonlySet<number>,
  areProofsChanged: boolean,
  joinNames: JoinNames,
): void {
  const touched = rejoin(parts, changedNames, areProofsChanged, joinNames);
  parts.entities.forget();
  for (const name of changedNames) {
    const row = parts.database.get('SELECT entity FROM name WHERE id = ?', name);
    if (row) touched.add(Number(row['entity']));
  }
  for (const entity of touched) refreshEntity(parts, entity);
}

/** Returns the entities that gained or lost a name. */
function rejoin(
  { database }: Parts,
  changedNames: ReadonlySet<number>,
  areProofsChanged: boolean,
  joinNames: JoinNames,
): Set<number> {
  const touched = new Set<number>();
  if (!areProofsChanged && ![...changedNames].some((name) => isProved(database, name))) return touched;
  const pairs = database.all('SELECT name, other, articles FROM also');
  const proved = new Set(pairs.flatMap((row) => [Number(row['name']), Number(row['other'])]));
  const { names, idOf } = corpusNames(pairs, proved, (id) =>
    database.get('SELECT id, type, key, articles FROM name WHERE id = ?', id),
  );
  const canonical = joinNames(names);
  // Names that no article joins any more stand for themselves again.
  const joined = database.all('SELECT id, entity FROM name WHERE entity <> id');
  const wanted = new Map(joined.map((row) => [Number(row['id']), Number(row['id'])]));
  for (const [from, to] of canonical) wanted.set(idOf.get(from)!, idOf.get(to)!);
  for (const [name, entity] of wanted) {
    const current = Number(database.get('SELECT entity FROM name WHERE id = ?', name)?.['entity']);
    if (current === entity) continue;
    database.run('UPDATE name SET entity = ? WHERE id = ?', entity, name);
    touched.add(current).add(entity);
  }
  return touched;
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
  const names = database.all('SELECT id, type, key, articles, mentions FROM name WHERE entity = ?', entity);
  const used = names.filter((row) => Number(row['articles']) > 0);
  if (used.length === 0) {
    database.run('DELETE FROM entity WHERE id = ?', entity);
    return;
  }
  const own = database.get('SELECT type, key FROM name WHERE id = ?', entity)!;
  const type = entityTypes[Number(own['type'])]!;
  const ids = names.map((row) => Number(row['id']));
  const label = displayName(type, surfacesOf(parts, ids), String(own['key']));
  const mentions = used.reduce((sum, row) => sum + Number(row['mentions']), 0);
  // An article may use two names of one entity: only then have the postings to be put together.
  const articles = used.length === 1 ? Number(used[0]!['articles']) : entityPostings(parts, entity).length;
  database.run(
    'INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?)',
    entity,
    Number(own['type']),
    label,
    String(own['key']),
    articles,
    mentions,
  );
}
