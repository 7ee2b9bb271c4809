import { cast, everydayNames } from './cast.ts';
import { furnish, type Furniture } from './furniture.ts';
import { type Marked, plainTypography, readMarkup } from './markup.ts';

/** One article as `labels.jsonl` has it; offsets count UTF-16 code units of the decoded text without BOM. */
export interface ArticleLabels {
  /** Relative to `sample-corpus`, with `/`. */
  readonly file: string;
  readonly encoding: SampleEncoding;
  /** The layouts of the bible that this article shows. */
  readonly layouts: readonly string[];
  readonly metadata: MetadataLabels;
  readonly passages: readonly (readonly [start: number, end: number, kind: string])[];
  readonly mentions: Marked['mentions'];
}

export interface MetadataLabels {
  readonly title: string | null;
  readonly date: string | null;
  readonly precision: 'day' | 'month' | 'year' | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly aggregator: string | null;
  readonly section: string | null;
  readonly lang: string;
  readonly undatedReason: 'noDate' | 'onlyEventDates' | null;
  readonly notBefore: string | null;
}

export type SampleEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

export interface CompiledArticle {
  readonly labels: ArticleLabels;
  readonly text: string;
}

/** Compiles one annotated source; throws, naming what is wrong, when the source contradicts the cast or itself. */
export function compileArticle(source: string, furniture: Furniture): CompiledArticle {
  const split = source.indexOf('\n---\n');
  if (split < 0) throw new Error('no head');
  const head = readHead(source.slice(0, split));
  const body = typeset(furnish(source.slice(split + 5), furniture), head);
  const marked = readMarkup(head.eol === 'crlf' ? body.replaceAll('\n', '\r\n') : body);
  checkNothingForgotten(
    marked,
    (head.unmarked ?? '').split(';').map((name) => name.trim()),
  );
  return {
    text: marked.text,
    labels: {
      file: required(head, 'file'),
      encoding: (head.encoding ?? 'utf-8') as SampleEncoding,
      layouts: required(head, 'layout').split(/\s*,\s*/),
      metadata: readMetadata(head, marked),
      passages: marked.passages.map(({ start, end, kind }) => [start, end, kind] as const),
      mentions: marked.mentions,
    },
  };
}

type Head = Readonly<Partial<Record<string, string>>>;

function readHead(text: string): Head {
  return Object.fromEntries(
    text.split('\n').map((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) throw new Error(`no colon in the head line "${line}"`);
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function required(head: Head, key: string): string {
  const value = head[key];
  if (!value) throw new Error(`the head has no ${key}`);
  return value;
}

/** `typography: curly` bends the apostrophes, `nbsp` puts non-breaking spaces where French wants them. */
function typeset(text: string, head: Head): string {
  const style = head.typography ?? '';
  const bent = style.includes('curly') ? text.replace(/(?<=\p{L})'/gu, '’') : text;
  if (!style.includes('nbsp')) return bent;
  return bent.replace(/ (?=[:;?!»%])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

function readMetadata(head: Head, { text, passages }: Marked): MetadataLabels {
  const title = passages.find(({ kind }) => kind === 'title');
  const date = head.date ?? null;
  const undated = head.undated ?? null;
  if ((date === null) === (undated === null)) throw new Error('either a date or a reason for having none');
  return {
    title: title ? text.slice(title.start, title.end) : null,
    date,
    precision: date === null ? null : precisions[date.length as keyof typeof precisions],
    authors: head.authors ? head.authors.split(/\s*;\s*/) : [],
    outlet: head.outlet ?? null,
    aggregator: head.aggregator ?? null,
    section: head.section ?? null,
    lang: head.lang ?? 'fr',
    undatedReason: undated as MetadataLabels['undatedReason'],
    notBefore: head.notBefore ?? null,
  };
}

const articleParts = new Set(['title', 'byline', 'dateline']);

const allNames = Object.values(cast)
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .filter((name) => !everydayNames.has(name))
  .map((name) => plainTypography(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .sort((a, b) => b.length - a.length);

const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${allNames.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** A name of the cast that stands unmarked in the article is a forgotten label; one in boilerplate must not be marked. */
function checkNothingForgotten({ text, passages, mentions }: Marked, excused: readonly string[]): void {
  const boilerplate = passages.filter(({ kind }) => !articleParts.has(kind));
  const inside = (spans: readonly { start: number; end: number }[], at: number, to: number): boolean =>
    spans.some(({ start, end }) => start < to && at < end);
  for (const { start, end } of mentions) {
    if (inside(boilerplate, start, end)) throw new Error(`label in boilerplate: ${text.slice(start, end)}`);
  }
  for (const match of plainTypography(text).matchAll(anyName)) {
    const end = match.index + match[0].length;
    if (inside(mentions, match.index, end) || inside(boilerplate, match.index, end)) continue;
    if (!excused.includes(match[0])) {
      throw new Error(`unlabelled "${match[0]}" in "…${text.slice(match.index - 30, end + 20)}…"`);
    }
  }
}
