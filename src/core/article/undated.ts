import type { Boilerplate } from '../clean/passage.ts';
import type { Found, UndatedReason } from './metadata.ts';
import type { Reading } from './reading.ts';
import { coverReader } from './layout.ts';
import { futureNear, pastNear, sinceBefore, yearLead } from './lists/tenseCues.ts';

interface PastEvent {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly rule: 'sinceInBody' | 'pastEventInBody';
}

/** How sure it is that the text is later than an event told so. */
const confidence = { sinceInBody: 0.95, pastEventInBody: 0.85 };

/** Why no date is given, and the earliest day on which the text can have been written. */
export function explainUndated(
  reading: Reading,
  boilerplate: readonly Boilerplate[],
): { undatedReason: UndatedReason; notBefore?: Found<string> } {
  const events = pastEvents(reading, boilerplate);
  const hasEvents =
    events.length > 0 || reading.dates.placed.some(({ boilerplate: kind, line }) => !kind && line.isProse);
  const latest = events.reduce<PastEvent | undefined>(
    (best, event) => (!best || isLater(event, best) ? event : best),
    undefined,
  );
  if (!latest) return { undatedReason: hasEvents ? 'onlyEventDates' : 'noDate' };
  const span = { start: latest.start, end: latest.end };
  return {
    undatedReason: 'onlyEventDates',
    notBefore: {
      value: latest.value,
      source: 'text',
      quote: reading.record.text.slice(span.start, span.end),
      span,
      evidence: { rule: latest.rule },
      confidence: confidence[latest.rule],
    },
  };
}

/** Compares by the first day that a value can mean; of equal ones the finer. */
function isLater(a: PastEvent, b: PastEvent): boolean {
  const pad = (value: string): string => value + '-01-01'.slice(value.length - 4);
  return pad(a.value) > pad(b.value) || (pad(a.value) === pad(b.value) && a.value.length > b.value.length);
}

const yearPattern = /(?<![\d/.,-]|\d\s)(?:19|20)\d\d(?![\d/%]|[.,-]\d)/g;

function pastEvents({ record, layout, dates }: Reading, boilerplate: readonly Boilerplate[]): PastEvent[] {
  const { text } = record;
  const events: PastEvent[] = [];
  for (const { date, line, boilerplate: kind } of dates.placed) {
    if (kind || !line.isProse || date.alternative !== undefined) continue;
    const event = judge(text, date.start, date.end, date.value, line.start, line.end);
    if (event) events.push(event);
  }
  const covers = coverReader(boilerplate);
  for (let i = Math.max(0, layout.bodyFirst); i <= layout.bodyLast; i += 1) {
    const line = layout.lines[i];
    if (!line?.isProse || line.boilerplate) continue;
    for (const match of line.text.matchAll(yearPattern)) {
      const start = line.start + match.index;
      const span = { start, end: start + match[0].length };
      if (covers(span) || !yearLead.test(line.text.slice(Math.max(0, match.index - 12), match.index)))
        continue;
      const event = judge(text, span.start, span.end, match[0], line.start, line.end);
      if (event) events.push(event);
    }
  }
  return events;
}

/** So far around a date its sentence is searched for the tense. */
const reach = 160;

function judge(
  text: string,
  start: number,
  end: number,
  value: string,
  lineStart: number,
  lineEnd: number,
): PastEvent | undefined {
  const before = text.slice(Math.max(lineStart, start - reach), start);
  const after = text.slice(end, Math.min(lineEnd, end + reach));
  const lead = (/[^.!?…;]*$/.exec(before)?.[0] ?? '').toLowerCase();
  const tail = (/^[^.!?…;]*/.exec(after)?.[0] ?? '').toLowerCase();
  if (futureNear.test(lead) || futureNear.test(tail)) return undefined;
  const since = sinceBefore.exec(lead);
  if (since) return { value, start: start - since[0].trimStart().length, end, rule: 'sinceInBody' };
  if (!pastNear.test(lead) && !pastNear.test(tail)) return undefined;
  return { value, start, end, rule: 'pastEventInBody' };
}
