import { parseEntityId, type EntityId, type EntityList } from '../../core/index.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { EntityDocument } from './entityDocuments.ts';

/** What whoever writes articles knows of the corpus's entities, as they were made last. */
export interface KnownEntities {
  /** Which entity a name is, where that is not itself. */
  readonly entityOf: ReadonlyMap<EntityId, EntityId>;
  /** The entities that stand in the list of their type: some article is sure of them, or the user is. */
  readonly sure: ReadonlySet<EntityId>;
}

export const nothingKnown: KnownEntities = { entityOf: new Map(), sure: new Set() };

/** The list that an entity stands in. */
export function listOfKnown({ sure }: KnownEntities, id: EntityId): EntityList {
  return sure.has(id) ? parseEntityId(id)!.type : 'unsure';
}

/** As the last process that made the entities wrote them. */
export async function readKnownEntities(store: CorpusStore): Promise<KnownEntities> {
  const entityOf = new Map<EntityId, EntityId>();
  const sure = new Set<EntityId>();
  const all = store.scan<Pick<EntityDocument, 'id' | 'list' | 'names'>>('entities', { match_all: {} }, 'id', [
    ...['id', 'list', 'names'],
  ]);
  for await (const { _source } of all) {
    for (const name of _source.names) if (name !== _source.id) entityOf.set(name, _source.id);
    if (_source.list !== 'unsure') sure.add(_source.id);
  }
  return { entityOf, sure };
}
