/** The only door to core. */
export type { Evidence } from './evidence.ts';
export type { Span } from './text/span.ts';
export type { ArticleAnalysis } from './analysis.ts';
export {
  analyzeArticle,
  completeAnalysis,
  readArticleParts,
  readPassages,
  type AnalysisModels,
  type ArticleParts,
  type CorpusEvidence,
} from './analyzeArticle.ts';
export { CorpusSurvey } from './corpusSurvey.ts';

// Reading
export type {
  ArticleRecord,
  Markup,
  MarkupBlock,
  MarkupElement,
  MarkupFact,
  RecordFact,
} from './article/record.ts';
export type {
  DatePrecision,
  Found,
  FoundDate,
  Metadata,
  RejectedDate,
  UndatedReason,
} from './article/metadata.ts';
export { readMetadata, type ReadingOptions } from './article/readMetadata.ts';
export type { SlotEvidence, SlotSkeleton, SlotSurveyData } from './article/slotSurvey.ts';
export { articleOutline, type OutlinePart } from './article/articleOutline.ts';
export { dateCandidates, type DateCandidate } from './article/dateCandidates.ts';
export { bitsOfMarks, dateMarks, marksOfBits, type DateMark } from './article/dateMarks.ts';
export { findDates, type WrittenDate } from './article/dateGrammar.ts';
export {
  readingSentence,
  rejectedSentences,
  surenessOf,
  takenSentences,
  undatedSentences,
  type ReadingSentence,
  type Sureness,
} from './article/readingSentences.ts';

// Cleaning
export type { Boilerplate, BoilerplateKind } from './clean/passage.ts';
export { findBoilerplate, isSure } from './clean/findBoilerplate.ts';
export { loadCleanModel, loadPageModel, type CleanModel } from './clean/cleanModel.ts';
export { LineSurvey, type LineRepetition, type LineSurveyData } from './clean/lineSurvey.ts';
export {
  boilerplateRules,
  describeBoilerplate,
  type BoilerplateRule,
  type RuleSentence,
} from './clean/evidence.ts';
export {
  cleaningRefusal,
  defaultFloorPercent,
  noArticle,
  refusalSentences,
  type RefusalOptions,
  type RefusalRule,
} from './clean/refusal.ts';
export { spansToRemove } from './clean/spansToRemove.ts';
export { removeSpans, type CleanedText } from './text/cleanedText.ts';
export { splitSentences } from './text/sentences.ts';
export { tokenize, type Token } from './text/tokens.ts';

// Curation
export {
  emptyCuration,
  type ArticleCuration,
  type Curation,
  type DateChoice,
  type LongPassage,
  type PassageChoice,
} from './curation/curation.ts';
export { curationFor } from './curation/curationFor.ts';
export { bearsOnText } from './curation/ownNames.ts';
export { curateLinked } from './curation/curateLinked.ts';
export { curateNames, hidden, type CuratedNames } from './curation/curateNames.ts';
export {
  entityChoiceKeys,
  entityChoiceWord,
  namesOfChoice,
  subjectId,
  targetId,
} from './curation/choiceSubject.ts';
export { entityActions, type EntityAction, type EntityChoice } from './curation/entityChoice.ts';
export { curationSentences, describeCurationProblem, type CurationProblem } from './curation/problems.ts';
export { searchSorts, type SavedSearch, type SearchNarrowing } from './curation/savedSearch.ts';
export { fillsLines } from './curation/curatePassages.ts';
export { shortPassage } from './curation/shortPassage.ts';
export { outletGroup } from './outletGroup.ts';

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
export { nameKey } from './entities/nameKey.ts';
export { describeOwnModelProblem, ownModelSentences } from './entities/ownModelSentences.ts';
export { loadEntityModel, type EntityModel } from './entities/recogniseMentions.ts';

// Index
export type { ArticleId, EntityId } from './index/ids.ts';
export type { Filter, ReviewGroup } from './index/filter.ts';
export type { Page, PageRequest, Slice } from './index/page.ts';
export type {
  CorpusStatus,
  EntityList,
  EntitySeries,
  FacetBucket,
  FacetField,
  Histogram,
  HistogramStep,
} from './index/counts.ts';
export type { ArticleRow, DocumentSort, MentionRange, TextMarks } from './index/articleRow.ts';
export type { EntityCard, EntityDefinition, EntityFact, EntityRow } from './index/entityCard.ts';
export type { KwicLine, KwicQuery, SearchHit, SearchSnippet, SearchSort } from './index/wordAnswers.ts';
export type {
  EntityPair,
  NamedTogether,
  PairedEntity,
  PairMeasure,
  PairPage,
  PairRequest,
} from './index/entityPair.ts';
export type {
  KnownPlace,
  RecordFields,
  RecordPlace,
  SkippedFile,
  SourceSummary,
} from './index/sourceFiles.ts';
export type { CorpusIndex } from './index/corpusIndex.ts';

