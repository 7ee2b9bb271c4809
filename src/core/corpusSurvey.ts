import type { CorpusEvidence } from './analyzeArticle.ts';
import { withoutFrontMatter } from './article/frontMatter.ts';
import { SlotSurvey } from './article/slotSurvey.ts';
import type { ArticleRecord } from './article/record.ts';
import { LineSurvey } from './clean/lineSurvey.ts';
import { outletGroup } from './outletGroup.ts';

/**
 * The first pass over a corpus: which lines repeat and where dates stand, by outlet. Cheap, one record at a time, in any
 * order; the second pass asks it for the evidence on each article.
 */
export class CorpusSurvey {
  private readonly lines = new LineSurvey();
  private readonly slots = new SlotSurvey();

  add(given: ArticleRecord): void {
    const record = withoutFrontMatter(given);
    const group = outletGroup(record);
    this.lines.add(group, record.text);
    this.slots.add(group, record);
  }

  evidenceFor(given: ArticleRecord): CorpusEvidence {
    const record = withoutFrontMatter(given);
    const group = outletGroup(record);
    return {
      repetition: this.lines.repetitionFor(group, record.text),
      slots: this.slots.evidenceFor(group, record),
    };
  }
}
