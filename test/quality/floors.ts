import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Pinned scores. A figure may be better than its floor, never worse. `UPDATE_FLOORS=1 npm run test:quality` raises the
 * floors to what is measured; it refuses to lower one unless `LOWER_FLOORS=1` says that this is meant.
 */
export function checkFloors(name: string, figures: Readonly<Record<string, number>>): void {
  const file = new URL(`./floors/${name}.json`, import.meta.url);
  const floors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const rounded = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value)]));
  if (process.env.UPDATE_FLOORS) {
    const next = { ...floors, ...rounded };
    for (const [key, floor] of Object.entries(floors)) {
      if ((next[key] ?? 0) < floor && !process.env.LOWER_FLOORS) next[key] = floor;
    }
    writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
    return;
  }
  assert.ok(Object.keys(floors).length > 0, `no floors are pinned in floors/${name}.json`);
  const table = Object.entries(rounded).map(
    ([key, value]) => `${key}: ${value} (floor ${floors[key] ?? 'none'})`,
  );
  for (const [key, value] of Object.entries(rounded)) {
    const floor = floors[key];
    assert.ok(floor !== undefined, `${key} has no floor in floors/${name}.json`);
    assert.ok(value >= floor, `${name}: ${key} fell below its floor\n${table.join('\n')}`);
  }
}

/** Three decimals: what lies below is noise of the machine's arithmetic, not quality. */
function round(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}
