import type { DateChoice, EntityChoice, PassageChoice, SavedSearch } from '../../core/index.ts';

/** A choice of one of the lists. */
export type AnyChoice =
  | { readonly section: 'passages'; readonly choice: PassageChoice }
  | { readonly section: 'dates'; readonly choice: DateChoice }
  | { readonly section: 'entities'; readonly choice: EntityChoice }
  | { readonly section: 'searches'; readonly choice: SavedSearch };

/** A choice as it stands in a line of the file, in YAML's flow style: `{ article: press/a.txt, date: 2025-11-28 }`. */
export function choiceLine(any: AnyChoice): string {
  const fields = fieldsOf(any);
  return `{ ${fields.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}

function fieldsOf(any: AnyChoice): readonly Field[] {
  switch (any.section) {
    case 'passages':
      return passageFields(any.choice);
    case 'dates':
      return dateFields(any.choice);
    case 'entities':
      return entityFields(any.choice);
    case 'searches':
      return searchFields(any.choice);
  }
}

function entityFields({ entity, type, action, to }: EntityChoice): readonly Field[] {
  const isWord = action !== 'rename' && action !== 'mergeInto' && action !== 'splitFrom';
  return [
    ['entity', quoted(entity)],
    ['type', type],
    [action, isWord ? to : quoted(to)],
  ];
}

type Field = readonly [name: string, value: string];

function passageFields({ text, is, outlet, article, wholeLines, long }: PassageChoice): readonly Field[] {
  return [
    ['text', quoted(text)],
    ...(long
      ? ([
          ['length', String(long.length)],
          ['hash', long.hash],
        ] as const)
      : []),
    ...(wholeLines === true ? [['lines', 'whole'] as const] : []),
    ['is', is],
    ...(outlet === undefined ? [] : [['outlet', plainOrQuoted(outlet)] as const]),
    ...(article === undefined ? [] : [['article', plainOrQuoted(article)] as const]),
  ];
}

function dateFields({ article, date }: DateChoice): readonly Field[] {
  return [
    ['article', plainOrQuoted(article)],
    ['date', date ?? 'none'],
  ];
}

function searchFields({ name, words, sort, outlet, language, year, entity }: SavedSearch): readonly Field[] {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['name', quoted(name)],
    ['words', quoted(words)],
    ['sort', sort],
    ['outlet', outlet === undefined ? undefined : plainOrQuoted(outlet)],
    ['language', language],
    ['year', year],
    ['entity', entity === undefined ? undefined : quoted(entity)],
  ];
  return fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
}

/** What needs no quotes and is no word of YAML's own. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*( [\p{L}\p{N}_./-]+)*$/u;

function plainOrQuoted(text: string): string {
  return plainName.test(text) ? text : quoted(text);
}

/**
 * In double quotes, which take every text: a JSON string is one in YAML too. What an editor would not show as it is, or
 * would take for a line's end, is escaped.
 */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
