import assert from 'node:assert/strict';
import type { LogOutputChannel, QuickPick, QuickPickItem } from 'vscode';
import { suggestAsTyped } from '../../../src/vscode/entityPick.ts';

describe('suggestions for what is typed', () => {
  it('stay as they are where the question fails, and go on with the next letter', async () => {
    const { pick, type, log, warnings } = typedInto();
    const find = (typed: string): Promise<string> =>
      typed === 'po' ? Promise.reject(new Error('the worker died')) : Promise.resolve(typed);
    let shown: string | undefined;
    suggestAsTyped(pick, log, find, (found) => {
      shown = found;
    });
    await type('p');
    assert.equal(shown, 'p');
    await type('po');
    assert.equal(shown, 'p');
    assert.equal(pick.busy, false);
    assert.match(warnings[0] ?? '', /the worker died/);
    await type('por');
    assert.equal(shown, 'por');
  });

  it('are those of the last letter, however late the others come', async () => {
    const { pick, type, log } = typedInto();
    let answer: (found: string) => void = () => undefined;
    const late = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const shown: string[] = [];
    suggestAsTyped(
      pick,
      log,
      (typed) => (typed === '' ? late : Promise.resolve(typed)),
      (found) => shown.push(found),
    );
    await type('p');
    answer('');
    await turn();
    assert.deepEqual(shown, ['p']);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  function typedInto(): {
    pick: QuickPick<QuickPickItem>;
    type: (value: string) => Promise<void>;
    log: LogOutputChannel;
    warnings: string[];
  } {
    let heard: (value: string) => void = () => undefined;
    const warnings: string[] = [];
    const pick = {
      value: '',
      busy: false,
      onDidChangeValue(listener: (value: string) => void) {
        heard = listener;
      },
    };
    return {
      pick: pick as unknown as QuickPick<QuickPickItem>,
      async type(value) {
        pick.value = value;
        heard(value);
        await turn();
      },
      log: { warn: (line: string) => warnings.push(line) } as unknown as LogOutputChannel,
      warnings,
    };
  }
});
