import assert from 'node:assert/strict';
import { describeCurationProblem } from '../../../../src/core/index.ts';
import { readCuration } from '../../../../src/formats/curation/curationFile.ts';

/** "line:column rule" of each problem. */
const problemsOf = (text: string): readonly string[] =>
  readCuration(text).problems.map(({ line, column, evidence }) => `${line}:${column} ${evidence.rule}`);

describe('readCuration', () => {
  it('reads what the user has put right, in any style of YAML', () => {
    const text = [
      '# Notes of ours',
      'passages:',
      '  - { text: "Recevez  la lettre", is: notice, outlet: journal }  # every morning',
      '  - text: >-',
      '      Le port attend',
      '      ses grues',
      '    is: article',
      '    article: journal/a.txt',
      '  - {text: Rabat, is: sectionLabel, lines: whole, outlet: 2024}',
      'dates: [{ article: journal/a.txt, date: 2025-11 }, { article: b.txt, date: none }]',
      '',
    ].join('\n');
    assert.deepEqual(readCuration(text), {
      curation: {
        passages: [
          { text: 'Recevez la lettre', is: 'notice', outlet: 'journal' },
          { text: 'Le port attend ses grues', is: 'article', article: 'journal/a.txt' },
          { text: 'Rabat', is: 'sectionLabel', outlet: '2024', wholeLines: true },
        ],
        dates: [
          { article: 'journal/a.txt', date: '2025-11' },
          { article: 'b.txt', date: null },
        ],
      },
      problems: [],
    });
  });

  for (const nothing of [
    '',
    '\ufeff',
    '# only a comment\n',
    'passages:\ndates:\n',
    '---\n',
    '# mine\nversion: 1\n',
  ]) {
    it(`reads nothing out of ${JSON.stringify(nothing)}`, () => {
      assert.deepEqual(readCuration(nothing), { curation: { passages: [], dates: [] }, problems: [] });
    });
  }

  it('passes over what is wrong, says where, and keeps the rest', () => {
    const text = [
      'passages:',
      '  - { text: "Un", is: notice }',
      '  - { text: "Deux", is: advert }',
      '  - { text: "Trois" }',
      '  - { text: "", is: notice }',
      '  - { text: "Cinq", is: notice, where: here }',
      '  - { text: "Six", text: "Sept", is: notice }',
      '  - { text: [a], is: notice }',
      '  - just words',
      '  - { text: "Huit … neuf", is: ticker, length: 300 }',
      '  - { text: "Huit … neuf", is: ticker, length: many, hash: 00000000 }',
      '  - { text: "Huit … neuf", is: ticker, length: 300, hash: xyz }',
      'dates:',
      '  - { article: a.txt, date: 2025-02-30 }',
      '  - { article: b.txt, date: 28/11/2025 }',
      '  - { article: c.txt, date: 2025 }',
      'entries: []',
      'version: 2',
    ].join('\n');
    assert.deepEqual(problemsOf(text), [
      '3:25 unknownValue',
      '4:5 missingKey',
      '5:13 emptyText',
      '6:33 unknownKey',
      '7:20 repeatedKey',
      '8:13 notText',
      '9:5 notAChoice',
      '10:48 onlyTogether',
      '11:48 wrongNumber',
      '12:59 wrongFingerprint',
      '14:29 wrongDate',
      '15:29 wrongDate',
      '17:1 unknownSection',
      '18:10 unknownVersion',
    ]);
    assert.deepEqual(readCuration(text).curation, {
      passages: [{ text: 'Un', is: 'notice' }],
      dates: [{ article: 'c.txt', date: '2025' }],
    });
  });

  it('reads what is said of entities, one thing a line', () => {
    const text = [
      'entities:',
      '  - { entity: IAM, type: ORG, mergeInto: "Télécom du Littoral" }',
      '  - { entity: IAM, type: ORG, rename: Littoral }',
      '  - { entity: Lire Aussi, type: PER, notAnEntity: true }',
      '  - { entity: Haddad, type: ORG, changeType: PER }',
      '  - { entity: BDL, type: ORG, splitFrom: Banque du Lac }',
      '  - { entity: BDL, type: ORG, splitFrom: Banque du Littoral }',
      '  - { entity: BDL, type: firm, rename: B }',
      '  - { entity: BDL, type: ORG }',
      '  - { entity: ODM, type: ORG, notAnEntity: true, rename: O }',
      '  - { entity: haddad, type: ORG, notAnEntity: true }',
    ].join('\n');
    const { curation } = readCuration(text);
    assert.deepEqual(
      curation?.entities?.map(({ entity, type, action, to }) => [entity, type, action, to]),
      [
        ['IAM', 'ORG', 'mergeInto', 'Télécom du Littoral'],
        ['IAM', 'ORG', 'rename', 'Littoral'],
        ['Lire Aussi', 'PER', 'notAnEntity', 'true'],
        ['BDL', 'ORG', 'splitFrom', 'Banque du Lac'],
        ['BDL', 'ORG', 'splitFrom', 'Banque du Littoral'],
      ],
    );
    assert.deepEqual(problemsOf(text), [
      '5:5 contradiction',
      '8:26 unknownValue',
      '9:5 oneOfKeys',
      '10:5 oneOfKeys',
      '11:5 contradiction',
    ]);
  });

  it('lets none of two choices hold that contradict each other, and says so at both', () => {
    const text = [
      'passages:',
      '  - { text: "Un  mot", is: notice, outlet: journal }',
      '  - { text: "Un mot", is: article, outlet: journal, article: journal/a.txt }',
      '  - { text: "Un mot", is: article, outlet: gazette }',
      'dates:',
      '  - { article: a.txt, date: 2025-11-28 }',
      '  - { article: b.txt, date: 2025-11-28 }',
      '  - { article: a.txt, date: none }',
    ].join('\n');
    assert.deepEqual(problemsOf(text), [
      '2:5 contradiction',
      '3:5 contradiction',
      '6:5 contradiction',
      '8:5 contradiction',
    ]);
    assert.deepEqual(readCuration(text).curation, {
      passages: [{ text: 'Un mot', is: 'article', outlet: 'gazette' }],
      dates: [{ article: 'b.txt', date: '2025-11-28' }],
    });
  });

  it('takes what is said twice once, and warns', () => {
    const { curation, problems } = readCuration(
      'dates:\n  - { article: a.txt, date: 2025 }\n  - {article: a.txt, date: 2025}\ndates:\n',
    );
    assert.deepEqual(curation?.dates, [{ article: 'a.txt', date: '2025' }]);
    assert.deepEqual(
      problems.map(
        ({ severity, line, evidence }) => `${severity} ${line} ${describeCurationProblem(evidence)}`,
      ),
      [
        'warning 3 The same as line 2: one of the two lines is enough.',
        'warning 4 The list “dates” is there a second time. Both are read; put them together.',
      ],
    );
  });

  it('says that a broken file cannot be read, and where', () => {
    for (const [text, place] of [
      ['passages:\n  - { text: "Un, is: notice }\n', 3],
      ['passages: [\n', 2],
      ['a: 1\n---\nb: 2\n', 2],
      ['- a\n', 1],
      ['only words', 1],
    ] as const) {
      const { curation, problems } = readCuration(text);
      assert.equal(curation, undefined, text);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]!.line <= place, `${text} ${problems[0]!.line}`);
      assert.ok(describeCurationProblem(problems[0]!.evidence).length > 30);
    }
  });

  it('does not follow aliases that would blow up', () => {
    const text = ['a: &a { x: 1 }', 'b: &b [*a, *a]', 'passages: [*b, *b]', 'dates: *nobody'].join('\n');
    assert.doesNotThrow(() => readCuration(text));
  });
});

