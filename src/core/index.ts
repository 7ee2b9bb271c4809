/** The only door to core. */
export type { Evidence } from './evidence.ts';
export { doSpansOverlap, type Span } from './text/span.ts';
export type { ArticleAnalysis } from './analysis.ts';

// Reading
export type { ArticleRecord, Markup, MarkupBlock, MarkupFact } from './article/record.ts';
export type { DatePrecision, Found, FoundDate, Metadata, RejectedDate, UndatedReason } from './article/metadata.ts';

// Cleaning
export type { ArticlePart, Boilerplate, BoilerplateKind } from './clean/passage.ts';

// Entities
export type {
  ArticleEntity,
  EntityType,
  Fact,
  FactKind,
  Join,
  LinkedEntities,
  Mention,
  RecognisedMention,
} from './entities/mention.ts';

// Index
export type {
  ArticleId,
  ArticleRow,
  Batch,
  CorpusIndex,
  CorpusStatus,
  DocumentSort,
  EntityCard,
  EntityFact,
  EntityId,
  EntityRow,
  FacetBucket,
  FacetField,
  FileStamp,
  Filter,
  Histogram,
  HistogramStep,
  KwicLine,
  MentionRange,
  Page,
  PageRequest,
  SearchHit,
  SkippedFile,
  WritableCorpusIndex,
} from './index/corpusIndex.ts';
