import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityChoice, PassageChoice } from '../../../../src/core/index.ts';
import { shortPassage } from '../../../../src/core/index.ts';
import { readCuration } from '../../../../src/formats/curation/curationFile.ts';
import type { AnyChoice } from '../../../../src/formats/curation/choiceLine.ts';
import {
  applyEdits,
  curationHeader,
  editCuration,
  type CurationEdit,
} from '../../../../src/formats/curation/editCuration.ts';

const edited = (text: string, edit: CurationEdit): string => {
  const editing = editCuration(text, [edit]);
  assert.ok('edits' in editing, JSON.stringify(editing));
  return applyEdits(text, editing.edits);
};

const dateOf = (article: string, date: string | null): AnyChoice => ({
  section: 'dates',
  choice: { article, date },
});
const set = (any: AnyChoice): CurationEdit => ({ ...any, action: 'set' });
const remove = (any: AnyChoice): CurationEdit => ({ ...any, action: 'remove' });

const grown = [
  '\ufeff# Kept by Ana and Sam',
  '',
  'passages:   # what the finder misses',
  '  # the morning letter',
  '  - { text: "Recevez la lettre", is: notice, outlet: journal }   # seen 12 times',
  '',
  '  -   text: Le port attend ses grues',
  '      is: article',
  '      article: journal/a.txt',
  '',
  '# checked on paper',
  'dates:',
  '- {article: journal/a.txt,   date: 2025-11-28}',
  '- {article: journal/b.txt, date: none}',
  '# the end',
].join('\r\n');

