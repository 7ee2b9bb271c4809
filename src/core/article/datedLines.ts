import type { Boilerplate, BoilerplateKind } from '../clean/passage.ts';
import type { WrittenDate } from './dateGrammar.ts';
import { weekdayOf } from './dateWords.ts';
import { coverReader } from './layout.ts';
import type { Line } from './line.ts';
import {
  captureCount,
  capturedBefore,
  changedAfter,
  dateLabel,
  eventBefore,
  publishedAfter,
  publishedBefore,
  publishedInBefore,
  updatedAfter,
  updatedBefore,
} from './lists/dateCues.ts';

/** What the words before a date say it is. */
export type DateCue = 'published' | 'updated' | 'event' | 'captured' | 'none';

/** A date of the text on its line. */
export interface DatedLine {
  readonly date: WrittenDate;
  readonly lineIndex: number;
  readonly line: Line;
  readonly cue: DateCue;
  /** Offset in the original text at which the words of the cue begin; the date's own start when there is none. */
  readonly quoteStart: number;
  /** The kind of boilerplate in which the date stands. */
  readonly boilerplate?: BoilerplateKind;
  /** Offset in the line's text. */
  readonly at: number;
}

/** Puts the dates, which are in text order, on their lines. */
export function placeDates(
  dates: readonly WrittenDate[],
  lines: readonly Line[],
  boilerplate: readonly Boilerplate[] = [],
): DatedLine[] {
  const placed: DatedLine[] = [];
  const covers = coverReader(boilerplate);
  let i = 0;
  for (const date of dates) {
    while (i < lines.length && (lines[i]?.end ?? 0) <= date.start) i += 1;
    const line = lines[i];
    if (!line || line.start > date.start) continue;
    const at = date.start - line.start;
    const kind = covers(date);
    placed.push({
      date,
      lineIndex: i,
      line,
      at,
      ...cueOf(line, at, date.end - date.start, lines[i - 1]),
      ...(kind && { boilerplate: kind }),
    });
  }
  return placed;
}

/** So far before a date a cue is looked for. */
const cueReach = 60;

function cueOf(
  line: Line,
  at: number,
  length: number,
  previous: Line | undefined,
): { cue: DateCue; quoteStart: number } {
  const tail = line.text.slice(at + length, at + length + cueReach).toLowerCase();
  const from = Math.max(0, at - cueReach);
  const lead = withoutClock(withoutWeekday(line.text.slice(from, at).toLowerCase()));
  const follows = cueAfter(tail);
  if (follows) return { cue: follows, quoteStart: line.start + at };
  if (previous && captureCount.test(previous.lower)) return { cue: 'captured', quoteStart: line.start + at };
  const own = readCue(lead);
  if (own) return { cue: own.cue, quoteStart: line.start + from + own.at };
  // A label may stand on a short line of its own above its date.
  const above =
    lead.trim() === '' && previous && previous.text.length <= 30
      ? (readCue(`${previous.lower} `) ?? labelCue(previous))
      : undefined;
  return { cue: above?.cue ?? 'none', quoteStart: line.start + at };
}

function cueAfter(tail: string): DateCue | undefined {
  if (updatedAfter.test(tail) || changedAfter.test(tail)) return 'updated';
  return publishedAfter.test(tail) ? 'published' : undefined;
}

/** `Date` alone over a date. */
const labelCue = ({ lower }: Line): { cue: DateCue } | undefined =>
  dateLabel.test(lower) ? { cue: 'published' } : undefined;

const cues: readonly (readonly [DateCue, readonly RegExp[]])[] = [
  ['captured', [capturedBefore]],
  ['updated', [updatedBefore]],
  ['published', [publishedBefore, publishedInBefore]],
  ['event', [eventBefore]],
];

function readCue(lead: string): { cue: DateCue; at: number } | undefined {
  if (lead.trim() === '') return undefined;
  for (const [cue, patterns] of cues) {
    for (const pattern of patterns) {
      const match = pattern.exec(lead);
      if (match) return { cue, at: match.index + Math.max(0, match[0].search(/\p{L}/u)) };
    }
  }
  return undefined;
}

const clockTail =
  /\s?\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\s?(?:am|pm|uhr|gmt|utc|bst|cest|cet|e[sd]t|p[sd]t))?,?\s?(?:on |le |du |am )?$/u;

/** "updated20:49, " -> "updated ". */
function withoutClock(lead: string): string {
  const tail = clockTail.exec(lead);
  return tail ? `${lead.slice(0, tail.index)} ` : lead;
}

const weekdayTail = /\s?(\p{L}{3,10})\.?,?\s(?:\d{1,2}[:h.]\d{2}\s?(?:uhr)?,?\s)?$/u;

/** "publié le vendredi " -> "publié le ". */
function withoutWeekday(lead: string): string {
  const tail = weekdayTail.exec(lead);
  return tail && weekdayOf(tail[1] ?? '') !== undefined ? `${lead.slice(0, tail.index)} ` : lead;
}
