import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OverTimeChart } from '../../../src/webview/messages/overTime.ts';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, indexedCorpus } from '../support/extension.ts';
import { countByDate, entitiesOf } from '../support/trees.ts';

describe('the Over Time view', () => {
  let testing: Testing;
  before(async () => {
    testing = await indexedCorpus();
    await vscode.commands.executeCommand('corpusExplorer.showOverTime');
    await testing.overTime.refresh();
  });
  after(() => {
    testing.setFilter({});
    testing.overTime.compare([]);
  });

  const chart = (): OverTimeChart => {
    assert.ok(testing.overTime.chart);
    return testing.overTime.chart;
  };
  const total = ({ periods }: OverTimeChart): number =>
    periods.reduce((sum, { values }) => sum + values.reduce((a, b) => a + b, 0), 0);

  it('counts every dated article of the corpus, gaps shown as gaps', async () => {
    const { periods, undated } = chart();
    const years = periods.map(({ period }) => Number(period));
    assert.deepEqual(
      years,
      years.map((_, i) => years[0]! + i),
    );
    const left = Number(/\d+/.exec(undated?.label ?? '0')?.[0]);
    assert.equal(total(chart()) + left, await countByDate(testing.trees.dates));
  });

  it('filters by a bar and clears it, keeping the other bars', async () => {
    const before = chart();
    const period = before.periods.find(({ values }) => values[0]! > 0)!;
    testing.overTime.receive({ kind: 'choose', period: period.period });
    assert.deepEqual(testing.filter(), { from: period.period, to: period.period });
    await eventually(() => assert.deepEqual(chosen(), [period.period]));
    assert.equal(chart().periods.length, before.periods.length);
    testing.overTime.receive({ kind: 'chooseUndated' });
    assert.deepEqual(testing.filter(), { isUndated: true });
    testing.overTime.receive({ kind: 'clear' });
    assert.deepEqual(testing.filter(), {});
    await eventually(() => assert.deepEqual(chosen(), []));
  });

  it('compares the mentions of entities from their menu, and goes to months', async () => {
    const [first, second] = await entitiesOf(testing.trees.entities, 'ORG');
    assert.ok(first && second);
    await vscode.commands.executeCommand('corpusExplorer.compareOverTime', first);
    await vscode.commands.executeCommand('corpusExplorer.compareOverTime', second);
    await eventually(() => assert.deepEqual(chart().series, [first.name, second.name]));
    assert.ok(total(chart()) > 0 && total(chart()) <= first.mentions + second.mentions);
    testing.overTime.step = 'month';
    await testing.overTime.refresh();
    assert.ok(chart().periods.some(({ period }) => period.length === 7));
    testing.overTime.step = 'auto';
  });

  const chosen = (): string[] =>
    chart()
      .periods.filter(({ isChosen }) => isChosen)
      .map(({ period }) => period);
});
