import { weekdayOf } from './dateWords.ts';
import { publishedInBefore } from './lists/dateCues.ts';
import { homeLabel, notAnOutlet } from './lists/outletCues.ts';
import { outletOfIssue } from './issueLine.ts';
import type { Line } from './line.ts';
import type { Found } from './metadata.ts';
import { aggregators, pressOutlets, type PressOutlet } from './pressOutlets.ts';
import type { Reading } from './reading.ts';
import { isSectionName } from './section.ts';

/** Who served the page, when that is not its outlet: by its address, else by the lines of its template. */
export function readAggregator(reading: Reading): Found<string> | undefined {
  const { host, record, layout } = reading;
  const byHost = aggregators.find(({ domains }) => host !== undefined && isOnDomain(host, domains));
  if (byHost) {
    return {
      value: byHost.name,
      source: 'url',
      quote: record.url ?? '',
      evidence: { rule: 'host' },
      confidence: 0.99,
    };
  }
  const shown = shownMarks(layout.lines);
  for (const aggregator of shown.size === 0 ? [] : aggregators) {
    const marks = aggregator.marks.flatMap((mark) => shown.get(mark) ?? []);
    const first = marks[0];
    if (!first || marks.length < aggregator.minMarks) continue;
    return fromLine(reading, first, aggregator.name, 'aggregatorTemplate', 0.8, { marks: marks.length });
  }
  return undefined;
}

const templateMarks = new Set(aggregators.flatMap(({ marks }) => marks));

/** One look tells whether a line is worth more: hardly any is. */
const anyMark = new RegExp([...templateMarks].map(({ source }) => source).join('|'));

/** The marks of all templates that a text shows, each with its first line. */
function shownMarks(lines: readonly Line[]): ReadonlyMap<RegExp, Line> {
  const shown = new Map<RegExp, Line>();
  for (const line of lines) {
    if (line.text.length > longestMark || !anyMark.test(line.lower)) continue;
    for (const mark of templateMarks) if (!shown.has(mark) && mark.test(line.lower)) shown.set(mark, line);
  }
  return shown;
}

const longestMark = 200;

/** The outlet as the text gives it; the page's own markup comes before this, see `readMetadata`. */
export function readOutlet(
  reading: Reading,
  aggregator: Found<string> | undefined,
  authors: readonly Found<string>[],
  house?: Found<string>,
): Found<string> | undefined {
  return (
    publishedIn(reading) ??
    byAddress(reading, aggregator) ??
    (aggregator ? undefined : house) ??
    byMarks(reading) ??
    byImprint(reading) ??
    byIssue(reading) ??
    byMasthead(reading) ??
    byAgency(reading) ??
    byBreadcrumb(reading) ??
    besideDate(reading, authors)
  );
}

/** "Publié dans X le 3 - 4 - 2019". */
function publishedIn(reading: Reading): Found<string> | undefined {
  for (const { line, at, boilerplate } of reading.dates.placed) {
    if (boilerplate || line.text.length > 160) continue;
    const lead = line.text.slice(0, at);
    const match = publishedInBefore.exec(lead);
    const name = match?.[1]?.trim();
    if (!match || name === undefined || name === '') continue;
    const start = line.start + match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    const quote = reading.record.text.slice(span.start, span.end);
    return { value: name, source: 'text', quote, span, evidence: { rule: 'publishedIn' }, confidence: 0.97 };
  }
  return undefined;
}

function byAddress(
  { host, record }: Reading,
  aggregator: Found<string> | undefined,
): Found<string> | undefined {
  if (host === undefined || aggregator) return undefined;
  const known = pressOutlets.find(({ domains }) => isOnDomain(host, domains));
  if (!known) return undefined;
  return {
    value: known.name,
    source: 'url',
    quote: record.url ?? '',
    evidence: { rule: 'host' },
    confidence: 0.95,
  };
}

const isOnDomain = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** Confidence by the number of independent marks: one alone proves nothing. */
const confidenceByMarks = [0, 0, 0.6, 0.7, 0.8];

const capitalised =
  "(?:(?:The|Le|La|Les|El|L['’])\\s?)?\\p{Lu}[\\p{L}\\d'’&-]*(?:\\.\\p{L}+)*(?:\\s(?:\\p{Lu}[\\p{L}\\d'’&-]*(?:\\.\\p{L}+)*|(?:des|du|de|del|la|le|of|the|and|et|y)(?=\\s\\p{Lu}))){0,4}";
