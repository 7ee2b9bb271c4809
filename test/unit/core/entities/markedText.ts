import { linkEntities } from '../../../../src/core/entities/linkEntities.ts';
import type { EntityType, LinkedEntities, RecognisedMention } from '../../../../src/core/entities/mention.ts';

/** Reads "[ORG Nom] parle": the text without the marks, and a mention for each; "[ORG? Nom]" is read with doubt. */
export function readMarked(marked: string): { text: string; mentions: RecognisedMention[] } {
  const mentions: RecognisedMention[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\[(ORG|PER|LOC)(\??) ([^\]]+)\]/g)) {
    text += marked.slice(last, match.index);
    const name = match[3]!;
    const start = text.length;
    mentions.push({
      start,
      end: start + name.length,
      type: match[1] as EntityType,
      text: name,
      confidence: match[2] === '' ? 0.9 : 0.5,
    });
    text += name;
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), mentions };
}

/** Links a marked text. */
export function linkMarked(marked: string, language = 'fr'): LinkedEntities & { readonly text: string } {
  const { text, mentions } = readMarked(marked);
  return { text, ...linkEntities(text, mentions, language) };
}

/** The surfaces of each entity, sorted, as "ORG a = b". */
export function clustersOf(linked: LinkedEntities): string[] {
  return linked.entities.map(({ type, surfaces }) => `${type} ${[...surfaces].sort().join(' = ')}`).sort();
}
