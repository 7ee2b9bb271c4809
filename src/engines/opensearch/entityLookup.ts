import { entityId, type CheckedFilter, type EntityChoice, type EntityId } from '../../core/index.ts';
import { documentId } from './articleDocument.ts';
import type { CorpusStore } from './corpusStore.ts';
import { noOverlay, readOverlay, type EntityOverlay } from './entityOverlay.ts';
import type { EntityDocument } from './entityDocuments.ts';

/** Entities asked for lately. */
const longestMemory = 2000;

/** Finds entities by any of their names, and remembers them until the corpus changes. */
export class EntityLookup {
  private readonly store: CorpusStore;
  private readonly byName = new Map<EntityId, EntityDocument | undefined>();
  private generation = -1;
  private choices: readonly EntityChoice[] = [];
  private laid: Promise<EntityOverlay> | undefined;

  constructor(store: CorpusStore) {
    this.store = store;
  }

  /** What the reader says of entities, over what the server holds. */
  curate(choices: readonly EntityChoice[]): void {
    this.choices = choices;
    this.laid = undefined;
  }

  overlay(): Promise<EntityOverlay> {
    if (this.choices.length === 0) return Promise.resolve(noOverlay);
    if (this.laid) return this.laid;
    const laid = readOverlay(this.store, this.choices);
    this.laid = laid;
    laid.catch(() => {
      if (this.laid === laid) this.laid = undefined;
    });
    return laid;
  }

  /** What was found in another generation is forgotten. */
  reach(generation: number): void {
    if (generation === this.generation) return;
    this.generation = generation;
    this.byName.clear();
    this.laid = undefined;
  }

  async named(name: EntityId): Promise<EntityDocument | undefined> {
    const overlay = await this.overlay();
    if (overlay.has(name)) return overlay.named(name);
    if (!this.byName.has(name)) await this.find([name]);
    return this.byName.get(name);
  }

  /** The names of a filter's entities, ready for `filterQuery`. */
  async namesIn(
    filter: CheckedFilter,
  ): Promise<(entity: CheckedFilter['entities'][number]) => readonly EntityId[]> {
    const wanted = filter.entities.map(({ type, key }) => entityId(type, key));
    const overlay = await this.overlay();
    await this.find(wanted.filter((id) => !this.byName.has(id) && !overlay.has(id)));
    const entityOf = (id: EntityId) => (overlay.has(id) ? overlay.named(id) : this.byName.get(id));
    const found = new Map(wanted.map((id) => [id, entityOf(id)?.names ?? []]));
    return ({ type, key }) => found.get(entityId(type, key)) ?? [];
  }

  /** Entities by their own ids; what is not there is left out. */
  async withIds(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityDocument>> {
    const found = new Map<EntityId, EntityDocument>();
    const wanted: EntityId[] = [];
    const overlay = await this.overlay();
    for (const id of new Set(ids)) {
      const laid = overlay.withId(id);
      if (laid) found.set(id, laid);
      if (laid || overlay.replaced.includes(id)) continue;
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
