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
const steps = 3;

/**
 * The names of each article in text order, with the ends of sentences and paragraphs between them: one number a mention,
 * its name times three and the step from the mention before.
 */
export class NamedUnits {
  private readonly sequences: ForwardIndex;

  constructor(database: Database) {
    this.sequences = new ForwardIndex(database, 'unit');
  }

  /** Calls back with each mention of each article in text order, and whether it begins a unit. `docs` ascend. */
  visit(
    docs: Uint32Array,
    unit: TextUnit,
    visitor: (name: number, isNew: boolean, doc: number) => void,
  ): void {
    const least = unit === 'sentence' ? sameParagraph : otherParagraph;
    this.sequences.read(docs, (number, doc) => {
      const step = number % steps;
      visitor((number - step) / steps, step >= least, doc);
    });
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
