import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { parseSettings } from '../../../../src/formats/corpusSettings.ts';
import { fieldSettingsTemplate } from '../../../../src/vscode/recordDocuments/fieldSettings.ts';
import { english } from '../english.ts';

const fieldsOf = (...roles: readonly { role: string; names: string[] }[]) => ({
  formats: [],
  recordFiles: [{ path: 'a.jsonl', articles: 1, fields: { roles, unused: [] } }],
});

describe('fieldSettingsTemplate', () => {
  it('changes nothing as it is, and says what was understood once its comments are taken away', () => {
    const text = fieldSettingsTemplate(
      english,
      fieldsOf({ role: 'text', names: ['corps', 'le: texte'] }, { role: 'published', names: ['#date'] }),
    );
    assert.deepEqual(parseSettings(text), { fields: undefined, problem: undefined });
    const said = text.replace(/^ {2}# /gm, '  ');
    assert.deepEqual(parse(said), { fields: { text: ['corps', 'le: texte'], date: ['#date'] } });
    assert.deepEqual(parseSettings(said).fields, { text: ['corps', 'le: texte'], published: ['#date'] });
  });

  it('shows how it is done where nothing was understood', () => {
    assert.match(
      fieldSettingsTemplate(english, { formats: [], recordFiles: [] }),
      /^fields:\n {2}# text: content$/m,
    );
  });
});

describe('parseSettings', () => {
  it('names the line or the word that it does not understand, and keeps the rest', () => {
    assert.deepEqual(parseSettings('fields:\n  text: "a\n'), {
      fields: undefined,
      problem: { rule: 'badSettings', values: { line: 3 } },
    });
    assert.deepEqual(parseSettings('fields:\n  text: a\n  dat: b\n'), {
      fields: { text: ['a'] },
      problem: { rule: 'unknownSetting', values: { name: 'dat' } },
    });
    assert.deepEqual(parseSettings('fields: x').problem, {
      rule: 'unknownSetting',
      values: { name: 'fields' },
    });
    for (const text of ['', '# nothing', 'other: 1', 'fields:', '- x'])
      assert.deepEqual(parseSettings(text), { fields: undefined, problem: undefined }, text);
  });
});
