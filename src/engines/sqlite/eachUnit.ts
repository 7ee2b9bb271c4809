import { isNameList, type TextUnit } from '../../core/index.ts';
import type { Parts } from './parts.ts';

/**
 * Calls back with the entities that each unit of some articles names (each once, in no order; the array is used again)
 * and the article. `docs` ascend. Lists of names are passed over.
 */
export function eachUnit(
  { units, entities }: Pick<Parts, 'units' | 'entities'>,
  docs: Uint32Array,
  unit: TextUnit,
  visitor: (names: readonly number[], doc: number) => void,
): void {
  const { entityOf } = entities.mapping();
  const lastUnit = new Uint32Array(entityOf.length);
  const names: number[] = [];
  let number = 0;
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
}