const imprint = new RegExp(
  `(?:©|\\([cC]\\)|[Cc]opyright)\\s*(?:©\\s*)?(?:\\d{4}(?:\\s?[-–]\\s?\\d{4})?[\\s,]*)?(${capitalised})`,
  'u',
);
const mastheadPattern = new RegExp(`^(${capitalised})\\s?[|·•–—,]`, 'u');

/** "© 2019 Name": whoever keeps the rights of the page, when the name stands elsewhere in the text as well. */
function byImprint(reading: Reading): Found<string> | undefined {
  const { lines } = reading.layout;
  for (const line of lines.slice(-endLines)) {
    const match = line.text.length <= 200 ? imprint.exec(line.text) : null;
    const name = match?.[1]?.replace(/\.$/, '');
    if (!match || name === undefined || name.length < 3) continue;
    const isElsewhere = lines.some(
      (other) => other !== line && other.text.length <= 160 && other.text.includes(name),
    );
    if (!isElsewhere) continue;
    return namedIn(reading, line, match.index + match[0].indexOf(name), name, 'imprint', 0.75);
  }
  return undefined;
}

/** Lines round the title in which an issue may be named. */
const issueReach = 4;

/** "Name, no. 812" alone on a line of the header. */
function byIssue(reading: Reading): Found<string> | undefined {
  const { title, layout } = reading;
  const at = title?.index ?? 0;
  for (const line of layout.lines.slice(Math.max(0, at - issueReach), at + issueReach + 1)) {
    const name = line.boilerplate === 'ticker' || line.isProse ? undefined : outletOfIssue(line.text);
    if (name !== undefined) return namedIn(reading, line, 0, name, 'masthead', 0.75);
  }
  return undefined;
}

/** Lines from the top in which a masthead bears name and date. */
const mastheadLines = 3;

/** "Name | Issue 12 | 7 March 2022" above the title. */
function byMasthead(reading: Reading): Found<string> | undefined {
  const { dates, title } = reading;
  for (const { line, lineIndex, boilerplate } of dates.placed) {
    if (lineIndex >= Math.min(mastheadLines, title?.index ?? 0)) return undefined;
    const name =
      boilerplate === 'ticker' || line.text.length > 120 ? undefined : mastheadPattern.exec(line.text)?.[1];
    if (name !== undefined && name.length >= 3 && weekdayOf(name) === undefined && !isSectionName(name))
      return namedIn(reading, line, 0, name, 'masthead', 0.7);
  }
  return undefined;
}