describe('the searches of a curation file', () => {
  it('are read with what narrows them, and faults told at their place', () => {
    const { curation, problems } = readCuration(
      [
        'searches:',
        '  - { name: " Ports ", words: "port* quai", sort: date, year: 2016, outlet: agio, language: fr }',
        '  - { name: Phares, words: phare, entity: "ORG:port de brume" }',
        '  - { name: Rien, words: "" }',
        '  - { name: An, words: quai, year: 16 }',
        '  - { name: Nom, words: quai, entity: Brume }',
        '  - { name: Tri, words: quai, sort: best }',
        '  - { name: Mots, words: "quai OR" }',
      ].join('\n'),
    );
    assert.deepEqual(curation?.searches, [
      { name: 'Ports', words: 'port* quai', sort: 'date', outlet: 'agio', language: 'fr', year: '2016' },
      { name: 'Phares', words: 'phare', entity: 'ORG:port de brume' },
    ]);
    assert.deepEqual(
      problems.map(({ line, evidence }) => `${line} ${evidence.rule}`),
      ['4 emptyText', '5 wrongYear', '6 wrongEntity', '7 unknownValue', '8 wrongQuery'],
    );
  });

  it('says at its line what of the entities contradicts itself, runs in a circle, or says nothing', () => {
    const text = [
      'entities:',
      '  - { entity: Kerkanet, type: ORG, mergeInto: Kerdis }',
      '  - { entity: kerkanet, type: ORG, splitFrom: KERDIS }',
      '  - { entity: Valtor, type: ORG, mergeInto: Lumex }',
      '  - { entity: Lumex, type: ORG, mergeInto: Rivage }',
      '  - { entity: Rivage, type: ORG, mergeInto: Valtor }',
      '  - { entity: Orsane, type: ORG, mergeInto: Groupe Orsane }',
      '  - { entity: Tamda, type: LOC, changeType: LOC }',
      '  - { entity: Nador, type: LOC, splitFrom: Fès }',
      '  - { entity: Fès, type: LOC, splitFrom: Nador }',
      '  - { entity: Nador, type: TOWN, rename: Nador-Ville }',
    ].join('\n');
    assert.deepEqual(problemsOf(text), [
      '2:5 contradiction',
      '3:5 contradiction',
      '4:5 mergedInCircle',
      '5:5 mergedInCircle',
      '6:5 mergedInCircle',
      '7:5 ownTarget',
      '8:5 ownTarget',
      '10:5 repeatedChoice',
      '11:28 unknownValue',
    ]);
    const said = readCuration(text).curation?.entities?.map(({ entity, action }) => `${entity} ${action}`);
    assert.ok(said?.includes('Rivage mergeInto') && !said.includes('Kerkanet mergeInto'), said?.join());
  });
});
