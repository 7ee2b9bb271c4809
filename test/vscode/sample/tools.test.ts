import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexedCorpus } from '../support/extension.ts';

describe('Language model tools on the sample', () => {
  before(async () => {
    await indexedCorpus();
  });

  const ask = async (name: string, input: object): Promise<string> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  };

  it('are there, and answer with quotes and their places', async () => {
    const names = vscode.lm.tools.map(({ name }) => name);
    for (const name of ['corpus_search', 'corpus_concordance', 'corpus_entity', 'corpus_together'])
      assert.ok(names.includes(name), names.join(', '));
    const known = await ask('corpus_entity', { entity: 'Héliandre' });
    assert.match(known, /^Héliandre: organization, \d+ articles/);
    assert.match(known, /<corpus-quotes>\n- [\w/.-]+\.txt:\d+ · \d{4}-\d\d-\d\d · /);
    assert.match(
      await ask('corpus_search', { query: 'centrale solaire', limit: 2 }),
      /2 of (at least )?\d+ shown/,
    );
    assert.match(await ask('corpus_entity', { entity: 'Nobody at all' }), /^Nothing is named/);
  });
});
