import { commands, EventEmitter, type Event, type Memento } from 'vscode';
import type { Filter, SavedSearch, SearchNarrowing, SearchSort } from '../../core/index.ts';
import { naming, withinPeriod } from '../filter/filterRange.ts';

/** What the results stand under. */
export type SearchGrouping = 'none' | 'year' | 'outlet';

/** A search as the view shows it. */
export interface ActiveSearch {
  readonly words: string;
  readonly sort: SearchSort;
  readonly narrowing: SearchNarrowing;
}

const historyKey = 'corpusExplorer.searchHistory';
const groupingKey = 'corpusExplorer.searchGrouping';
const longestHistory = 20;

/** The one search of the window, and what was searched for before. */
export class CorpusSearch {
  private readonly memory: Memento;
  private readonly changed = new EventEmitter<void>();

  active: ActiveSearch | undefined;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(memory: Memento) {
    this.memory = memory;
  }

  /** Words of earlier searches, the latest first. */
  get history(): readonly string[] {
    return this.memory.get<readonly string[]>(historyKey, []);
  }

  get grouping(): SearchGrouping {
    return this.memory.get<SearchGrouping>(groupingKey, 'none');
  }

  async group(grouping: SearchGrouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    this.changed.fire();
  }

  /** Undefined ends the search. */
  set(search: ActiveSearch | undefined): void {
    this.active = search;
    if (search) {
      const { words } = search;
      const history = [words, ...this.history.filter((other) => other !== words)];
      void this.memory.update(historyKey, history.slice(0, longestHistory));
    }
    void commands.executeCommand('setContext', 'corpusExplorer.searching', search !== undefined);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

export function activeSearchOf({
  words,
  sort = 'rank',
  outlet,
  language,
  year,
  entity,
}: SavedSearch): ActiveSearch {
  return {
    words,
    sort,
    narrowing: {
      ...(outlet !== undefined && { outlet }),
      ...(language !== undefined && { language }),
      ...(year !== undefined && { year }),
      ...(entity !== undefined && { entity }),
    },
  };
}

/** The filter of all views, narrowed for the search. Undefined when nothing can fit both. */
export function narrowed(filter: Filter, narrowing: SearchNarrowing): Filter | undefined {
  const { outlet, language, year, entity } = narrowing;
  const isLeftOut = (value: string | undefined, values: readonly string[] | undefined): boolean =>
    value !== undefined && values !== undefined && !values.includes(value);
  if (isLeftOut(outlet, filter.outlets) || isLeftOut(language, filter.languages)) return undefined;
  const ofYear = year === undefined ? filter : withinPeriod(filter, year);
  if (ofYear === undefined || (year !== undefined && filter.isUndated === true)) return undefined;
  const named = entity === undefined ? ofYear : naming(ofYear, entity);
  return {
    ...named,
    ...(outlet !== undefined && { outlets: [outlet] }),
    ...(language !== undefined && { languages: [language] }),
  };
}

/** The filter, with the articles that a search finds. */
export function withWords(filter: Filter, words: string): Filter {
  const others = filter.words?.trim() ?? '';
  return { ...filter, words: others === '' ? words : `(${others}) (${words})` };
}