const agencyDateline = /^\p{Lu}[^\n(]{2,40}\((\p{Lu}{2,8})\)\s?[-–—:]/u;

/** `RABAT, 12 mars (ABC) –`: the news agency in the dateline. */
function byAgency(reading: Reading): Found<string> | undefined {
  const { lines, bodyFirst } = reading.layout;
  for (const line of lines.slice(Math.max(0, bodyFirst - 1), bodyFirst + 2)) {
    const match = agencyDateline.exec(line.text.slice(0, 80));
    const name = match?.[1];
    if (match && name !== undefined)
      return namedIn(reading, line, match[0].indexOf(`(${name}`) + 1, name, 'dateline', 0.7);
  }
  return undefined;
}

const breadcrumb = new RegExp(`^(${capitalised})\\s?[>»›]\\s?\\p{Lu}`, 'u');

/** "Name > Economy > Ports" above the title. */
function byBreadcrumb(reading: Reading): Found<string> | undefined {
  const { title, layout } = reading;
  for (const line of layout.lines.slice(0, Math.max(0, Math.min(mastheadLines, title?.index ?? 0)))) {
    const name = line.isJoined ? undefined : breadcrumb.exec(line.text)?.[1];
    if (name !== undefined && !homeLabel.test(name))
      return namedIn(reading, line, 0, name, 'breadcrumb', 0.65);
  }
  return undefined;
}

/** Lines after the title in which the line of the date may bear the outlet's name. */
const headerLines = 8;
const segmentPattern = new RegExp(`(?:^|[|·•–—,]\\s?)(${capitalised})(?=\\s?(?:[|·•–—,]|$))`, 'gu');

/** "Name, 28 September 2018" under the title, when the author is named elsewhere. */
function besideDate(reading: Reading, authors: readonly Found<string>[]): Found<string> | undefined {
  const { dates, title } = reading;
  if (!title) return undefined;
  for (const { line, lineIndex, boilerplate, at, date } of dates.placed) {
    const isHeader = lineIndex > title.index && lineIndex <= title.index + headerLines;
    if (!isHeader || boilerplate === 'ticker' || line.isProse || line.text.length > 120) continue;
    if (
      authors.length === 0 ||
      authors.some(({ span }) => span && span.start >= line.start && span.end <= line.end)
    )
      continue;
    const end = at + date.end - date.start;
    for (const match of line.text.matchAll(segmentPattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      const isOutside = start + name.length <= at || start >= end;
      if (name.length < 3 || !isOutside || notAnOutlet.test(name) || weekdayOf(name) !== undefined) continue;
      if (isSectionName(name)) continue;
      return namedIn(reading, line, start, name, 'besideDate', 0.6);
    }
  }
  return undefined;
}

function namedIn(
  { record }: Reading,
  line: Line,
  at: number,
  value: string,
  rule: string,
  confidence: number,
): Found<string> {
  const span = { start: line.start + at, end: line.start + at + value.length };
  return {
    value,
    source: 'text',
    quote: record.text.slice(span.start, span.end),
    span,
    evidence: { rule },
    confidence,
  };
}

/** A page that does not print its outlet's name may give it away by its banner, edition line and sister titles. */
function byMarks(reading: Reading): Found<string> | undefined {
  const ends = endsOf(reading);
  let best: { outlet: PressOutlet; lines: Line[] } | undefined;
  for (const outlet of markedOutlets) {
    const lines = marksOf(ends, outlet);
    if (lines.length > (best?.lines.length ?? 1)) best = { outlet, lines };
  }
  const first = best?.lines[0];
  if (!best || !first) return undefined;
  const marks = best.lines.length;
  const confidence = confidenceByMarks[Math.min(marks, confidenceByMarks.length - 1)] ?? 0;
  return fromLine(reading, first, best.outlet.name, 'outletMarks', confidence, { marks });
}

const markedOutlets = pressOutlets.filter(
  ({ banner, editionLine, sisters }) => banner ?? editionLine ?? sisters,
);

/** Lines far from both ends are the article's own. */
const endLines = 25;

interface PageEnds {
  readonly head: readonly Line[];
  /** Lines of the head that are the name of a file. */
  readonly banners: readonly Line[];
  readonly tail: readonly { readonly line: Line; readonly name: string }[];
}

function endsOf({ layout: { lines, bodyFirst } }: Reading): PageEnds {
  const head = lines.slice(0, Math.max(3, Math.min(endLines, bodyFirst)));
  return {
    head,
    banners: head.filter(({ lower }) => /^[\p{L}\d]+(?:[_-][\p{L}\d]+)+(?:\.\w+)?$/u.test(lower)),
    tail: lines.slice(-endLines).map((line) => ({ line, name: line.lower.replace(/^[\s•*·–-]+/, '') })),
  };
}

function marksOf({ head, banners, tail }: PageEnds, outlet: PressOutlet): Line[] {
  const { banner, editionLine, sisters = [] } = outlet;
  const marks: Line[] = [];
  const bannerLine = banner && banners.find(({ lower }) => banner.test(lower));
  if (bannerLine) marks.push(bannerLine);
  const edition = editionLine && head.find(({ lower }) => lower.length < 160 && editionLine.test(lower));
  if (edition) marks.push(edition);
  const named = tail.filter(({ name }) => sisters.includes(name));
  // Two titles of one house side by side: one alone may be the subject of the article.
  if (named.length >= 2) marks.push(...named.slice(0, 2).map(({ line }) => line));
  return marks;
}

function fromLine(
  { record }: Reading,
  { start, end }: Line,
  value: string,
  rule: string,
  confidence: number,
  values: Record<string, number>,
): Found<string> {
  const span = { start, end };
  return {
    value,
    source: 'text',
    quote: record.text.slice(start, end),
    span,
    evidence: { rule, values },
    confidence,
  };
}
