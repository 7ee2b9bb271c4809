import type { DatedLine } from './datedLines.ts';
import { evergreenTitle } from './lists/lineCues.ts';

/** What the title says of how its text ages. */
export interface Headline {
  readonly isKnown: boolean;
  /** It opens a guide, a list or a recipe that is kept up to date, rather than news. */
  readonly isGuide: boolean;
  /** Years that it names. */
  readonly years: readonly string[];
}

/** `title` in lower case; undefined when none was found. */
export function readHeadline(title: string | undefined): Headline {
  if (title === undefined) return { isKnown: false, isGuide: false, years: [] };
  const years = title.match(/(?:19|20)\d\d/g) ?? [];
  return { isKnown: true, isGuide: evergreenTitle.test(title), years };
}

/** What the title says of a date as the day of publication. */
export function headlineFeatures({ isGuide, years }: Headline, { cue, date }: DatedLine): string[] {
  const features: string[] = [];
  const isUpdate = cue === 'updated';
  if (isGuide && isUpdate) features.push('guideUpdated');
  if (isGuide && !date.hasTime) features.push('guideUntimed');
  if (isUpdate && !date.hasTime) features.push('updatedUntimed');
  if (years.length > 0) {
    features.push(years.includes(date.value.slice(0, 4)) ? 'titleYearSame' : 'titleYearOther');
  }
  return features;
}
