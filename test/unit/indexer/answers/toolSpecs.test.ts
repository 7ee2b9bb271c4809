import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toolSpecs } from '../../../../src/indexer/answers/toolSpecs.ts';

describe('toolSpecs', () => {
  it('are what the manifest declares', () => {
    const file = path.join(import.meta.dirname, '../../../../package.json');
    const { contributes } = JSON.parse(readFileSync(file, 'utf8')) as {
      contributes: { languageModelTools: { name: string; modelDescription: string; inputSchema: unknown }[] };
    };
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
        name,
        description: modelDescription,
        inputSchema,
      })),
      JSON.parse(JSON.stringify(toolSpecs)),
    );
  });
});
