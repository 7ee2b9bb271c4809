import { isNameList, type TextUnit } from '../../core/index.ts';
import type { Parts } from './parts.ts';

/** Calls back with each unit of some articles (ascending): see `unitReader`. */
type EachUnit = (docs: Uint32Array, visitor: (names: readonly number[], doc: number) => void) => void;

/**
 * Gives what calls back with the entities that each unit of some articles names (each once, in no order; the array is used
 * again) and the article. Lists of names are passed over. Who reads very many articles does so slice by slice with one reader.
 */
export function unitReader({ units, entities }: Pick<Parts, 'units' | 'entities'>, unit: TextUnit): EachUnit {
  const { entityOf } = entities.mapping();
  const lastUnit = new Uint32Array(entityOf.length);
  const names: number[] = [];
  let number = 0;
  return (docs, visitor) => {
    let last = 0;
    const end = (): void => {
      if (names.length > 0 && !isNameList(names.length)) visitor(names, last);
      names.length = 0;
    };
    units.visit(docs, unit, (name, isNew, doc) => {
      if (isNew) {
        end();
        number++;
      }
      last = doc;
      const entity = entityOf[name]!;
      // 0 is what the user says is no entity.
      if (entity === 0 || lastUnit[entity] === number) return;
      lastUnit[entity] = number;
      names.push(entity);
    });
    end();
  };
}
