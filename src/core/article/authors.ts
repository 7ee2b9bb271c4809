import { isInitials, isPersonName, isRole } from './authorNames.ts';
import { betweenNames, namesEnd, segmentLead, segmentTail } from './lists/bylineCues.ts';
import { bylineLead, handleLead, loneByline, notAName } from './lists/nameCues.ts';
import type { Line } from './line.ts';
import type { Found } from './metadata.ts';
import type { Reading } from './reading.ts';

/** A name found in a line, at its offsets in the original text. */
interface NamedAuthor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Lines around title and body in which a byline is looked for. */
const reachBeforeTitle = 4;
const reachIntoBody = 2;
const reachAfterBody = 3;
const maxLine = 160;

/**
 * Who signed the text, read from the byline zone, the signature under the body, or the lines about its date, which stands
 * at `dateAt` in the original text. Interview partners never count.
 */
export function readAuthors(reading: Reading, dateAt?: number): Found<string>[] {
  const { lines } = reading.layout;
  const [from, to] = bylineZone(reading);
  for (let i = from; i <= to; i += 1) {
    const line = lines[i];
    const names =
      line && isReadable(line) && i !== reading.title?.index
        ? [...namesAfterLead(line), ...namesBelowLead(lines, i)]
        : [];
    if (names.length > 0) return names.map((name) => found(reading, name, 'byline', 0.9));
  }
  return (
    signature(reading) ??
    besideDate(reading) ??
    handleBeforeDate(reading) ??
    aboutDate(reading, dateAt) ??
    aboveRole(reading) ??
    []
  );
}

/** Lines about the date in which a byline may stand, where the title is far off or unknown. */
const datedBylineReach = 3;

/** "By A. Name" near the date of the article, or a name on the line next to it. */
function aboutDate(reading: Reading, dateAt: number | undefined): Found<string>[] | undefined {
  const { lines, traits } = reading.layout;
  const at = dateAt === undefined ? -1 : lines.findIndex(({ end }) => end > dateAt);
  if (at < 0) return undefined;
  for (let i = Math.max(0, at - datedBylineReach); i <= at + datedBylineReach; i += 1) {
    const line = lines[i];
    const names = line && isReadable(line) ? [...namesAfterLead(line), ...namesBelowLead(lines, i)] : [];
    if (names.length > 0) return names.map((name) => found(reading, name, 'byline', 0.8));
  }
  // Whom the text is about stands in its title.
  const apart = [at - 1, at + 1].filter((i) => i !== reading.title?.index && traits.overlap(i) === 0);
  const alone = apart.flatMap((i) => loneName(lines[i]) ?? [])[0];
  return alone && [found(reading, alone, 'nextToDate', 0.65)];
}

/** Lines below the title in which a name may stand above its role. */
const roleReach = 5;

/** A name alone on a line between title and body, with what its bearer is on the next one: "Correspondent in Athens". */
function aboveRole(reading: Reading): Found<string>[] | undefined {
  const { title, layout } = reading;
  if (!title) return undefined;
  const { lines, traits } = layout;
  for (let i = title.index + 1; i <= title.index + roleReach; i += 1) {
    const name = loneName(lines[i]);
    const next = lines[i + 1];
    if (!name || !next || next.isProse) continue;
    if (traits.isButton(i + 1) || (next.text.length <= longestRole && isRole(next.text)))
      return [found(reading, name, 'belowTitle', 0.6)];
  }
  return undefined;
}

const longestRole = 60;

function bylineZone({ layout, title }: Reading): [number, number] {
  const { bodyFirst, lines } = layout;
  const anchor = title?.index ?? Math.max(0, bodyFirst - 6);
  const last = bodyFirst < 0 ? anchor + 6 : Math.max(bodyFirst + reachIntoBody, anchor + 4);
  return [Math.max(0, anchor - reachBeforeTitle), Math.min(lines.length - 1, last, anchor + 40)];
}

const isReadable = (line: Line): boolean =>
  line.boilerplate !== 'ticker' && !line.isJoined && line.text.length <= maxLine;

/** "Par A. Nom et B. Nom | Edition …" -> the names. */
function namesAfterLead(line: Line): NamedAuthor[] {
  const lead = bylineLead.exec(line.text) ?? gluedBy.exec(line.text);
  return lead ? splitNames(line, lead[0].length) : [];
}

/** A dump may lose the blank after the word. */
const gluedBy = /^(?:By|Par|Von|Por)(?=\p{Lu})/u;

/** `By` alone on its line, the names on the next ones. */
function namesBelowLead(lines: readonly Line[], i: number): NamedAuthor[] {
  if (!loneByline.test(lines[i]?.text ?? '')) return [];
  const next = lines[i + 1];
  return next && isReadable(next) ? splitNames(next, 0) : [];
}

