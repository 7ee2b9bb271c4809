import type { EntityType } from '../../src/core/entities/mention.ts';
import { cast } from './cast.ts';

/** A labelled span; offsets count UTF-16 code units of `text` in the same `Marked`. */
export interface MarkedPassage {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface MarkedMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly entity: string;
}

/** A source text with its markup taken out and turned into spans. */
export interface Marked {
  readonly text: string;
  readonly passages: readonly MarkedPassage[];
  readonly mentions: readonly MarkedMention[];
}

const passageKinds = new Set([
  'title',
  'byline',
  'dateline',
  'ticker',
  'navigation',
  'teaser',
  'share',
  'notice',
  'crossLink',
  'sectionLabel',
  'legal',
]);

const token = /\{\{(\w+)\||\}\}|\[\[(?:([a-z0-9-]+)\|)?([^[\]{}]+)\]\]/g;

/**
 * Reads `{{kind|…}}` passages and `[[Name]]` or `[[entity-id|Name]]` mentions; mentions may stand inside passages.
 * Throws on an unknown kind, an unknown or ambiguous name, and an unbalanced brace.
 */
export function readMarkup(source: string): Marked {
  let text = '';
  let last = 0;
  const open: { kind: string; start: number }[] = [];
  const passages: MarkedPassage[] = [];
  const mentions: MarkedMention[] = [];
  for (const match of source.matchAll(token)) {
    text += source.slice(last, match.index);
    last = match.index + match[0].length;
    const [, kind, id, name] = match;
    if (kind !== undefined) {
      if (!passageKinds.has(kind)) throw new Error(`unknown passage kind ${kind}`);
      open.push({ kind, start: text.length });
    } else if (name !== undefined) {
      const entity = id ?? entityNamed(name);
      const found = cast[entity];
      if (!found) throw new Error(`unknown entity ${entity}`);
      mentions.push({ start: text.length, end: text.length + name.length, type: found.type, entity });
      text += name;
    } else {
      const passage = open.pop();
      if (!passage)
        throw new Error(`closing braces without a passage near "${source.slice(last - 40, last)}"`);
      passages.push({ start: passage.start, end: text.length, kind: passage.kind });
    }
  }
  if (open.length > 0) throw new Error(`passage ${open[0]!.kind} is not closed`);
  text += source.slice(last);
  if (/\[\[|\]\]|\{\{/.test(text))
    throw new Error(`malformed markup: ${/.{0,30}(\[\[|\]\]|\{\{).{0,30}/.exec(text)?.[0] ?? ''}`);
  return { text, passages: passages.sort((a, b) => a.start - b.start), mentions };
}

const byName = new Map<string, string[]>();
for (const [id, { name, aliases }] of Object.entries(cast)) {
  for (const surface of [name, ...aliases]) {
    const key = plainTypography(surface);
    byName.set(key, [...(byName.get(key) ?? []), id]);
  }
}

function entityNamed(name: string): string {
  const ids = byName.get(plainTypography(name)) ?? [];
  if (ids.length !== 1) throw new Error(`"${name}" names ${ids.length === 0 ? 'nobody' : ids.join(' and ')}`);
  return ids[0]!;
}

/** Straight apostrophes and plain spaces, so that one entry serves every outlet's typography. */
export function plainTypography(text: string): string {
  return text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
}
