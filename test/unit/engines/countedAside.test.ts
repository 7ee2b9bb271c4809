import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PairRequest } from '../../../src/core/index.ts';
import { askUntil } from '../../../src/engines/askUntil.ts';
import { openSqliteIndex, type EmbeddedIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { unhurried } from '../../../src/engines/sqlite/unhurried.ts';
import { buildAnalysis, type Piece } from './analysisBuilder.ts';

const names = ['Vaubrun', 'Montrevel', 'Tréville', 'Sarcelin', 'Bressac', 'Ormoy', 'Caudan'];
const all = { limit: 1000 };

function articleFile(n: number) {
  const id = `a${n}.txt`;
  const named = (i: number): Piece => ({ type: 'ORG', name: names[i % names.length]! });
  const pieces = [named(n), 'et', named(n * 3 + 1), 'signent avec', named(n >> 2), 'un accord.'];
  const stamp = { path: id, modifiedMs: 1, size: 1 };
  return { stamp, articles: [{ id, analysis: buildAnalysis(id, pieces) }] };
}

describe('pairs that are counted aside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counted-aside-'));
  let index: EmbeddedIndex;
  let atOnce: EmbeddedIndex;

  before(async () => {
    const files = Array.from({ length: 1200 }, (_, n) => articleFile(n));
    index = openSqliteIndex(join(folder, 'index.sqlite'), { fewArticles: 10 }).index;
    atOnce = openSqliteIndex(':memory:').index;
    for (const each of [index, atOnce]) await each.apply({ files, removedPaths: [] });
  });

  after(async () => {
    await index.close();
    await atOnce.close();
    rmSync(folder, { recursive: true });
  });

  const request: PairRequest = { unit: 'sentence', types: ['ORG'], measure: 'logLikelihood', minimum: 2 };
  const questions: PairRequest[] = [
    request,
    { ...request, measure: 'together' },
    { ...request, entity: 'ORG:ormoy' },
    { ...request, entity: 'ORG:inconnue' },
  ];

  it('are those that are counted at once, also for several who ask together', async () => {
    const found = await Promise.all(questions.map((question) => index.cooccurrence({}, question, all)));
    for (const [i, question] of questions.entries())
      assert.deepEqual(found[i], await atOnce.cooccurrence({}, question, all));
    assert.ok(found[0]!.items.length > 10 && found[2]!.items.length > 3 && found[3]!.items.length === 0);
  });

  it('are given up when nobody waits for them, and counted again for the next', async () => {
    const other = { ...request, minimum: 3 };
    const ended = AbortSignal.abort(new Error('Nobody waits.'));
    await assert.rejects(
      askUntil(ended, () => index.cooccurrence({}, other, all)),
      /Nobody waits/,
    );
    assert.deepEqual(await index.cooccurrence({}, other, all), await atOnce.cooccurrence({}, other, all));
  });

  it('are those of one state, though the index is written meanwhile', async () => {
    const files = Array.from({ length: 300 }, (_, n) => articleFile(5000 + n));
    const before = await atOnce.cooccurrence({}, { ...request, minimum: 4 }, all);
    const asked = index.cooccurrence({}, { ...request, minimum: 4 }, all);
    await index.apply({ files, removedPaths: [] });
    await atOnce.apply({ files, removedPaths: [] });
    const after = await atOnce.cooccurrence({}, { ...request, minimum: 4 }, all);
    const found = await asked;
    assert.deepEqual(found, found.generation === before.generation ? before : after);
    assert.deepEqual(await index.cooccurrence({}, { ...request, minimum: 4 }, all), after);
  });
});

describe('unhurried', () => {
  function* slowSteps(count: number): Generator<void, string> {
    for (let step = 0; step < count; step++) {
      for (const until = performance.now() + 10; performance.now() < until;);
      yield;
    }
    return 'done';
  }

  it('lets others do something while it works', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    assert.equal(await unhurried(slowSteps(12)), 'done');
    clearInterval(others);
    assert.ok(turns >= 2, String(turns));
  });

  it('ends when the signal says so', async () => {
    const ending = new AbortController();
    setTimeout(() => {
      ending.abort(new Error('Enough.'));
    }, 1);
    await assert.rejects(unhurried(slowSteps(1000), ending.signal), /Enough/);
  });
});
