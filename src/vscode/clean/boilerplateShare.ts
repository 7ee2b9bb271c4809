import type { Span } from '../../core/index.ts';
import { formatNumber, type L10n } from '../l10n.ts';

/** Share of the text's characters, white space apart, that stand in the passages, which do not overlap. 0..1. */
export function boilerplateShare(text: string, passages: readonly Span[]): number {
  const all = countInk(text);
  const inside = passages.reduce((sum, { start, end }) => sum + countInk(text.slice(start, end)), 0);
  return all === 0 ? 0 : inside / all;
}

/** A share as a whole number of percent; what is there at all is never 0, and what is not all never 100. */
export function formatPercent(l10n: L10n, share: number): string {
  const percent = share <= 0 ? 0 : share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
  return formatNumber(l10n, percent);
}

function countInk(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}
