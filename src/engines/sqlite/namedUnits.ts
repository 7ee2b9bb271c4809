import type { TextUnit } from '../../core/index.ts';
import type { Database } from './database.ts';
import { ForwardIndex } from './forwardIndex.ts';

/** A mention by its name, and the numbers of its sentence and paragraph in the article. */
export interface NamedPlace {
  readonly name: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** How a mention stands to the one before it in the article. */
const sameSentence = 0;
const sameParagraph = 1;
const otherParagraph = 2;

/** A mention's number is its name times this, and the step to it from the mention before. */
export const steps = 3;

/** The least step with which a unit begins. */
export function firstStep(unit: TextUnit): number {
  return unit === 'sentence' ? sameParagraph : otherParagraph;
}

/**
 * The names of each article in text order, with the ends of sentences and paragraphs between them: one number a mention,
 * its name times three and the step from the mention before.
 */
export class NamedUnits {
  private readonly sequences: ForwardIndex;

  constructor(database: Database) {
    this.sequences = new ForwardIndex(database, 'unit');
  }

  /** Calls back with the mentions of each article in text order: see `ForwardIndex.each`, and `steps` for what the numbers say. */
  each(docs: Uint32Array, visitor: (mentions: Uint32Array, count: number, doc: number) => void): void {
    this.sequences.each(docs, visitor);
  }

  /** The mentions of an article in text order; none takes the article out. */
  change(changes: ReadonlyMap<number, readonly NamedPlace[]>): void {
    const packed = [...changes].map(([doc, places]) => [doc, places.map(numberOf)] as const);
    this.sequences.change(new Map(packed));
  }

  forget(): void {
    this.sequences.forget();
  }
}

function numberOf(place: NamedPlace, i: number, places: readonly NamedPlace[]): number {
  return place.name * steps + stepOf(places[i - 1], place);
}

function stepOf(before: NamedPlace | undefined, { sentence, paragraph }: NamedPlace): number {
  if (before?.paragraph !== paragraph) return otherParagraph;
  return before.sentence === sentence ? sameSentence : sameParagraph;
}
