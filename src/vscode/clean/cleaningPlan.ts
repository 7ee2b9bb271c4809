import { isSure, type ArticleAnalysis, type Boilerplate } from '../../core/index.ts';

export type ReviewSetting = 'always' | 'whenUnsure' | 'never';

/** What Clean Boilerplate is to do with an article. */
export type CleaningPlan =
  | { readonly kind: 'nothing' }
  /** Every passage found is doubtful, and the user wants no review. */
  | { readonly kind: 'nothingSure'; readonly doubtful: number }
  | { readonly kind: 'review'; readonly passages: readonly Boilerplate[] }
  | {
      readonly kind: 'remove';
      readonly passages: readonly Boilerplate[];
      /** Doubtful passages that stay. */
      readonly kept: number;
      /** Share of the text's characters, white space apart, that is left, 0..1. */
      readonly leaves: number;
    };

/** A cleaning that leaves less of the text than this is asked about first: an article seldom has so little in it. */
export const leastLeft = 0.15;

export function planCleaning({ text, boilerplate }: ArticleAnalysis, review: ReviewSetting): CleaningPlan {
  const sure = boilerplate.filter(isSure);
  if (boilerplate.length === 0) return { kind: 'nothing' };
  const doubtful = boilerplate.length - sure.length;
  if (review === 'always' || (review === 'whenUnsure' && doubtful > 0))
    return { kind: 'review', passages: boilerplate };
  if (sure.length === 0) return { kind: 'nothingSure', doubtful };
  return { kind: 'remove', passages: sure, kept: doubtful, leaves: shareLeft(text, sure) };
}

function shareLeft(text: string, passages: readonly Boilerplate[]): number {
  const all = countInk(text);
  const gone = passages.reduce((sum, { start, end }) => sum + countInk(text.slice(start, end)), 0);
  return all === 0 ? 1 : 1 - gone / all;
}

function countInk(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}