function splitNames(line: Line, from: number): NamedAuthor[] {
  const rest = line.text.slice(from);
  const end = namesEnd.exec(rest)?.index ?? rest.length;
  const names: NamedAuthor[] = [];
  let at = 0;
  const zone = rest.slice(0, end);
  const push = (to: number): void => {
    const raw = zone.slice(at, to);
    const name = raw.trim();
    if (isPersonName(name) && !(names.length > 0 && isRole(name))) {
      const start = line.start + from + at + raw.indexOf(name);
      names.push({ name, start, end: start + name.length });
    }
  };
  for (const match of zone.matchAll(betweenNames)) {
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
  for (let i = bodyLast + 1; i < lines.length && i <= bodyLast + reachAfterBody; i += 1) {
    const line = lines[i];
    if (!line || line.boilerplate || !isReadable(line)) return undefined;
    const bare = line.text
      .replace(/^[([–—-]/, '')
      .replace(/[)\]]$/, '')
      .trim();
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

/** Lines of page furniture that may follow the last of an article: behind more, a lone name is a heading of the page. */
const mostBehind = 3;

/** Whether nothing of the article follows but, at most, the line with its date. */
function isLastOfArticle({ layout, dates }: Reading, i: number): boolean {
  if (layout.lines.length - 1 - i > mostBehind) return false;
  const after = layout.lines.slice(i + 1).filter((line) => !line.boilerplate);
  return after.length === 0 || (after.length <= 2 && dates.placed.some(({ lineIndex }) => lineIndex > i));
}

/** Lines after the title in which a dated line may bear the author as well. */
const datedReach = 8;

/** A name on the line of the date, or alone on one of the lines next to it, between title and body. */
function besideDate(reading: Reading): Found<string>[] | undefined {
  const { layout, dates, title } = reading;
  if (!title) return undefined;
  const near = dates.placed.filter(
    ({ lineIndex, line }) =>
      lineIndex >= title.index - reachBeforeTitle &&
      lineIndex <= title.index + datedReach &&
      !line.isProse &&
      isReadable(line),
  );
  const beside = (steps: readonly number[]): NamedAuthor | undefined => {
    for (const { lineIndex } of near) {
      for (const step of steps) {
        const i = lineIndex + step;
        const name = i > title.index && i <= layout.bodyFirst + 1 ? loneName(layout.lines[i]) : undefined;
        if (name) return name;
      }
    }
    return undefined;
  };
  // A name on a line of its own beats one beside the date, where outlets put their own name.
  const alone = beside([-1, 1]);
  if (alone) return [found(reading, alone, 'nextToDate', 0.7)];
  for (const { line, at, date, lineIndex } of near) {
    if (lineIndex < title.index) continue;
    const end = at + date.end - date.start;
    const name = nameIn(line, end, line.text.length) ?? nameIn(line, 0, at);
    if (name) return [found(reading, name, 'besideDate', 0.75)];
  }
  const far = loneName(layout.lines[title.index + 1]) ?? beside([-2, 2]);
  if (far) return [found(reading, far, 'belowTitle', 0.6)];
  return undefined;
}

/**
 * "Posted by inkwell on 4 May", "Eingestellt von krabbe am": whoever wrote it, by any name, where the words say so and a
 * date follows.
 */
function handleBeforeDate(reading: Reading): Found<string>[] | undefined {
  for (const { line, at, boilerplate } of reading.dates.placed) {
    if (boilerplate === 'ticker' || line.isProse || !isReadable(line)) continue;
    const match = handleLead.exec(line.text.slice(0, at));
    const name = match?.[1];
    if (!match || name === undefined || notAName.test(name.toLowerCase())) continue;
    const start = line.start + match.index + match[0].lastIndexOf(name);
    return [found(reading, { name, start, end: start + name.length }, 'byline', 0.75)];
  }
  return undefined;
}

/** A line that is a person's name and nothing else. */
function loneName(line: Line | undefined): NamedAuthor | undefined {
  if (!line || !isReadable(line) || !isPersonName(line.text) || isHeading(line.text)) return undefined;
  return { name: line.text, start: line.start, end: line.end };
}

/** Words in capitals only, of two letters: names of languages and countries. */
const isHeading = (text: string): boolean => text.split(/\s+/).every((word) => word.length <= 3);

const segmentPattern = /[^|•·–—,;/()∙]+/gu;

/** A name and what stands behind it; the pattern of tails must not be run over a line of a hundred thousand blanks. */
const longestSegment = 300;

/** A person's name between two offsets of a line, when one of the parts between bars, dashes and commas is one. */
function nameIn(line: Line, from: number, to: number): NamedAuthor | undefined {
  const zone = line.text.slice(from, to);
  for (const match of zone.matchAll(segmentPattern)) {
    const segment = match[0];
    const lead = segmentLead.exec(segment)?.[0].length ?? 0;
    const name = segment.slice(lead, lead + longestSegment).replace(segmentTail, '');
    if (!isPersonName(name) || isHeading(name)) continue;
    const start = line.start + from + match.index + lead;
    return { name, start, end: start + name.length };
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
