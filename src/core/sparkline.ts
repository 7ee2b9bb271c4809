import { englishCardLanguage, say, type CardLanguage } from './card/messages.ts';

/** A small picture with the sentence that says the same. */
export interface Sparkline {
  /** A complete SVG document without script, style sheet or outside reference. */
  readonly svg: string;
  /** E.g. "2004–2025, most in 2016 (38 articles)". */
  readonly alt: string;
}

/** Articles of one year. */
export interface YearCount {
  /** `YYYY`. */
  readonly year: string;
  readonly articles: number;
}

/** Contrast 3.9 or more on white and on the dark themes' hover background (#252526): the best one tone can do on both. */
const tone = '#4080d0';
const chartWidth = 168;
const barsHeight = 22;
const labelHeight = 12;
const widestBar = 14;

/**
 * Bars of articles by year from the first to the last year, a gap for a year without any, both ends labelled. Years in
 * any order; counts below 1 and years that are not four digits are left out. `undefined` when nothing is left.
 */
export function renderSparkline(
  years: readonly YearCount[],
  language: CardLanguage = englishCardLanguage,
): Sparkline | undefined {
  const known = years.filter(({ year, articles }) => /^\d{4}$/.test(year) && articles >= 1);
  if (known.length === 0) return undefined;
  const sorted = [...known].sort((a, b) => Number(a.year) - Number(b.year));
  const alt = describeYears(sorted, language);
  return { svg: draw(sorted, alt), alt };
}

function describeYears(sorted: readonly YearCount[], language: CardLanguage): string {
  const busiest = sorted.reduce((best, next) => (next.articles > best.articles ? next : best));
  const [first, last] = [sorted[0]!.year, sorted.at(-1)!.year];
  if (first === last) return say(language, 'oneYear', { year: first }, busiest.articles);
  return say(language, 'yearRange', {
    first,
    last,
    busiest: say(language, 'busiestYear', { year: busiest.year }, busiest.articles),
  });
}

function draw(sorted: readonly YearCount[], alt: string): string {
  const [first, last] = [Number(sorted[0]!.year), Number(sorted.at(-1)!.year)];
  const step = Math.min(widestBar, chartWidth / (last - first + 1));
  const barWidth = step > 3 ? step - 1 : step;
  const most = Math.max(...sorted.map(({ articles }) => articles));
  const bars = sorted.map(({ year, articles }) => {
    // One article among thousands is still seen.
    const height = Math.max(1.5, (articles / most) * barsHeight);
    return `M${short((Number(year) - first) * step)} ${barsHeight}v-${short(height)}h${short(barWidth)}V${barsHeight}z`;
  });
  const width = Math.max(step * (last - first + 1), first === last ? 24 : 60);
  return svgOf(bars.join(''), Math.ceil(width), alt, labelsOf(first, last, Math.ceil(width)));
}

function labelsOf(first: number, last: number, width: number): string {
  const y = barsHeight + labelHeight - 2;
  const start = `<text x="0" y="${y}">${first}</text>`;
  return first === last ? start : `${start}<text x="${width}" y="${y}" text-anchor="end">${last}</text>`;
}

function svgOf(path: string, width: number, alt: string, labels: string): string {
  const height = barsHeight + labelHeight;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" fill="${tone}" font-family="sans-serif" font-size="10"><title>${escapeXml(alt)}</title>` +
    `<path d="${path}"/>${labels}</svg>`
  );
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}
