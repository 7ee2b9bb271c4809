import { foldText } from '../../core/index.ts';

/**
 * VS Code leaves out symbols whose name has not the letters that were typed, accents included. An entity that was found by
 * another of its names is shown by that one; one that was found without its accents has what was typed beside its name.
 */
export function shownName(
  query: string,
  name: string,
  aliases: readonly string[],
): { readonly name: string; readonly isAlias: boolean } {
  if (hasLetters(name, query)) return { name, isAlias: false };
  const wanted = ` ${foldText(query)}`;
  const isFound = (text: string): boolean => ` ${foldText(text)}`.includes(wanted);
  const alias = aliases.find((text) => hasLetters(text, query) && isFound(text));
  if (alias !== undefined) return { name: alias, isAlias: true };
  const found = isFound(name) ? name : (aliases.find(isFound) ?? name);
  return { name: `${found} (${query.trim()})`, isAlias: found !== name };
}

/** Whether all letters of a query stand in a text in their order: what VS Code asks of a symbol. */
function hasLetters(text: string, query: string): boolean {
  const letters = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/[\s*]/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
