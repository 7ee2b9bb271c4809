import assert from 'node:assert/strict';
import { KeptAnswers } from '../../../src/engines/sqlite/keptAnswers.ts';

describe('KeptAnswers', () => {
  it('answers once what is asked again, and forgets what was asked longest ago', () => {
    const kept = new KeptAnswers<string>(2);
    const asked: string[] = [];
    const ask = (key: string): string => kept.get(key, () => (asked.push(key), key.toUpperCase()));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(ask(key), key.toUpperCase());
    assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
    kept.forget();
    ask('a');
    assert.deepEqual(asked, ['a', 'b', 'c', 'b', 'a']);
  });

  it('goes by the sizes, and keeps the last answer however large', () => {
    const kept = new KeptAnswers<number>(10, (size) => size);
    let asked = 0;
    const ask = (size: number): number => kept.get(String(size), () => (asked++, size));
    for (const size of [4, 5, 4, 50, 50, 4]) ask(size);
    assert.equal(asked, 4);
  });

  it('does not keep the answer to a question of great length', () => {
    const kept = new KeptAnswers<number>(2);
    let asked = 0;
    for (const key of ['a', 'b'.repeat(5000), 'b'.repeat(5000), 'a']) kept.get(key, () => asked++);
    assert.equal(asked, 3);
  });
});
