import assert from 'node:assert/strict';
import { once } from 'node:events';
import { answerInTime } from '../../../src/cli/answerInTime.ts';
import { currentSignal } from '../../../src/engines/askUntil.ts';

describe('answerInTime', () => {
  const never = (): Promise<string> => new Promise(() => undefined);

  it('hands on an answer, and what went wrong with it', async () => {
    const { signal } = new AbortController();
    assert.equal(await answerInTime(signal, () => Promise.resolve('quotes')), 'quotes');
    const failed = answerInTime(signal, () => Promise.reject(new RangeError('from: not a date')));
    await assert.rejects(failed, /from: not a date/);
  });

  it('says when to ask again, and gives up what was asked', async () => {
    let givenUp: Promise<unknown> | undefined;
    const answer = (): Promise<string> => {
      givenUp = once(currentSignal()!, 'abort');
      return never();
    };
    const late = answerInTime(new AbortController().signal, answer, 20);
    await assert.rejects(late, { name: 'ToolInputError', message: /Ask again in a minute/ });
    await givenUp;
  });

  it('ends when the user ends it', async () => {
    const user = new AbortController();
    const asked = answerInTime(user.signal, never);
    user.abort(new Error('interrupted'));
    await assert.rejects(asked, /interrupted/);
  });
});
