import { askUntil, untilAborted } from '../engines/askUntil.ts';
import { ToolInputError } from '../indexer/answers/toolInput.ts';

/** Programs that ask for a language model give up after a minute, and tell it nothing of use. */
const longestAnswerMs = 30_000;

/** Answers a question, or says after half a minute when to ask again; what was asked for it is given up then. */
export async function answerInTime(
  signal: AbortSignal,
  answer: () => Promise<string>,
  ms = longestAnswerMs,
): Promise<string> {
  const limit = AbortSignal.timeout(ms);
  const either = AbortSignal.any([signal, limit]);
  try {
    return await untilAborted(askUntil(either, answer), either);
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    throw new ToolInputError(
      `There is no answer after ${Math.round(ms / 1000)} seconds: the corpus is still being read, or its server has too much to do. Ask again in a minute, or for less: fewer years, one outlet, a rarer name.`,
    );
  }
}
