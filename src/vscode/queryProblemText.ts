import { describeQueryProblem, querySentences, readWordQuery } from '../core/index.ts';
import type { L10n } from './l10n.ts';

/** What is wrong with a query of words and where, in the user's language; undefined when it can be run. */
export function queryProblemText(l10n: L10n, query: string): string | undefined {
  const answer = readWordQuery(query);
  if (!('problem' in answer)) return undefined;
  const { rule, start } = answer.problem;
  const sentence = describeQueryProblem(answer.problem, { [rule]: l10n.t(querySentences[rule]) });
  return l10n.t('Character {0}: {1}', start + 1, sentence);
}
