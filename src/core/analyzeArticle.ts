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
import type { RecognisedMention } from './entities/mention.ts';
import { priorsOf, type NameVotes } from './entities/nameSurvey.ts';
import { recogniseMentions, type EntityModel } from './entities/recogniseMentions.ts';
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
  /** What other articles take the names for that stand in this one. */
  readonly names?: NameVotes;
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
  const article = readArticleParts(given, models.clean, evidence);
  const recognised = recogniseMentions(
    article.record.text,
    article.zones,
    article.metadata.language,
    models.entities,
    ownPriors(evidence.curation?.names, priorsOf(evidence.names, article.metadata.outlet?.value)),
  );
  return completeAnalysis(article, recognised, evidence);
}

/** An article whose names were not looked for yet. */
export interface ArticleParts extends Pick<ArticleAnalysis, 'boilerplate' | 'metadata'> {
  /** Without front matter. */
  readonly record: ArticleRecord;
  /** Where names may stand: what no boilerplate covers, in text order. */
  readonly zones: readonly Span[];
}

/** The chain up to the names: for whoever looks for them by other means than ours. */
export function readArticleParts(
  given: ArticleRecord,
  model: CleanModel,
  evidence: CorpusEvidence = {},
): ArticleParts {
  const record = withoutFrontMatter(given);
  const { boilerplate, metadata } = readPassages(record, model, evidence);
  return { record, boilerplate, metadata, zones: spansBetween(record.text.length, boilerplate) };
}

/** The chain from the names on. `recognised` is in text order, not overlapping, inside the article's zones. */
export function completeAnalysis(
  { record, boilerplate, metadata, zones }: ArticleParts,
  recognised: readonly RecognisedMention[],
  evidence: CorpusEvidence = {},
): ArticleAnalysis {
  const { id, text } = record;
  const mentions = curateMentions(text, zones, recognised, evidence.curation?.names);
  const linked = linkEntities(text, mentions, metadata.language);
  const kept = keptPassages(text, evidence.curation);
  return {
    ...{ id, text, boilerplate, metadata, linked },
    ...(kept.length > 0 && { kept }),
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
