import assert from 'node:assert/strict';
import { fromOverTime, toOverTime } from '../../../src/webview/messages/overTime.ts';
import { fromPairGraph, toPairGraph } from '../../../src/webview/messages/pairGraph.ts';

describe('messages between a page and the extension', () => {
  it('take only periods, and nothing that is none of theirs', () => {
    assert.deepEqual(fromOverTime({ kind: 'choose', period: '2016-05', more: 1 }), {
      kind: 'choose',
      period: '2016-05',
    });
    for (const wrong of [
      undefined,
      null,
      'ready',
      {},
      { kind: 'choose' },
      { kind: 'choose', period: '2016-05-23' },
      { kind: 'choose', period: '../x' },
      { kind: 'run' },
    ]) {
      assert.equal(fromOverTime(wrong), undefined, JSON.stringify(wrong));
    }
    const period = { period: '2016', tick: '2016', spoken: '2016: 1', values: [1], isChosen: false };
    const chart = { title: 't', series: ['s'], periods: [period] };
    assert.ok(toOverTime({ kind: 'show', chart }));
    assert.equal(
      toOverTime({ kind: 'show', chart: { ...chart, periods: [{ ...period, values: ['<b>'] }] } }),
      undefined,
    );
  });

  it('take only graphs whose edges join their nodes', () => {
    assert.deepEqual(fromPairGraph({ kind: 'choose', id: 'ORG:a' }), { kind: 'choose', id: 'ORG:a' });
    assert.equal(fromPairGraph({ kind: 'choose', id: 1 }), undefined);
    const nodes = [{ id: 'a' }, { id: 'b' }];
    const edge = { source: 'a', target: 'b', together: 2 };
    assert.ok(toPairGraph({ kind: 'show', graph: { nodes, edges: [edge] } }));
    assert.equal(
      toPairGraph({ kind: 'show', graph: { nodes, edges: [{ ...edge, target: 'c' }] } }),
      undefined,
    );
  });
});
