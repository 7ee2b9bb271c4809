import { entityId, type CheckedFilter, type EntityId } from '../../core/index.ts';
import { documentId } from './articleDocument.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { EntityDocument } from './entityDocuments.ts';

/** Entities asked for lately. */
const longestMemory = 2000;

/** Finds entities by any of their names, and remembers them until the corpus changes. */
export class EntityLookup {
  private readonly store: CorpusStore;
  private readonly byName = new Map<EntityId, EntityDocument | undefined>();
  private generation = -1;

  constructor(store: CorpusStore) {
    this.store = store;
  }

  /** What was found in another generation is forgotten. */
  reach(generation: number): void {
    if (generation === this.generation) return;
    this.generation = generation;
    this.byName.clear();
  }

  async named(name: EntityId): Promise<EntityDocument | undefined> {
    if (!this.byName.has(name)) await this.find([name]);
    return this.byName.get(name);
  }

  /** The names of a filter's entities, ready for `filterQuery`. */
  async namesIn(
    filter: CheckedFilter,
  ): Promise<(entity: CheckedFilter['entities'][number]) => readonly EntityId[]> {
    const wanted = filter.entities.map(({ type, key }) => entityId(type, key));
    await this.find(wanted.filter((id) => !this.byName.has(id)));
    const found = new Map(wanted.map((id) => [id, this.byName.get(id)?.names ?? []]));
    return ({ type, key }) => found.get(entityId(type, key)) ?? [];
  }

  /** Entities by their own ids; what is not there is left out. */
  async withIds(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityDocument>> {
    const found = new Map<EntityId, EntityDocument>();
    const wanted: EntityId[] = [];
    for (const id of new Set(ids)) {
      const known = this.byName.get(id);
      if (known?.id === id) found.set(id, known);
      else wanted.push(id);
    }
    for (const { _source } of await this.store.get<EntityDocument>('entities', wanted.map(documentId))) {
      found.set(_source.id, _source);
      this.remember(_source.id, _source);
    }
    return found;
  }

  private async find(names: readonly EntityId[]): Promise<void> {
    if (names.length === 0) return;
    const { hits } = await this.store.search<EntityDocument>('entities', {
      size: names.length,
      query: { terms: { names } },
      track_total_hits: false,
    });
    for (const name of names)
      this.remember(name, hits.hits.find(({ _source }) => _source.names.includes(name))?._source);
  }

  private remember(name: EntityId, entity: EntityDocument | undefined): void {
    if (this.byName.size >= longestMemory) this.byName.clear();
    this.byName.set(name, entity);
  }
}
