import type { CorpusEvidence } from './analyzeArticle.ts';
import { withoutFrontMatter } from './article/frontMatter.ts';
import { SlotSurvey } from './article/slotSurvey.ts';
import type { ArticleRecord } from './article/record.ts';
import { LineSurvey } from './clean/lineSurvey.ts';
import type { EntityType, RecognisedMention } from './entities/mention.ts';
import { NameSurvey } from './entities/nameSurvey.ts';
import { outletGroup } from './outletGroup.ts';

/**
 * The first pass over a corpus: which lines repeat and where dates stand, by outlet. Cheap, one record at a time, in any
 * order; the second pass asks it for the evidence on each article.
 */
export class CorpusSurvey {
  private readonly lines = new LineSurvey();
  private readonly slots = new SlotSurvey();
  private readonly names = new NameSurvey();

  add(given: ArticleRecord): void {
    const record = withoutFrontMatter(given);
    const group = outletGroup(record);
    this.lines.add(group, record.text);
    this.slots.add(group, record);
  }

  /** What an article of the corpus names, or a share of the articles: more is better, none is well. */
  addNames(mentions: readonly RecognisedMention[]): void {
    this.names.add(mentions);
  }

  /** The same of articles that were read before. */
  countName(name: string, type: EntityType, articles: number): void {
    this.names.count(name, type, articles);
  }

  evidenceFor(given: ArticleRecord): CorpusEvidence {
    const record = withoutFrontMatter(given);
    const group = outletGroup(record);
    const names = this.names.votesIn(record.text);
    return {
      ...(names && { names }),
      repetition: this.lines.repetitionFor(group, record.text),
      slots: this.slots.evidenceFor(group, record),
    };
  }
}
