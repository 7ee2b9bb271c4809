import {
  curationFor,
  type ArticleRecord,
  type CorpusEvidence,
  type CorpusSurvey,
  type Curation,
} from '../core/index.ts';
import { evidenceFor } from './surveyCorpus.ts';

/** What the corpus and its user say of one article. */
export function articleEvidence(
  { survey, curation }: { readonly survey: CorpusSurvey; readonly curation: Curation },
  record: ArticleRecord,
): CorpusEvidence {
  const own = curationFor(curation, record);
  return { ...evidenceFor(survey, record), ...(own && { curation: own }) };
}