describe('editCuration', () => {
  it('begins a file with what it is for', () => {
    const text = edited('', set(dateOf('journal/a.txt', '2025-11-28')));
    assert.equal(text, `${curationHeader}\ndates:\n  - { article: journal/a.txt, date: 2025-11-28 }\n`);
  });

  it('adds a line to its list and leaves every other byte alone', () => {
    const text = edited(grown, set(dateOf('journal/c.txt', '2025')));
    const line = '- {article: journal/b.txt, date: none}\r\n';
    assert.equal(text, grown.replace(line, `${line}- { article: journal/c.txt, date: 2025 }\r\n`));
  });

  it('replaces what was said of the same thing, in its place', () => {
    const text = edited(grown, set(dateOf('journal/a.txt', null)));
    assert.equal(
      text,
      grown.replace('{article: journal/a.txt,   date: 2025-11-28}', '{ article: journal/a.txt, date: none }'),
    );
    const editing = editCuration(grown, [set(dateOf('journal/a.txt', null))]);
    assert.deepEqual('edits' in editing && editing.undo.edits, [set(dateOf('journal/a.txt', '2025-11-28'))]);
  });

  it('adds, replaces and takes out what is said of an entity', () => {
    const said = (entity: string, action: 'rename' | 'notAnEntity', to: string): AnyChoice => ({
      section: 'entities',
      choice: { entity, type: 'ORG', action, to },
    });
    const renamed = edited(grown, set(said('Banque du Lac', 'rename', 'La Banque')));
    const list = 'entities:\r\n  - { entity: "Banque du Lac", type: ORG, rename: "La Banque" }\r\n';
    assert.equal(renamed, `${grown}\r\n\r\n${list}`);
    const again = edited(renamed, set(said('banque du lac', 'rename', 'BDL')));
    assert.equal(again.split('rename').length, 2);
    const both = edited(again, set(said('Banque du Lac', 'notAnEntity', 'true')));
    assert.match(
      both,
      /rename: "BDL" \}\r\n {2}- \{ entity: "Banque du Lac", type: ORG, notAnEntity: true \}\r\n$/,
    );
    const without = edited(both, remove(said('Banque du Lac', 'rename', '')));
    assert.doesNotMatch(without, /rename/);
  });

  it('writes nothing when the file says so already', () => {
    assert.equal(edited(grown, set(dateOf('journal/b.txt', null))), grown);
    assert.equal(edited(grown, remove(dateOf('journal/c.txt', null))), grown);
  });

  it('takes a choice out with its line, whatever its style', () => {
    const block: AnyChoice = {
      section: 'passages',
      choice: { text: 'Le port attend ses grues', is: 'article', article: 'journal/a.txt' },
    };
    const lines = grown.split('\r\n');
    assert.equal(edited(grown, remove(block)), lines.filter((_, i) => i < 6 || i > 8).join('\r\n'));
    const dashAlone = 'dates:\n  -\n    article: a.txt\n    date: 2025\n  - { article: b.txt, date: 2024 }\n';
    assert.equal(
      edited(dashAlone, remove(dateOf('a.txt', null))),
      'dates:\n  - { article: b.txt, date: 2024 }\n',
    );
  });

  it('works in lists in brackets', () => {
    const text = 'dates: [{ article: a.txt, date: 2025 }, { article: b.txt, date: 2024 }]\n';
    const without = edited(text, remove(dateOf('a.txt', null)));
    assert.equal(without, 'dates: [{ article: b.txt, date: 2024 }]\n');
    assert.deepEqual(readCuration(edited(text, set(dateOf('c.txt', '2023')))).curation?.dates.length, 3);
    assert.equal(
      edited('dates: []  # none yet\n', set(dateOf('c.txt', '2023'))),
      'dates:\n  - { article: c.txt, date: 2023 }  # none yet\n',
    );
  });

  it('settles a contradiction by replacing both lines', () => {
    const text = 'dates:\n  - { article: a.txt, date: 2025 }\n  - { article: a.txt, date: 2024 }\n';
    assert.equal(edited(text, set(dateOf('a.txt', '2023'))), 'dates:\n  - { article: a.txt, date: 2023 }\n');
  });

  const said = (action: EntityChoice['action'], to = 'true', entity = 'Orsane'): AnyChoice => ({
    section: 'entities',
    choice: { entity, type: 'ORG', action, to },
  });

  it('replaces all that a choice contradicts, and lets stand what goes with it', () => {
    const both = edited(edited('', set(said('isEntity'))), set(said('mergeInto', 'Orsane Réseaux')));
    assert.match(both, /isEntity: true \}\n.*mergeInto: "Orsane Réseaux" \}\n$/);
    const hidden = edited(both, set(said('notAnEntity')));
    assert.match(hidden, /entities:\n {2}- \{ entity: "Orsane", type: ORG, notAnEntity: true \}\n$/);
    const { curation, problems } = readCuration(
      `${both}  - { entity: "Orsane", type: ORG, notAnEntity: true }\n`,
    );
    assert.equal(curation?.entities, undefined);
    assert.equal(problems.filter(({ evidence }) => evidence.rule === 'contradiction').length, 3);
  });

  it('writes several choices or none, and gives the way back', () => {
    const start = edited(edited(grown, set(said('isEntity'))), set(said('mergeInto', 'Orsane Réseaux')));
    const wanted = [
      set(said('notAnEntity')),
      set(said('rename', 'O')),
      remove(dateOf('journal/a.txt', null)),
    ];
    const editing = editCuration(start, wanted);
    assert.ok('edits' in editing);
    const after = applyEdits(start, editing.edits);
    assert.deepEqual(
      readCuration(after).curation?.entities?.map(({ action }) => action),
      ['notAnEntity', 'rename'],
    );
    const back = editCuration(after, editing.undo.edits, editing.undo.after);
    assert.ok('edits' in back);
    const restored = applyEdits(after, back.edits);
    const sorted = (text: string) =>
      JSON.stringify(readCuration(text).curation?.entities) +
      JSON.stringify(readCuration(text).curation?.dates.length);
    assert.equal(sorted(restored), sorted(start));
    const refused = editCuration(start, [set(said('rename', 'O')), ...wanted], [set(said('rename', 'P'))]);
    assert.deepEqual(refused, { refusal: 'changedSince' });
  });

  it('takes nothing back that somebody has written of since', () => {
    const first = editCuration('', [set(said('rename', 'A'))]);
    assert.ok('edits' in first);
    const text = applyEdits('', first.edits);
    const { edits, after } = first.undo;
    assert.deepEqual(editCuration(edited(text, set(said('rename', 'B'))), edits, after), {
      refusal: 'changedSince',
    });
    const elsewhere = editCuration(edited(text, set(said('rename', 'C', 'Zarif'))), edits, after);
    assert.ok('edits' in elsewhere);
  });

  it('does not touch a file that cannot be read, or where a line cannot be added', () => {
    assert.deepEqual(editCuration('dates: [', [set(dateOf('a.txt', '2023'))]), { refusal: 'notReadable' });
    assert.deepEqual(editCuration('{ dates: null }\n', [set(dateOf('a.txt', '2023'))]), {
      refusal: 'notEditable',
    });
    assert.deepEqual(
      editCuration('dates:\n...\n', [set({ section: 'passages', choice: { text: 'a b', is: 'notice' } })]),
      {
        refusal: 'notEditable',
      },
    );
  });

  it('writes any text so that it is read as it was, on one line', () => {
    const choice = fc
      .record({
        text: fc
          .string({ unit: 'binary', minLength: 1, maxLength: 400 })
          .filter((text) => text.trim() !== ''),
        is: fc.constantFrom('article', 'ticker', 'notice'),
        outlet: fc.option(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('null', '2024', 'a: b', 'x #y', '~')),
        ),
        article: fc.option(fc.string({ unit: 'binary', minLength: 1 }).filter((id) => id.trim() !== '')),
        wholeLines: fc.boolean(),
      })
      .map(({ text, is, outlet, article, wholeLines }): PassageChoice => ({
        ...shortPassage(text),
        is: is,
        ...(outlet !== null && { outlet }),
        ...(article !== null && { article }),
        ...(wholeLines && { wholeLines }),
      }));
    fc.assert(
      fc.property(choice, (each) => {
        const text = edited('', set({ section: 'passages', choice: each }));
        assert.equal(text.split('\n').length, 7, text);
        assert.deepEqual(readCuration(text), { curation: { passages: [each], dates: [] }, problems: [] });
      }),
    );
  });

  it('gives the file back byte for byte when what was added is taken out again', () => {
    const articles = fc.constantFrom('journal/a.txt', 'journal/b.txt', 'c.txt', 'd e.txt', 'f.jsonl#12');
    const date = fc.constantFrom(null, '2025', '2025-11', '2025-11-28');
    const start = fc.constantFrom(grown, `${grown}\r\n`, 'dates:\n', '# mine\n', 'passages: []\ndates:\n');
    fc.assert(
      fc.property(start, fc.array(fc.tuple(articles, date), { maxLength: 6 }), (text, choices) => {
        const known = new Set((readCuration(text).curation?.dates ?? []).map(({ article }) => article));
        const added = choices.filter(([article]) => !known.has(article));
        let after = text;
        for (const [article, value] of added) after = edited(after, set(dateOf(article, value)));
        for (const line of text.split('\n')) assert.ok(after.includes(line), line);
        for (const [article, value] of [...added].reverse()) {
          after = edited(after, remove(dateOf(article, value)));
        }
        const tail = text.endsWith('\n') ? '' : /\r\n/.test(text) ? '\r\n' : '\n';
        const isNewList = !/^dates:/m.test(text) && added.length > 0;
        assert.equal(after, isNewList ? `${text}${tail}\ndates:\n` : text);
      }),
    );
  });
});

