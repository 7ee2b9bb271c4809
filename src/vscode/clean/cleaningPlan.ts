import {
  cleaningRefusal,
  isSure,
  type ArticleAnalysis,
  type Boilerplate,
  type Evidence,
} from '../../core/index.ts';

export type ReviewSetting = 'always' | 'whenUnsure' | 'never';

export interface PlanOptions {
  readonly review: ReviewSetting;
  /** Percent of the words that must be left. */
  readonly floorPercent: number;
  /** The user said what to clean: selected it, or said that it is an article all the same. */
  readonly isInsisted?: boolean;
}

/** What Clean Boilerplate is to do with an article. */
export type CleaningPlan =
  | { readonly kind: 'nothing' }
  /** Every passage found is doubtful, and the user wants no review. */
  | { readonly kind: 'nothingSure'; readonly doubtful: number }
  /** Not without asking, for this reason. */
  | { readonly kind: 'refuse'; readonly evidence: Evidence }
  | { readonly kind: 'review' }
  | {
      readonly kind: 'remove';
      readonly passages: readonly Boilerplate[];
      /** Doubtful passages that stay. */
      readonly kept: number;
    };

export function planCleaning(
  { text, boilerplate }: Pick<ArticleAnalysis, 'text' | 'boilerplate'>,
  { review, floorPercent, isInsisted = false }: PlanOptions,
): CleaningPlan {
  const sure = boilerplate.filter(isSure);
  const doubtful = boilerplate.length - sure.length;
  const isReviewed = review === 'always' || (review === 'whenUnsure' && doubtful > 0);
  // Who looks at every passage sees what would be left.
  const evidence = isInsisted ? undefined : cleaningRefusal(text, isReviewed ? [] : sure, { floorPercent });
  if (evidence !== undefined) return { kind: 'refuse', evidence };
  if (boilerplate.length === 0) return { kind: 'nothing' };
  if (isReviewed) return { kind: 'review' };
  if (sure.length === 0) return { kind: 'nothingSure', doubtful };
  return { kind: 'remove', passages: sure, kept: doubtful };
}
