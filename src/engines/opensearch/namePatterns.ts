import type { EntityId } from '../../core/index.ts';
import { valuePrefix } from './articleDocument.ts';

/** Servers refuse patterns of more characters (`index.max_regex_length`). */
const longestPattern = 1000;

/** Patterns of the server for all values that begin with one of some names: as few as it takes, none longer than it allows. */
export function beginningsOf(names: readonly EntityId[]): string[] {
  const groups: string[][] = [];
  let length = Infinity;
  for (const name of names) {
    const quoted = valuePrefix(name).replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/g, '\\$&');
    if (patternOf([quoted]).length > longestPattern) continue; // No article names anybody by half a page.
    length += quoted.length + 1;
    if (length > longestPattern) {
      groups.push([]);
      length = patternOf([quoted]).length;
    }
    groups.at(-1)!.push(quoted);
  }
  return groups.map(patternOf);
}

function patternOf(quoted: readonly string[]): string {
  return `(${quoted.join('|')}).*`;
}
