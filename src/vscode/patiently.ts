import type { CancellationToken } from 'vscode';
import type { Corpus } from './corpus.ts';

/** How long a question waits for a corpus that is being indexed for the first time: what is read by then is an answer too. */
const firstIndexPatienceMs = 10_000;

/** Waits for work until it is done, is not wanted any more, or has taken so long. */
export async function patiently(
  work: Promise<unknown>,
  limitMs: number,
  token: CancellationToken,
): Promise<void> {
  let end: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => (end = resolve));
  const timer = setTimeout(end, limitMs);
  const subscription = token.onCancellationRequested(end);
  await Promise.race([work, enough]);
  clearTimeout(timer);
  subscription.dispose();
}

/** Starts a corpus for somebody who asks it something, and says whether it can answer. */
export async function canAnswer(corpus: Corpus, token: CancellationToken): Promise<boolean> {
  const started = corpus.start();
  if (!corpus.isOpen || corpus.status?.isComplete !== true)
    await patiently(started, firstIndexPatienceMs, token);
  return corpus.isOpen && !token.isCancellationRequested;
}
