import type { BoilerplateKind } from '../clean/passage.ts';
import type { Evidence } from '../evidence.ts';
import { choiceProbabilities, scoreOf, type Weights } from './conditionalLogit.ts';
import { dateFeatures, isCalendarDay, isDateline, isExcluded, type DateContext } from './dateFeatures.ts';
import type { DatedLine } from './datedLines.ts';
import type { FoundDate, RejectedDate } from './metadata.ts';
import { readingWeights } from './readingWeights.ts';
import { skeletonOf, type SlotEvidence } from './slotSurvey.ts';

/** A day of the text with the probability that the article was published on it. */
export interface DayChoice {
  readonly value: string;
  readonly best: DatedLine;
  readonly confidence: number;
  /** Articles of the outlet that show a date in the same slot; 0 when the slot is not known. */
  readonly slotArticles: number;
}

/** Log-odds that a learnt slot adds: three articles with varying dates in one line skeleton are near proof. */
const slotBonus = 4;

/** A weekday that is not that of the date: one of the two is wrong. Too rare in the labelled pages to be learnt. */
const wrongWeekday = -1.5;

/** All days that the text may have been published on, the likeliest first. */
export function rankDays(
  context: DateContext,
  slots: SlotEvidence | undefined,
  notAfter?: string,
  weights: Weights = readingWeights.date,
): DayChoice[] {
  const repeated = new Set(slots?.repeatedDates);
  const open = context.placed
    .map((candidate, n) => ({ candidate, n, slotArticles: slotArticlesOf(candidate, slots) }))
    .filter(
      ({ candidate }) =>
        !isExcluded(candidate) && !(repeated.has(candidate.date.value) && !saysOwnDay(context, candidate)),
    )
    .filter(({ candidate }) => !isCalendarDay(context, candidate))
    .filter(({ candidate }) => notAfter === undefined || candidate.date.value <= notAfter);
  const scores = open.map(
    ({ candidate, n, slotArticles }) =>
      scoreOf(dateFeatures(context, n), weights) +
      (slotArticles > 0 ? slotBonus : 0) +
      (candidate.date.weekday === 'wrong' ? wrongWeekday : 0),
  );
  const probabilities = choiceProbabilities(scores);
  const byValue = new Map<string, DayChoice & { readonly own: number }>();
  open.forEach(({ candidate, slotArticles }, i) => {
    const own = probabilities[i] ?? 0;
    const known = byValue.get(candidate.date.value);
    const lead =
      known && known.own >= own ? known : { value: candidate.date.value, best: candidate, own, slotArticles };
    byValue.set(candidate.date.value, { ...lead, confidence: (known?.confidence ?? 0) + own });
  });
  return [...byValue.values()].sort((a, b) => b.confidence - a.confidence);
}

/** Lines below the title in which an article says its day. */
const ownDayReach = 6;

/**
 * Whether a day that many articles of the outlet show is said to be that of the text, by words ("Published …") or by the place
 * before it, below the title: a corpus may be of one day. A page says which day it is today without either.
 */
function saysOwnDay(
  { titleIndex, layout }: DateContext,
  { line, lineIndex, at, date, cue, boilerplate }: DatedLine,
): boolean {
  if (boilerplate || lineIndex > Math.max(layout.bodyFirst, titleIndex + ownDayReach)) return false;
  if (cue === 'published') return true;
  // A weekday would be read as the place.
  const isAlone = date.weekday === undefined && at + date.end - date.start >= line.text.length;
  return cue === 'none' && titleIndex >= 0 && lineIndex > titleIndex && isDateline(line, at, isAlone);
}

function slotArticlesOf(candidate: DatedLine, slots: SlotEvidence | undefined): number {
  if (!slots || slots.skeletons.length === 0 || candidate.line.text.length > 220) return 0;
  const { line, at, date } = candidate;
  const skeleton = skeletonOf(line.text, at, at + date.end - date.start);
  return slots.skeletons.find((slot) => slot.skeleton === skeleton)?.articles ?? 0;
}

/** The chosen day as metadata: its quote runs from the words that say what it is to the end of the date. */
export function foundDay(choice: DayChoice, text: string): FoundDate {
  const { best } = choice;
  const span = { start: best.quoteStart, end: best.date.end };
  return {
    value: choice.value,
    precision: 'day',
    source: 'text',
    quote: text.slice(span.start, span.end),
    span,
    evidence: evidenceOf(choice),
    confidence: choice.confidence,
  };
}

function evidenceOf({ best, slotArticles }: DayChoice): Evidence {
  if (slotArticles > 0) return { rule: 'outletSlot', values: { articles: slotArticles } };
  if (best.cue === 'published') return { rule: 'publicationCue' };
  if (isDateline(best.line, best.at)) return { rule: 'dateline' };
  return { rule: best.cue === 'updated' ? 'updateCue' : 'bylineZone' };
}

/** At most so many rejected dates are told: a page of listings has hundreds. */
const maxRejected = 24;

const inBoilerplate: Readonly<Record<BoilerplateKind, string>> = {
  ticker: 'inTicker',
  navigation: 'inNavigation',
  teaser: 'inTeaser',
  share: 'inShareBar',
  notice: 'inNotice',
  crossLink: 'inCrossLink',
  sectionLabel: 'inSectionLabel',
  legal: 'inLegal',
};

/** The dates of the text that were not taken, each once, with the reason. */
export function rejectedDates(
  text: string,
  context: DateContext,
  taken: string | undefined,
  slots: SlotEvidence | undefined,
  notAfter?: string,
): RejectedDate[] {
  const repeated = new Set(slots?.repeatedDates);
  const rejected = new Map<string, RejectedDate>();
  for (const candidate of context.placed) {
    const { date } = candidate;
    if (date.value === taken || rejected.size >= maxRejected) continue;
    const rule =
      notAfter !== undefined && date.value > notAfter
        ? 'inFuture'
        : repeated.has(date.value)
          ? 'sameInManyArticles'
          : reasonAgainst(context, candidate);
    const key = `${date.value} ${rule}`;
    if (rejected.has(key)) continue;
    rejected.set(key, {
      value: date.value,
      quote: text.slice(date.start, date.end),
      span: { start: date.start, end: date.end },
      evidence: {
        rule,
        ...(date.alternative !== undefined && { values: { otherReading: date.alternative } }),
      },
    });
  }
  return [...rejected.values()];
}

/** Words, a full stop and no label: it tells of something. */
const isSentence = (text: string): boolean =>
  text.length >= 40 && /\s\p{Ll}+\s\p{Ll}+\s[^\n]*[.!?…]$/u.test(text);

function reasonAgainst(context: DateContext, candidate: DatedLine): string {
  const { layout, relatedFrom } = context;
  const { boilerplate, line, cue, date, lineIndex } = candidate;
  if (boilerplate) return inBoilerplate[boilerplate];
  if (line.isJoined) return 'inTicker';
  if (date.alternative !== undefined) return 'openDayMonthOrder';
  if (isCalendarDay(context, candidate)) return 'dayOfWeatherOrAgenda';
  if (cue === 'updated') return 'dateOfUpdate';
  if (cue === 'captured') return 'dateOfCapture';
  if (lineIndex >= relatedFrom && lineIndex > layout.bodyFirst) return 'otherArticle';
  if (cue === 'event' || line.isProse || isSentence(line.text)) return 'eventInBody';
  return 'notByTheTitle';
}
