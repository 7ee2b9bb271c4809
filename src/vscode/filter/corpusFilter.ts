import { commands, EventEmitter, type Event } from 'vscode';
import type { Disposable } from '../disposableStore.ts';
import type { EntityId, Filter } from '../../core/index.ts';
import { isEmptyFilter } from './filterRange.ts';

/** The one filter that every view and every export obeys, with names to show for its entities. */
export class CorpusFilter implements Disposable {
  private readonly changed = new EventEmitter<Filter>();
  private readonly known = new Map<EntityId, string>();
  private filter: Filter = {};
  private areCopiesOnce = false;

  readonly onDidChange: Event<Filter> = this.changed.event;

  get current(): Filter {
    return this.filter;
  }

  /** Whether nothing is left out: neither by what the user chose nor by the setting on copies. */
  get isWhole(): boolean {
    return this.isEmpty && !this.areCopiesOnce;
  }

  /** Whether the user has chosen nothing. */
  get isEmpty(): boolean {
    return isEmptyFilter(chosenOf(this.filter));
  }

  /** Of a text that stands in the corpus more than once, let in the first version only, whatever the user chooses beside. */
  countCopiesOnce(isOnce: boolean): void {
    if (isOnce === this.areCopiesOnce) return;
    this.areCopiesOnce = isOnce;
    this.set(this.filter);
  }

  get names(): ReadonlyMap<EntityId, string> {
    return this.known;
  }

  set(filter: Filter, names: Iterable<readonly [EntityId, string]> = []): void {
    this.remember(names);
    const chosen = chosenOf(filter);
    this.filter = this.areCopiesOnce ? { ...chosen, copies: 'once' } : chosen;
    void commands.executeCommand('setContext', 'corpusExplorer.filtered', !this.isEmpty);
    this.changed.fire(this.filter);
  }

  /** Names to show for entities, before any of them is in the filter. */
  remember(names: Iterable<readonly [EntityId, string]>): void {
    for (const [id, name] of names) this.known.set(id, name);
  }

  clear(): void {
    this.set({});
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** A filter without what the setting on copies adds to it. */
function chosenOf(filter: Filter): Filter {
  const chosen: { copies?: 'once' } & Filter = { ...filter };
  delete chosen.copies;
  return chosen;
}
