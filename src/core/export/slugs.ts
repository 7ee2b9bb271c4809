import { foldText } from '../index/searchTokens.ts';

const longestSlug = 40;

/** A value as letters a–z and digits only; `empty` for one without any letter or digit. Other scripts become a number of their own. */
export function slug(value: string, empty: string): string {
  const folded = foldText(value).replaceAll(' ', '');
  const plain = folded.replace(/[^a-z0-9]/g, '').slice(0, longestSlug);
  if (plain !== '') return plain;
  return folded === '' ? empty : `x${numberOf(folded).toString(36)}`;
}

function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
