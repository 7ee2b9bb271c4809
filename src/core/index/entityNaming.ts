import type { EntityType } from '../entities/mention.ts';
import { compareCodePoints } from './textOrder.ts';

/** A way a name is written, and how often. */
export interface CountedSurface {
  readonly text: string;
  readonly count: number;
}

/** Surfaces this much rarer than the most frequent one are slips, not names to show. */
const frequentShare = 0.1;

/** Most frequent first, then the longer, then by code point: the same order for the same counts, always. */
export function bySurfaceFrequency(a: CountedSurface, b: CountedSurface): number {
  return b.count - a.count || b.text.length - a.text.length || compareCodePoints(a.text, b.text);
}

/**
 * The name to show: the most frequent surface; of a person the fullest among the frequent ones, since papers write the
 * full name once and the surname many times. `fallback` when there is no surface.
 */
export function displayName(type: EntityType, surfaces: readonly CountedSurface[], fallback: string): string {
  const sorted = [...surfaces].sort(bySurfaceFrequency);
  const first = sorted[0];
  if (!first) return fallback;
  if (type !== 'PER') return first.text;
  let best = first;
  for (const surface of sorted) {
    if (surface.count < first.count * frequentShare) break;
    if (wordCount(surface.text) > wordCount(best.text)) best = surface;
  }
  return best.text;
}

function wordCount(text: string): number {
  return text.split(/[\s-]+/).length;
}
