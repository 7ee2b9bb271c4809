import assert from 'node:assert/strict';
import { AnswerOrder } from '../../../../src/vscode/tree/answerOrder.ts';

describe('AnswerOrder', () => {
  it('takes answers in the order of their questions', () => {
    const order = new AnswerOrder();
    const first = order.ask();
    assert.ok(order.take('node', first));
    assert.ok(order.take('node', order.ask()));
  });

  it('throws away what was asked before what is known', () => {
    const order = new AnswerOrder();
    const [early, late] = [order.ask(), order.ask()];
    assert.ok(order.take('node', late));
    assert.ok(!order.take('node', early));
    assert.ok(order.take('another', early));
  });

  it('knows an answer from before a change', () => {
    const order = new AnswerOrder();
    const before = order.ask();
    assert.ok(!order.isOld(before));
    order.change();
    assert.ok(order.isOld(before));
    assert.ok(!order.isOld(order.ask()));
  });

  it('forgets a node that is gone', () => {
    const order = new AnswerOrder();
    const early = order.ask();
    order.take('node', order.ask());
    order.forget('node');
    assert.ok(order.take('node', early));
  });
});
