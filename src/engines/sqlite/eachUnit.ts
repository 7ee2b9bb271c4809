import { mostPairedNames, type TextUnit } from '../../core/index.ts';
import { firstStep, steps } from './namedUnits.ts';
import type { Parts } from './parts.ts';

/**
 * The entities that one unit names, each once, in no order: the first `count` of `ids`. What is handed out is used again for the next
 * unit: an array that is filled and emptied for each takes twice as long.
 */
export interface UnitNames {
  readonly ids: Uint32Array;
  readonly count: number;
}

/** Calls back with each unit of some articles (ascending): see `unitReader`. */
type EachUnit = (docs: Uint32Array, visitor: (names: UnitNames, doc: number) => void) => void;

/**
 * Gives what calls back with the entities that each unit of some articles names and the article. Lists of names are passed over. Who
 * reads very many articles does so slice by slice with one reader.
 */
export function unitReader({ units, entities }: Pick<Parts, 'units' | 'entities'>, unit: TextUnit): EachUnit {
  const { entityOf } = entities.mapping();
  const lastUnit = new Uint32Array(entityOf.length);
  const ids = new Uint32Array(mostPairedNames);
  const names = { ids, count: 0 };
  const least = firstStep(unit);
  let number = 0;
  return (docs, visitor) => {
    units.each(docs, (mentions, count, doc) => {
      for (let at = 0; at < count;) {
        number++;
        let found = 0;
        do {
          const entity = entityOf[(mentions[at++]! / steps) | 0]!;
          // 0 is what the user says is no entity.
          if (entity === 0 || lastUnit[entity] === number) continue;
          lastUnit[entity] = number;
          // Beyond the end nothing is kept, of a list that is passed over.
          ids[found++] = entity;
        } while (at < count && mentions[at]! % steps < least);
        if (found === 0 || found > mostPairedNames) continue;
        names.count = found;
        visitor(names, doc);
      }
    });
  };
}

/** Whether a unit names an entity. */
export function isNamedIn({ ids, count }: UnitNames, entity: number): boolean {
  for (let i = 0; i < count; i++) if (ids[i] === entity) return true;
  return false;
}
