import type { ArticleRecord, Evidence, RecordFact } from '../../core/index.ts';
import { flattenFields } from '../fields/flattenFields.ts';
import type { FieldRole } from '../fields/fieldNames.ts';
import {
  isCreationName,
  recogniseFields,
  type FieldChoices,
  type RecognisedFields,
} from '../fields/recogniseFields.ts';
import { readHtml } from '../html.ts';

/** What the fields of a record give of an article, besides its id. */
export type RecordContent = Pick<ArticleRecord, 'text' | 'markup' | 'url' | 'language' | 'source' | 'facts'>;

/** What is the same for all records of a file. */
export interface RecordReading {
  readonly choices?: FieldChoices;
  /** The field that holds the texts, where no name says so. */
  readonly textField?: string;
  /** Of fields with dates in figures: which of day and month stands first, where the file proves it. */
  readonly dateOrders?: ReadonlyMap<string, 'dayFirst' | 'monthFirst'>;
}

export interface ReadFields {
  readonly fields: RecognisedFields;
  readonly content: RecordContent | { readonly problem: Evidence };
}

/** A field that says it all is short; a longer one is no author's or outlet's name. UTF-16 code units. */
const longestFact = 1000;
const factFields = [
  ['published', 'published'],
  ['modified', 'modified'],
  ['crawled', 'crawled'],
  ['title', 'title'],
  ['author', 'author'],
  ['outlet', 'outlet'],
  ['language', 'language'],
  ['section', 'section'],
] as const satisfies readonly (readonly [FieldRole, RecordFact['field']])[];

/** Reads the fields of one record: its text, its address, and what it states of its article. */
export function readFields(
  values: Readonly<Record<string, unknown>>,
  reading: RecordReading = {},
): ReadFields {
  const flat = flattenFields(values);
  const fields = recognised([...flat.keys()], reading.choices);
  const first = (role: FieldRole): string | undefined =>
    (fields.byRole.get(role) ?? []).flatMap((name) => flat.get(name)?.slice(0, 1) ?? [])[0];
  const body = bodyOf(fields, flat, reading.textField);
  if (body === undefined) return { fields, content: { problem: noText(fields, flat, reading) } };
  const facts = factsOf(fields, flat, reading);
  const url = (fields.byRole.get('url') ?? []).flatMap((name) => flat.get(name) ?? []).find(isWebAddress);
  const language = /^([a-z]{2})(?:$|[-_])/i.exec(first('language')?.trim() ?? '')?.[1]?.toLowerCase();
  const outlet = facts.find(({ field }) => field === 'outlet')?.value;
  return {
    fields,
    content: {
      ...body,
      ...(url !== undefined && { url: url.trim() }),
      ...(language !== undefined && { language }),
      ...(outlet !== undefined && { source: outlet }),
      ...(facts.length > 0 && { facts }),
    },
  };
}

/** What the fields of a row or a front matter state of an article whose text stands elsewhere. */
export function factsOfFields(
  values: Readonly<Record<string, unknown>>,
  reading: RecordReading = {},
): Pick<ArticleRecord, 'url' | 'language' | 'source' | 'facts'> {
  const { content } = readFields({ ...values, [placeholder]: 'x' }, { ...reading, textField: placeholder });
  if ('problem' in content) return {};
  const { url, language, source, facts } = content;
  return {
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(source !== undefined && { source }),
    ...(facts && { facts }),
  };
}

const placeholder = '\u0000text';

/** Records of a file have the same few sets of fields: each is looked at once. */
const known = new Map<string, RecognisedFields>();
const knownLimit = 200;
let knownChoices: FieldChoices | undefined;

function recognised(names: readonly string[], choices: FieldChoices | undefined): RecognisedFields {
  if (choices !== knownChoices || known.size >= knownLimit) known.clear();
  knownChoices = choices;
  const key = names.join('\u0000');
  const fields = known.get(key) ?? recogniseFields(names, choices);
  known.set(key, fields);
  return fields;
}

type Flat = ReadonlyMap<string, readonly string[]>;

