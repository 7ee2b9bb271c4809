import { keep } from './keepers.ts';
import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import type { Segment } from './segments.ts';

/** So many questions that stay with their answers make an interview. */
const leastQuestions = 3;
const mostQuestionWords = 30;
const leastAnswerWords = 4;
/** From these log-odds on it is surely none of the article's, whatever it looks like. */
const surelyGoing = 2.5;

/** Lines of the page between an answer and the next question, as a pointer to another article. */
const mostBetween = 2;

/**
 * Keeps a question and its answer below an answer that stays, in an interview: short questions alone on their lines look like
 * headings of other articles, and the last answer like what the page says below.
 */
export function keepInterview(segments: readonly Segment[], measures: Measures, odds: Float32Array): void {
  const isQuestion = (i: number): boolean =>
    measures.ending[i] === 5 &&
    segments[i]?.inLine === 0 &&
    (measures.words[i] ?? 0) <= mostQuestionWords &&
    (segments[i + 1]?.line ?? Infinity) - segments[i].line <= 2;
  const isAnswer = (i: number): boolean =>
    isProse(measures, i) || (measures.ending[i] === 1 && (measures.words[i] ?? 0) >= leastAnswerWords);
  const stays = (i: number): boolean => (odds[i] ?? 1) <= 0;
  const isBelowAnswer = (i: number): boolean => {
    let above = i - 1;
    while (above >= i - mostBetween && !stays(above)) above--;
    return stays(above) && isAnswer(above);
  };
  let questions = 0;
  for (let i = 0; i < odds.length; i++) {
    if (isQuestion(i) && isAnswer(i + 1) && stays(i) && stays(i + 1)) questions++;
  }
  if (questions < leastQuestions) return;
  for (let i = 1; i + 1 < odds.length; i++) {
    if (!isQuestion(i) || !isAnswer(i + 1) || !isBelowAnswer(i)) continue;
    if (Math.max(odds[i]!, odds[i + 1]!) >= surelyGoing) continue;
    keep(odds, i);
    keep(odds, i + 1);
  }
}
