import { reportSentences, type Evidence, ReportLanguage, type ReportTexts } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';

/** The sentences of a loss report in the user's language: the English ones are the keys of their translations. */
export function reportTextsOf(l10n: L10n): ReportTexts {
  const sentences = reportSentences().map((sentence) => [sentence, l10n.t(sentence)] as const);
  return { language: l10n.language, sentences: Object.fromEntries(sentences) };
}

/** Why a corpus cannot be cleaned into a folder, or no further, in the user's language. */
export function problemText(l10n: L10n, problem: Evidence): string {
  return new ReportLanguage(reportTextsOf(l10n)).evidence(problem);
}