function bodyOf(
  { byRole }: RecognisedFields,
  flat: Flat,
  textField: string | undefined,
): Pick<ArticleRecord, 'text' | 'markup'> | undefined {
  const names = [...(byRole.get('text') ?? [])];
  if (textField !== undefined && !names.includes(textField)) names.push(textField);
  const text = names.flatMap((name) => flat.get(name)?.join('\n\n') ?? []).find((value) => value !== '');
  const html = (byRole.get('html') ?? []).flatMap((name) => flat.get(name)?.[0] ?? [])[0];
  if (text !== undefined) return isMarkup(text) ? readHtml(text) : { text };
  return html === undefined ? undefined : readHtml(html);
}

/** A text that begins with a tag and holds several is a page or a piece of one. */
function isMarkup(text: string): boolean {
  return (
    /^\s*<(?:!doctype|!--|[a-z][\w-]*[\s>/])/i.test(text) &&
    (text.match(/<\/?(?:p|div|br|span|a|h\d|li|article|body)\b/gi)?.length ?? 0) >= 2
  );
}

const isWebAddress = (value: string): boolean => /^\s*https?:\/\/[^\s/]+/i.test(value);

function factsOf({ byRole, dateParts }: RecognisedFields, flat: Flat, reading: RecordReading): RecordFact[] {
  const facts: RecordFact[] = [];
  const published = (byRole.get('published') ?? []).filter((name) => flat.get(name)?.length);
  const hasBetter = published.some((name) => !isCreationName(name) && flat.get(name)!.some(looksLikeDate));
  for (const [role, field] of factFields) {
    for (const name of byRole.get(role) ?? []) {
      if (role === 'published' && hasBetter && isCreationName(name)) continue;
      for (const value of flat.get(name) ?? []) {
        if (value.length > longestFact || !fits(role, name, value)) continue;
        const order = role === 'published' || role === 'modified' ? reading.dateOrders?.get(name) : undefined;
        facts.push({ field, source: `field:${name}`, value: value.trim(), ...(order && { order }) });
      }
    }
  }
  const joined = dateParts && joinDate(dateParts, flat);
  if (joined) facts.unshift(joined);
  return facts;
}

/** `publication` and `media` are names or days, as it comes: what a value looks like decides between two roles. */
function fits(role: FieldRole, name: string, value: string): boolean {
  if (role === 'outlet')
    return !/^\s*https?:/i.test(value) && !/^\d+$/.test(value.trim()) && !looksLikeDate(value);
  if (role === 'published') return !/publication$|^data$|^pub$/i.test(name) || looksLikeDate(value);
  return role !== 'author' || !/^\s*https?:/i.test(value);
}

/** Anything with a figure in it, or a word of relative time: what cannot be a date is kept out, no more. */
function looksLikeDate(value: string): boolean {
  return /\p{Nd}/u.test(value) && value.length <= 80;
}

function joinDate(parts: NonNullable<RecognisedFields['dateParts']>, flat: Flat): RecordFact | undefined {
  const number = (name: string | undefined): number | undefined => {
    const value = name === undefined ? undefined : flat.get(name)?.[0]?.trim();
    return value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
  };
  const year = number(parts.year);
  if (year === undefined || year < 1000) return undefined;
  const month = number(parts.month);
  const day = number(parts.day);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hasMonth = month !== undefined && month >= 1 && month <= 12;
  const hasDay = hasMonth && day !== undefined && day >= 1 && day <= 31;
  const names = [parts.year, ...(hasMonth ? [parts.month] : []), ...(hasDay ? [parts.day] : [])];
  return {
    field: 'published',
    source: `field:${names.join('+')}`,
    value: `${year}${hasMonth ? `-${two(month)}` : ''}${hasDay ? `-${two(day)}` : ''}`,
  };
}

/** So many names tell somebody which one to choose. */
const namedFields = 12;

function noText({ byRole }: RecognisedFields, flat: Flat, { choices }: RecordReading): Evidence {
  const wanted = choices?.text ?? byRole.get('text') ?? [];
  if (wanted.some((name) => flat.has(name)))
    return { rule: 'textMissing', values: { field: wanted.join(', ') } };
  const names = [...flat.keys()];
  const shown = names.slice(0, namedFields).join(', ');
  return {
    rule: 'noTextField',
    values: { fields: names.length > namedFields ? `${shown}, …` : shown || '–' },
  };
}
