import { EventEmitter, type Event, type Memento } from 'vscode';
import type { EntityId, EntityType, PairMeasure, PairRequest, TextUnit } from '../../core/index.ts';

/** How pairs are counted and ranked. */
export interface PairOptions {
  readonly unit: TextUnit;
  readonly measure: PairMeasure;
  readonly types: readonly EntityType[];
  readonly minimum: number;
}

const optionsKey = 'corpusExplorer.pairOptions';
const usualOptions: PairOptions = { unit: 'sentence', measure: 'logLikelihood', types: ['ORG'], minimum: 2 };

/** What the Who with Whom view asks for: all pairs, or those of one entity. */
export class CorpusPairs {
  private readonly memory: Memento;
  private readonly changed = new EventEmitter<void>();

  /** Only pairs with this entity. */
  entity: { readonly id: EntityId; readonly name: string } | undefined;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(memory: Memento) {
    this.memory = memory;
  }

  get options(): PairOptions {
    return { ...usualOptions, ...this.memory.get<Partial<PairOptions>>(optionsKey, {}) };
  }

  get request(): PairRequest {
    return { ...this.options, ...(this.entity && { entity: this.entity.id }) };
  }

  async setOptions(options: PairOptions): Promise<void> {
    await this.memory.update(optionsKey, options);
    this.changed.fire();
  }

  of(entity: CorpusPairs['entity']): void {
    this.entity = entity;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
