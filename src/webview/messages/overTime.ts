/** What the Over Time view shows, in words of the user's language: the page in it only draws. */
export interface OverTimeChart {
  /** What is counted: "Articles by year". */
  readonly title: string;
  /** Names of what is compared; a single one has no legend. */
  readonly series: readonly string[];
  readonly periods: readonly ChartPeriod[];
  /** A filter picks these out. */
  readonly isNarrowed: boolean;
  /** Articles without a date: what the button says, or nothing. */
  readonly undated: { readonly label: string; readonly isChosen: boolean } | undefined;
  readonly empty: string;
  readonly periodHeading: string;
}

export interface ChartPeriod {
  /** `YYYY` or `YYYY-MM`. */
  readonly period: string;
  /** Below the bars; empty where there is no room for one. */
  readonly tick: string;
  /** For screen readers and as a tooltip: "May 2016: 38 articles". */
  readonly spoken: string;
  /** One number for each of the series. */
  readonly values: readonly number[];
  readonly isChosen: boolean;
}

export type ToOverTime = { readonly kind: 'show'; readonly chart: OverTimeChart };

export type FromOverTime =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly period: string }
  | { readonly kind: 'chooseUndated' }
  | { readonly kind: 'clear' };

/** What came from the page, if it is one of its messages. */
export function fromOverTime(value: unknown): FromOverTime | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, period } = value;
  if (kind === 'ready' || kind === 'clear' || kind === 'chooseUndated') return { kind };
  const isPeriod = typeof period === 'string' && /^\d{4}(-\d{2})?$/.test(period);
  return kind === 'choose' && isPeriod ? { kind, period } : undefined;
}

/** What came from the extension, if it is a chart. */
export function toOverTime(value: unknown): ToOverTime | undefined {
  if (!isRecord(value) || value['kind'] !== 'show' || !isRecord(value['chart'])) return undefined;
  const { title, series, periods } = value['chart'];
  const isChart = typeof title === 'string' && Array.isArray(series) && Array.isArray(periods);
  return isChart && periods.every(isPeriodOfChart) ? (value as unknown as ToOverTime) : undefined;
}

function isPeriodOfChart(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { period, tick, spoken, values } = value;
  return (
    [period, tick, spoken].every((text) => typeof text === 'string') &&
    Array.isArray(values) &&
    values.every((number) => Number.isFinite(number))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