// What engines share
export { joinAcrossCorpus, type CorpusName } from './entities/joinAcrossCorpus.ts';
export {
  type ArticleContribution,
  type ContributedFact,
  type ContributedMention,
  type ContributedName,
} from './index/articleContribution.ts';
export {
  articleSource,
  isReadApart,
  isRecordFile,
  recordId,
  type ArticleSource,
} from './index/articleSource.ts';
export { isClusterAddress } from './clusterPlace.ts';
export { entryOf, type ArticleEntry } from './index/articleEntry.ts';
export {
  entryOfArticle,
  type Batch,
  type BatchArticle,
  type BatchFile,
  type FileStamp,
  type WritableCorpusIndex,
} from './index/batch.ts';
export { articleTokens, type ArticleTokens } from './index/articleTokens.ts';
export { summarizeSources } from './index/sourceSummary.ts';
export { byBucketRank, byEntityRank, compareArticles } from './index/bucketOrder.ts';
export { checkPairRequest, checkUnit, type CheckedPairRequest } from './index/checkPairRequest.ts';
export { compareHits, roundScore, type RankedArticle } from './index/compareHits.ts';
export { isNameList, mostPairedNames, namedTogether } from './index/namedTogether.ts';
export { nodesOf, pairsToGexf, pairsToGraphml } from './pairGraph/pairGraph.ts';
export { pairsToCsv, type PairListing } from './pairGraph/pairTable.ts';
export { byPairCounts, byPairRank, pairScore, type PairCounts } from './index/pairScore.ts';
export { searchSnippets } from './index/searchSnippets.ts';
export { textUnits, unitNumbers, type TextUnit } from './index/textUnits.ts';
export {
  admitsDate,
  checkFilter,
  isUnfiltered,
  isUnfilteredButEntities,
  narrowsByDatesOnly,
  reviewGroups,
  type CheckedFilter,
  withWords,
} from './index/checkFilter.ts';
export {
  badRecordsSentence,
  describeSkip,
  describeSkipped,
  isLeftOut,
  skipSentences,
} from './index/describeSkip.ts';
export { areCopies, bandHash, bandKeys, bands, compareVersions, type Sketch } from './index/copies.ts';
export {
  byFactRank,
  CardFacts,
  distinctFacts,
  factCandidates,
  type RankedFact,
} from './index/entityFacts.ts';
export { entityId, entityLists, entityTypes, parseEntityId } from './index/entityId.ts';
export { bySurfaceFrequency, displayName, type CountedSurface } from './index/entityNaming.ts';
export { distinctJoins, joinKey } from './index/joinEvidence.ts';
export type { JoinNames } from './index/joinNames.ts';
export { kwicLines } from './index/kwicLine.ts';
export { findTerm, lookedFor, wordMatches, type SearchZones, type WordMatch } from './index/wordMatches.ts';
export { nextCursor, pageStart } from './index/pageCursor.ts';
export {
  dateCode,
  dateOfCode,
  lastCodeOf,
  precisionOfDate,
  truncateCode,
  type DateCode,
} from './index/period.ts';
export { firstFullName, fullNameArticles } from './index/firstFullName.ts';
export { foldText, searchTokens, type SearchToken } from './index/searchTokens.ts';
export { compareCodePoints } from './index/textOrder.ts';
export {
  describeQueryProblem,
  querySentences,
  WordQueryError,
  type QueryProblem,
  type QueryRule,
} from './index/queryProblem.ts';
export { parseWordQuery, phraseQuery, readWordQuery, type WordQuery } from './index/wordQuery.ts';
export type { NearTerms, WordTerm } from './index/wordTerm.ts';

// Concordance
export { alignLine, alignedColumns, type AlignedLine } from './concordance/alignedLine.ts';
export {
  concordanceSorts,
  keyLines,
  mergeLines,
  type ConcordanceSort,
  type KeyedLine,
} from './concordance/concordanceOrder.ts';

// Card
export { renderCard, type CardLines, type CardOptions } from './card.ts';
export type { CardLine, CardPart, CardTarget } from './card/cardLine.ts';
export {
  englishCardLanguage,
  englishCardMessages,
  type CardLanguage,
  type CardMessage,
  type CardMessageId,
  type CardMessages,
} from './card/messages.ts';

// Loss report of a cleaned corpus
export { excerptOf, type ArticleLoss, type LeftOut, type PassageLoss } from './lossReport/articleLoss.ts';
export { LossTotals, type Unusualness } from './lossReport/lossTotals.ts';
export { lossMarkdown, type LossReportHead, type LossReportLists } from './lossReport/lossMarkdown.ts';
export {
  articleHeader,
  articleRow,
  leftOutRow,
  passageHeader,
  passageRows,
  type TableRow,
} from './lossReport/lossTables.ts';
export {
  englishReport,
  ReportLanguage,
  reportSentences,
  type ReportTexts,
} from './lossReport/reportLanguage.ts';
export { cleanedOffset, offsetMap, originalOffset, type OffsetMap } from './text/offsetMap.ts';
export { createPositions, type TextPosition } from './text/textPositions.ts';
export { escapeMarkdown } from './text/escapeMarkdown.ts';

// Dossier
export type { Dossier, DossierLine } from './dossier/dossier.ts';
export { dossierMarkdown, englishDossierStyle, type DossierStyle } from './dossier/dossierMarkdown.ts';
export { englishDossierMessages, type DossierMessages } from './dossier/messages.ts';

// Export
export {
  exportEndings,
  exportFormats,
  holdsLines,
  holdsTexts,
  isFolderFormat,
  type ExportChunk,
  type ExportFormat,
  type ExportHead,
  type ExportItem,
  type ExportWriter,
} from './export/exportItem.ts';
export { exportProblems } from './export/exportProblems.ts';
export { exportWriter } from './export/exportWriter.ts';
