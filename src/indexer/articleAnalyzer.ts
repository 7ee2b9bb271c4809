import {
  analyzeArticle,
  completeAnalysis,
  readArticleParts,
  type AnalysisModels,
  type ArticleAnalysis,
  type ArticleRecord,
  type CorpusEvidence,
} from '../core/index.ts';
import { openOwnModel } from './ownModel/ownModel.ts';

export type AnalyzeArticle = (
  record: ArticleRecord,
  evidence?: CorpusEvidence,
) => ArticleAnalysis | Promise<ArticleAnalysis>;

/**
 * `analyzeArticle` with our models; or, with `ownModel`, the folder of a model of the user's own, with the names that that
 * one finds and all else the same. Rejects with `OwnModelProblem` when it cannot be used.
 */
export async function openAnalyzer(models: AnalysisModels, ownModel?: string): Promise<AnalyzeArticle> {
  if (ownModel === undefined) return (record, evidence) => analyzeArticle(record, models, evidence);
  const own = await openOwnModel(ownModel);
  return async (record, evidence) => {
    const article = readArticleParts(record, models.clean, evidence);
    const names = await own.recognise(article.record.text, article.zones);
    return completeAnalysis(article, names, evidence);
  };
}
