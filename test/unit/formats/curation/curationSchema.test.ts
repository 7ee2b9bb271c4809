import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { passageKinds, sectionShapes } from '../../../../src/formats/curation/choiceFields.ts';

interface Shape {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>;
  readonly required: readonly string[];
}

const root = path.join(import.meta.dirname, '../../../..');
const schema = JSON.parse(readFileSync(path.join(root, 'schemas/curation.schema.json'), 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly items?: Shape }>>;
};

describe('the schema of the curation file', () => {
  it('names the lists and keys that are read, and no others', () => {
    const names = sectionShapes.map(({ name }) => name);
    assert.deepEqual(Object.keys(schema.properties), ['version', ...names]);
    for (const { name, required, optional } of sectionShapes) {
      const { properties, required: needed } = schema.properties[name]!.items!;
      assert.deepEqual(Object.keys(properties).sort(), [...required, ...optional].sort(), name);
      assert.deepEqual(needed, required, name);
    }
    assert.deepEqual(schema.properties['passages']?.items?.properties['is']?.enum, passageKinds);
  });

  it('is contributed for the file', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      contributes: { yamlValidation: readonly { fileMatch: string; url: string }[] };
    };
    assert.deepEqual(manifest.contributes.yamlValidation, [
      { fileMatch: '.corpus/curation.yaml', url: './schemas/curation.schema.json' },
    ]);
  });
});
