import { commands, EventEmitter, type Event } from 'vscode';
import type { Disposable } from '../disposableStore.ts';
import type { EntityId, Filter } from '../../core/index.ts';
import { isEmptyFilter } from './filterRange.ts';

/** The one filter that every view and every export obeys, with names to show for its entities. */
export class CorpusFilter implements Disposable {
  private readonly changed = new EventEmitter<Filter>();
  private readonly known = new Map<EntityId, string>();
  private filter: Filter = {};

  readonly onDidChange: Event<Filter> = this.changed.event;

  get current(): Filter {
    return this.filter;
  }

  get isEmpty(): boolean {
    return isEmptyFilter(this.filter);
  }

  get names(): ReadonlyMap<EntityId, string> {
    return this.known;
  }

  set(filter: Filter, names: Iterable<readonly [EntityId, string]> = []): void {
    for (const [id, name] of names) this.known.set(id, name);
    this.filter = filter;
    void commands.executeCommand('setContext', 'corpusExplorer.filtered', !this.isEmpty);
    this.changed.fire(filter);
  }

  clear(): void {
    this.set({});
  }

  dispose(): void {
    this.changed.dispose();
  }
}
