import type { BoilerplateKind } from '../clean/passage.ts';
import { lostCharacters, lostShare, type ArticleLoss } from './articleLoss.ts';
import { ShareHistogram } from './shareHistogram.ts';

/** What some articles lost together. Characters are UTF-16 code units of the originals. */
export interface LossSum {
  readonly articles: number;
  /** Of them, those that lost something; those left as they are, against what the finder says. */
  readonly cleaned: number;
  readonly refused: number;
  readonly characters: number;
  readonly lost: number;
}

/** What the articles of an outlet lost. `outlet` is `''` where none is known. */
export interface OutletLoss extends LossSum {
  readonly outlet: string;
  /** Of the shares that its articles lost, 0..1; those left as they are do not count. */
  readonly median: number;
  /** Most characters first. */
  readonly kinds: readonly { readonly kind: BoilerplateKind; readonly characters: number }[];
}

/** What went as passages of one kind. */
export interface KindLoss {
  readonly kind: BoilerplateKind;
  readonly passages: number;
  readonly articles: number;
  readonly characters: number;
}

/** How far an article's loss is from what is usual among pages like it. */
export interface Unusualness {
  /** Share, 0..1, that such a page loses in the middle. */
  readonly median: number;
  /** Robust standard deviations above the median. */
  readonly deviation: number;
  readonly isUnusual: boolean;
}

/** Fewer articles say nothing of what is usual among them. */
export const fewestAlike = 8;

/**
 * From this modified z-score on a value is an outlier: Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993).
 */
export const unusualDeviation = 3.5;

/** Where all articles of an outlet lose nearly the same, half a percent more would be many deviations. */
export const leastSpread = 0.03;

/** The standard deviation of a normal distribution, in median absolute deviations. */
const deviationsPerMad = 1.4826;

/**
 * Sums what articles lost, one at a time in any order; holds a histogram for each outlet and no article. Shares are
 * counted to a tenth of a percent.
 */
export class LossTotals {
  private readonly outlets = new Map<string, Sums>();
  private readonly sources = new Map<string, ShareHistogram>();
  private readonly all = new Sums();
  private readonly kinds = new Map<
    BoilerplateKind,
    { passages: number; articles: number; characters: number }
  >();
  private doubtfulCount = 0;
  private doubtfulArticleCount = 0;

  add(loss: ArticleLoss): void {
    const outlet = loss.outlet ?? '';
    let sums = this.outlets.get(outlet);
    if (!sums) this.outlets.set(outlet, (sums = new Sums()));
    sums.add(loss);
    this.all.add(loss);
    this.addToSource(loss);
    this.doubtfulCount += loss.doubtful;
    if (loss.doubtful > 0) this.doubtfulArticleCount++;
    if (loss.refusal === undefined) this.addKinds(loss);
  }

  /** All articles together. */
  get total(): LossSum {
    return this.all.sum;
  }

  /** Doubtful passages that stayed, and the articles they stand in. */
  get doubtful(): { readonly passages: number; readonly articles: number } {
    return { passages: this.doubtfulCount, articles: this.doubtfulArticleCount };
  }

  /** Most lost characters first, then by name. */
  byOutlet(): readonly OutletLoss[] {
    return [...this.outlets]
      .map(([outlet, sums]) => ({
        outlet,
        ...sums.sum,
        median: sums.shares.median(),
        kinds: [...sums.kinds]
          .map(([kind, characters]) => ({ kind, characters }))
          .sort((a, b) => b.characters - a.characters),
      }))
      .sort((a, b) => b.lost - a.lost || (a.outlet < b.outlet ? -1 : 1));
  }

  /** Most characters first. */
  byKind(): readonly KindLoss[] {
    return [...this.kinds]
      .map(([kind, counts]) => ({ kind, ...counts }))
      .sort((a, b) => b.characters - a.characters);
  }

  /**
   * How unusual a loss is: among the articles of its folder or site, which have one layout; else of its outlet, else of
   * the corpus, where the others are too few.
   */
  unusualness(loss: ArticleLoss): Unusualness {
    const alike = [
      loss.source === undefined ? undefined : this.sources.get(loss.source),
      loss.outlet === undefined ? undefined : this.outlets.get(loss.outlet)?.shares,
    ];
    const usual = alike.find((shares) => (shares?.count ?? 0) >= fewestAlike) ?? this.all.shares;
    const median = usual.median();
    const spread = Math.max(leastSpread, deviationsPerMad * usual.medianDistance());
    const deviation = loss.refusal === undefined ? (lostShare(loss) - median) / spread : 0;
    // Nothing is unusual among so few.
    const isUnusual = deviation >= unusualDeviation && usual.count >= fewestAlike;
    return { median, deviation, isUnusual };
  }

  private addToSource(loss: ArticleLoss): void {
    if (loss.source === undefined || loss.refusal !== undefined) return;
    let shares = this.sources.get(loss.source);
    if (!shares) this.sources.set(loss.source, (shares = new ShareHistogram()));
    shares.add(lostShare(loss));
  }

  private addKinds({ removed }: ArticleLoss): void {
    for (const { kind, start, end } of removed) {
      const counts = this.kinds.get(kind) ?? { passages: 0, articles: 0, characters: 0 };
      counts.passages++;
      counts.characters += end - start;
      this.kinds.set(kind, counts);
    }
    for (const kind of new Set(removed.map((passage) => passage.kind))) this.kinds.get(kind)!.articles++;
  }
}

class Sums {
  private articles = 0;
  private cleaned = 0;
  private refused = 0;
  private characters = 0;
  private lost = 0;
  readonly shares = new ShareHistogram();
  readonly kinds = new Map<BoilerplateKind, number>();

  get sum(): LossSum {
    const { articles, cleaned, refused, characters, lost } = this;
    return { articles, cleaned, refused, characters, lost };
  }

  add(loss: ArticleLoss): void {
    this.articles++;
    this.characters += loss.characters;
    if (loss.refusal !== undefined) {
      this.refused++;
      return;
    }
    const lost = lostCharacters(loss);
    if (lost > 0) this.cleaned++;
    this.lost += lost;
    this.shares.add(lostShare(loss));
    for (const { kind, start, end } of loss.removed)
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + end - start);
  }
}
