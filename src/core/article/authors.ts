import { BETWEEN_NAMES, isInitials, isPersonName } from './authorNames.ts';
import { BYLINE_LEAD } from './cueWords.ts';
import type { Line } from './layout.ts';
import type { Found } from './metadata.ts';
import type { Reading } from './reading.ts';

/** A name found in a line, at its offsets in the original text. */
interface NamedAuthor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Lines around title and body in which a byline is looked for. */
const REACH_BEFORE_TITLE = 3;
const REACH_INTO_BODY = 2;
const REACH_AFTER_BODY = 3;
const MAX_LINE = 160;

/** Who signed the text, read from the byline zone or the signature under the body. Interview partners never count. */
export function readAuthors(reading: Reading): Found<string>[] {
  const { lines } = reading.layout;
  const [from, to] = bylineZone(reading);
  for (let i = from; i <= to; i += 1) {
    const line = lines[i];
    const names = line && isReadable(line) && i !== reading.title?.index ? namesAfterLead(line) : [];
    if (names.length > 0) return names.map((name) => found(reading, name, 'byline', 0.9));
  }
  return signature(reading) ?? besideDate(reading) ?? [];
}

function bylineZone({ layout, title }: Reading): [number, number] {
  const { bodyFirst, lines } = layout;
  const anchor = title?.index ?? Math.max(0, bodyFirst - 6);
  const last = bodyFirst < 0 ? anchor + 6 : Math.max(bodyFirst + REACH_INTO_BODY, anchor + 4);
  return [Math.max(0, anchor - REACH_BEFORE_TITLE), Math.min(lines.length - 1, last, anchor + 40)];
}

const isReadable = (line: Line): boolean =>
  line.boilerplate !== 'ticker' && !line.isJoined && line.text.length <= MAX_LINE;

/** "Par A. Nom et B. Nom | Edition …" -> the names. */
function namesAfterLead(line: Line): NamedAuthor[] {
  const lead = BYLINE_LEAD.exec(line.text) ?? GLUED_BY.exec(line.text);
  return lead ? splitNames(line, lead[0].length) : [];
}

/** A dump may lose the blank after the word. */
const GLUED_BY = /^(?:By|Par|Von|Por)(?=\p{Lu})/u;

/** What ends the names of a byline: a bar, a date, an address, a role after a comma, a sentence. */
const NAMES_END =
  /\s[|•·–—-]\s|[|•·:;(@\n]|\s?,?\s?\d|,\s(?:\p{Ll}|le\s|den\s)|\s(?:le|on|am|el|em|in|at|pour|for|avec|with|à|dans|für|bei|aus|vom|updated|published|posted|publié|mis)\s/u;
function splitNames(line: Line, from: number): NamedAuthor[] {
  const rest = line.text.slice(from);
  const end = NAMES_END.exec(rest)?.index ?? rest.length;
  const names: NamedAuthor[] = [];
  let at = 0;
  const zone = rest.slice(0, end);
  const push = (to: number): void => {
    const raw = zone.slice(at, to);
    const name = raw.trim();
    if (isPersonName(name)) {
      const start = line.start + from + at + raw.indexOf(name);
      names.push({ name, start, end: start + name.length });
    }
  };
  for (const match of zone.matchAll(BETWEEN_NAMES)) {
    push(match.index);
    at = match.index + match[0].length;
  }
  push(zone.length);
  return names;
}

/** A name or initials alone on one of the last lines of the article. */
function signature(reading: Reading): Found<string>[] | undefined {
  const { lines, bodyLast } = reading.layout;
  if (bodyLast < 0) return undefined;
  for (let i = bodyLast + 1; i < lines.length && i <= bodyLast + REACH_AFTER_BODY; i += 1) {
    const line = lines[i];
    if (!line || !isReadable(line)) return undefined;
    const bare = /^[(\[–—-]?\s*(.*?)\s*[)\]]?$/.exec(line.text)?.[1] ?? '';
    const start = line.start + line.text.indexOf(bare);
    const named = namesAfterLead(line);
    if (named.length > 0) return named.map((name) => found(reading, name, 'signature', 0.8));
    if (isInitials(bare) || (isPersonName(bare) && bare.length < 40 && isLastOfArticle(reading, i))) {
      if (isPersonName(bare))
        return [found(reading, { name: bare, start, end: start + bare.length }, 'signature', 0.8)];
    }
  }
  return undefined;
}

/** Whether nothing of the article follows but, at most, the line with its date. */
function isLastOfArticle({ layout, dates }: Reading, i: number): boolean {
  const after = layout.lines.slice(i + 1).filter((line) => !line.boilerplate);
  return after.length === 0 || (after.length <= 2 && dates.placed.some(({ lineIndex }) => lineIndex > i));
}

/** A bare name on the line of the date, or on the line above or below it, between title and body. */
function besideDate(reading: Reading): Found<string>[] | undefined {
  const { layout, dates, title } = reading;
  if (!title) return undefined;
  const near = dates.placed.filter(
    ({ lineIndex, line }) => lineIndex > title.index && lineIndex <= title.index + 8 && !line.isProse,
  );
  for (const { line, at, date, lineIndex } of near) {
    for (const [part, offset] of [
      [line.text.slice(0, at), 0],
      [line.text.slice(at + date.end - date.start), at + date.end - date.start],
    ] as const) {
      const bare = part.replace(/^[\s|•·,–—-]+|[\s|•·,–—-]+$/g, '');
      if (isPersonName(bare)) {
        const start = line.start + offset + part.indexOf(bare);
        return [found(reading, { name: bare, start, end: start + bare.length }, 'besideDate', 0.75)];
      }
    }
    for (const step of [-1, 1]) {
      const other = layout.lines[lineIndex + step];
      if (!other || lineIndex + step === title.index || !isReadable(other) || !isPersonName(other.text))
        continue;
      return [found(reading, { name: other.text, start: other.start, end: other.end }, 'besideDate', 0.7)];
    }
  }
  return undefined;
}

function found(
  reading: Reading,
  { name, start, end }: NamedAuthor,
  rule: string,
  confidence: number,
): Found<string> {
  return {
    value: name,
    source: 'text',
    quote: reading.record.text.slice(start, end),
    span: { start, end },
    evidence: { rule },
    confidence,
  };
}
