import { nameKey, type CorpusIndex, type EntityRow } from '../core/index.ts';
import { nearNames } from '../indexer/nearNames.ts';
import { CliError, note, type CliIo } from './io.ts';

/**
 * The entity a user names, by any of its names. Throws a `CliError` with the nearest names when there is none; says so
 * on stderr when it had to choose between several of one name.
 */
export async function findEntity(index: CorpusIndex, name: string, io: CliIo): Promise<EntityRow> {
  const named: EntityRow[] = [];
  for (const type of ['ORG', 'PER', 'LOC'] as const) {
    const id = await index.resolve(type, nameKey(name, type));
    const card = id === undefined ? undefined : await index.entity(id);
    if (card) named.push(card);
  }
  const [best, ...others] = named.sort((a, b) => b.articles - a.articles);
  if (!best) {
    const near = await nearNames(index, name);
    const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
    throw new CliError(`Nothing is named “${name}” in this corpus.${hint}`);
  }
  if (others.length > 0) {
    await note(
      io,
      `“${name}” is also ${others.map((row) => `${row.id} (${row.articles})`).join(', ')}; took ${best.id}.`,
    );
  }
  return best;
}