describe('saving a search', () => {
  it('adds a line, changes it and takes it out, and leaves the rest as it was', () => {
    const before = 'dates:\n  - { article: a.txt, date: 2016 } # seen\n';
    const choice = { name: 'Ports « du » nord', words: 'port* "quai"', year: '2016', outlet: '' };
    const change = (text: string, edit: CurationEdit): string => {
      const editing = editCuration(text, [edit]);
      assert.ok('edits' in editing);
      return applyEdits(text, editing.edits);
    };
    const saved = change(before, { section: 'searches', action: 'set', choice });
    assert.ok(saved.startsWith(before));
    assert.deepEqual(readCuration(saved).curation?.searches, [choice]);
    const sorted = change(saved, { section: 'searches', action: 'set', choice: { ...choice, sort: 'date' } });
    assert.deepEqual(readCuration(sorted).curation?.searches, [{ ...choice, sort: 'date' }]);
    const removed = change(sorted, { section: 'searches', action: 'remove', choice });
    assert.equal(readCuration(removed).curation?.searches, undefined);
    assert.ok(removed.includes('# seen'));
  });

  it('puts a split in the place of the merge that it takes back, and the other way round', () => {
    const say = (action: EntityChoice['action']): AnyChoice => ({
      section: 'entities',
      choice: { entity: 'Kerkanet', type: 'ORG', action, to: 'Kerdis' },
    });
    const before =
      '# ours\nentities: # names\n  - { entity: "Kerkanet", type: ORG, mergeInto: "Kerdis" } # 2016\n';
    const split = edited(before, set(say('splitFrom')));
    assert.equal(split, before.replace('mergeInto', 'splitFrom'));
    assert.equal(edited(split, set(say('mergeInto'))), before);
  });
});
