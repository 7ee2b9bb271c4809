import { byEntityRank, entityLists, foldText, type EntityRow } from '../../core/index.ts';
import type { Database } from './database.ts';
import { listNumber } from './entityTable.ts';
import type { Parts } from './parts.ts';

/** So many entities are read and sorted; of more, the best are looked up in the order in which the trees show them. */
const fewEntities = 1200;

/** Entities one of whose names or spellings has a word, or words in a row, that begin with the prefix. */
export function suggestEntities(parts: Parts, prefix: string, limit: number): readonly EntityRow[] {
  const words = foldText(prefix);
  if (words === '') return [];
  return parts.suggestions.get(`${limit} ${words}`, () => bestWith(parts, words, limit));
}

function bestWith(parts: Parts, words: string, limit: number): readonly EntityRow[] {
  const found = entitiesWith(parts, words);
  const ids = found.size <= fewEntities ? [...found] : bestOf(parts.database, found, limit);
  const rows = ids.flatMap((id): EntityRow[] => {
    const stored = parts.entities.byId(id);
    if (!stored) return [];
    const { entityId, type, label, articles, mentions, isCurated, isUnsure } = stored;
    const marks = { ...(isCurated && { isCurated }), ...(isUnsure && { isUnsure }) };
    return [{ id: entityId, type, name: label, ...marks, articles, mentions }];
  });
  return rows.sort(byEntityRank).slice(0, limit);
}

function entitiesWith({ database, entities }: Parts, words: string): ReadonlySet<number> {
  const { entityOf } = entities.mapping();
  const row = database.get(
    "SELECT group_concat(name, ' ') AS names FROM suffix WHERE words >= ? AND words < ?",
    words,
    `${words}\u{10ffff}`,
  );
  const names = row?.['names'] ?? null;
  const found = new Set(
    names === null ? [] : Array.from(String(names).split(' '), (name) => entityOf[Number(name)]!),
  );
  // What the user says is no entity.
  found.delete(0);
  return found;
}

/** The first `limit` of each list, together. */
function bestOf(database: Database, found: ReadonlySet<number>, limit: number): number[] {
  return entityLists.flatMap((list) => {
    const best: number[] = [];
    for (const row of database.each(
      'SELECT id FROM entity WHERE list = ? ORDER BY articles DESC, mentions DESC, label, key',
      listNumber(list),
    )) {
      if (best.length >= limit) break;
      if (found.has(Number(row['id']))) best.push(Number(row['id']));
    }
    return best;
  });
}
