import assert from 'node:assert/strict';
import type { CorpusIndex } from '../../../src/core/index.ts';
import { askUntil, currentSignal } from '../../../src/engines/askUntil.ts';
import { cachedIndex } from '../../../src/worker/cachedIndex.ts';

/** An index whose answers come when the test says so; it keeps the signals of the questions it was asked. */
function slowIndex() {
  const signals: (AbortSignal | undefined)[] = [];
  const waiting: ((answer: string) => void)[] = [];
  const index = {
    resolve: () => {
      signals.push(currentSignal());
      return new Promise((resolve) => waiting.push(resolve));
    },
  } as unknown as CorpusIndex;
  return { ...cachedIndex(index), signals, waiting };
}

describe('cachedIndex', () => {
  const give = (controller: AbortController): void => {
    controller.abort(new Error('enough'));
  };

  it('asks once what is asked twice', async () => {
    const { index, waiting } = slowIndex();
    const answers = [index.resolve('ORG', 'a'), index.resolve('ORG', 'a')];
    assert.equal(waiting.length, 1);
    waiting[0]!('ORG:a');
    assert.deepEqual(await Promise.all(answers), ['ORG:a', 'ORG:a']);
  });

  it('ends a question when all who asked it gave up, and asks it anew then', async () => {
    const { index, signals } = slowIndex();
    const [one, other] = [new AbortController(), new AbortController()];
    const ask = ({ signal }: AbortController) => askUntil(signal, () => index.resolve('ORG', 'a'));
    const asked = [ask(one), ask(other)];
    give(one);
    await assert.rejects(asked[0]!, /enough/);
    assert.equal(signals[0]?.aborted, false);
    give(other);
    await assert.rejects(asked[1]!, /enough/);
    assert.equal(signals[0].aborted, true);
    void index.resolve('ORG', 'a');
    assert.equal(signals.length, 2);
  });

  it('does not end a question that somebody asked for good', async () => {
    const { index, signals, waiting } = slowIndex();
    const one = new AbortController();
    const kept = index.resolve('ORG', 'a');
    const given = askUntil(one.signal, () => index.resolve('ORG', 'a'));
    give(one);
    await assert.rejects(given, /enough/);
    assert.equal(signals[0]?.aborted, false);
    waiting[0]!('ORG:a');
    assert.equal(await kept, 'ORG:a');
  });
});
