import type { ArticleAnalysis } from './analysis.ts';
import type { SlotEvidence } from './article/slotSurvey.ts';
import { outsideFrontMatter, withoutFrontMatter } from './article/frontMatter.ts';
import type { ArticleRecord } from './article/record.ts';
import { withoutOwnLines } from './article/ownLines.ts';
import { readMetadata } from './article/readMetadata.ts';
import type { CleanModel } from './clean/cleanModel.ts';
import { findBoilerplate } from './clean/findBoilerplate.ts';
import type { LineRepetition } from './clean/lineSurvey.ts';
import { curateDate } from './curation/curateDate.ts';
import { curateMentions, ownPriors } from './curation/curateMentions.ts';
import { curatePassages, keptPassages } from './curation/curatePassages.ts';
import type { ArticleCuration } from './curation/curation.ts';
import { linkEntities } from './entities/linkEntities.ts';
import { recogniseMentions, type EntityModel, type EntityPriors } from './entities/recogniseMentions.ts';
import { bodySketch } from './text/bodySketch.ts';
import type { Span } from './text/span.ts';

/** The trained parts, loaded once by whoever does I/O. */
export interface AnalysisModels {
  readonly clean: CleanModel;
  readonly entities: EntityModel;
}

/** What the other articles of the corpus say about one article. Every part is optional: one article alone works. */
export interface CorpusEvidence {
  readonly repetition?: LineRepetition;
  readonly slots?: SlotEvidence;
  readonly priors?: EntityPriors;
  /** What the user has said of this article: it wins over all that was found. */
  readonly curation?: ArticleCuration;
}

/**
 * All that one article gives: passages, then metadata from what is not boilerplate, then the names of the article's own
 * parts. Pure, and total: any string is analysed. The same function serves the open document, the indexer and the
 * command line.
 */
export function analyzeArticle(
  given: ArticleRecord,
  models: AnalysisModels,
  evidence: CorpusEvidence = {},
): ArticleAnalysis {
  const record = withoutFrontMatter(given);
  const { boilerplate, metadata } = readPassages(record, models.clean, evidence);
  const zones = spansBetween(record.text.length, boilerplate);
  const recognised = recogniseMentions(
    record.text,
    zones,
    metadata.language,
    models.entities,
    ownPriors(evidence.curation?.names, evidence.priors),
  );
  const mentions = curateMentions(record.text, zones, recognised, evidence.curation?.names);
  const kept = keptPassages(record.text, evidence.curation);
  return {
    id: record.id,
    text: record.text,
    boilerplate,
    ...(kept.length > 0 && { kept }),
    metadata,
    linked: linkEntities(record.text, mentions, metadata.language),
    sketch: bodySketch(record.text, boilerplate),
  };
}

/** The first half of the chain: what is boilerplate, and who published what when. */
export function readPassages(
  given: ArticleRecord,
  model: CleanModel,
  evidence: CorpusEvidence = {},
): Pick<ArticleAnalysis, 'boilerplate' | 'metadata'> {
  const record = withoutFrontMatter(given);
  const { text } = record;
  const judged = record.isBodyOnly
    ? []
    : outsideFrontMatter(findBoilerplate(record, model, evidence.repetition), record);
  const found = curatePassages(text, judged, evidence.curation);
  const read = readMetadata(
    record,
    found,
    evidence.slots,
    record.readOn === undefined ? {} : { notAfter: record.readOn },
  );
  // The user's word once more: a line they call boilerplate is not given back because a date was read on it.
  const boilerplate = curatePassages(text, withoutOwnLines(text, found, read), evidence.curation);
  return { boilerplate, metadata: curateDate(read, evidence.curation) };
}

/** The spans of a text of `length` UTF-16 code units that no removed span covers. `removed` is sorted, not overlapping. */
function spansBetween(length: number, removed: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of removed) {
    if (gap.start > start) spans.push({ start, end: gap.start });
    start = gap.end;
  }
  if (start < length) spans.push({ start, end: length });
  return spans;
}
