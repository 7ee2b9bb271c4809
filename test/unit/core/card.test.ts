import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderCard, type CardLines, type EntityCard } from '../../../src/core/card.ts';
import { englishCardLanguage, type CardLanguage } from '../../../src/core/card/messages.ts';

const valtor: EntityCard = {
  id: 'ORG:valtor',
  type: 'ORG',
  name: 'Valtor',
  aliases: ['Groupe Valtor', 'VALTOR', 'Valtor SA', 'Valtor Inc.', 'Valtor Ltd'],
  joins: [
    { name: 'VFM', evidence: { rule: 'initials', values: { short: 'VFM', long: 'Valtor froid maritime' } } },
    { name: 'Groupe Valtor', evidence: { rule: 'sameName' } },
  ],
  articles: 1204,
  mentions: 3001,
  undatedArticles: 2,
  first: '2004-05',
  last: '2021-12-07',
  years: [
    { year: '2004', articles: 200 },
    { year: '2021', articles: 1002 },
  ],
  facts: [
    factOf('description', 'une filiale de Kerdis spécialisée dans le froid'),
    { ...factOf('parent', 'filiale de Kerdis'), other: { id: 'ORG:kerdis', name: 'Kerdis' } },
    { ...factOf('role', 'directrice générale'), other: { id: 'PER:ines roche', name: 'Inès Roche' } },
  ],
  companions: [
    { id: 'ORG:kerdis', name: 'Kerdis', articles: 11 },
    { id: 'ORG:uas', name: 'UAS', articles: 4 },
    { id: 'ORG:rivage', name: 'Rivage', articles: 3 },
    { id: 'ORG:lumex', name: 'Lumex', articles: 1 },
  ],
  generation: 1,
};

function factOf(
  kind: EntityCard['facts'][number]['kind'],
  value: string,
  date = '2016-05-01',
): EntityCard['facts'][number] {
  return { kind, value, article: 'a/1.txt', articleTitle: 'Le froid gagne', date, start: 10, end: 90 };
}

/** Each line as text; a picture by its alternative, a link by its parts. */
function textOf(lines: CardLines): string[] {
  return lines.map(
    ({ label, parts }) => (label ? `${label} ` : '') + parts.map(({ text }) => text).join(' · '),
  );
}

describe('renderCard', () => {
  it('marks what the user has put right, and nothing else', () => {
    const titleOf = (card: EntityCard): string | undefined => textOf(renderCard(card))[0];
    assert.match(titleOf({ ...valtor, aliases: [], isCurated: true }) ?? '', /^Valtor · organization · ✎/);
    assert.doesNotMatch(titleOf(valtor) ?? '', /✎/);
  });

  it('says all of an organization in eight lines', () => {
    assert.deepEqual(textOf(renderCard(valtor)), [
      'Valtor · organization · also Groupe Valtor, Valtor SA, Valtor Inc. and 1 more',
      '“une filiale de Kerdis spécialisée dans le froid” · Le froid gagne',
      'Kerdis (parent) · Inès Roche, directrice générale',
      '1,204 articles · 3,001 mentions · May 2004 – 7 Dec 2021 · 2 undated',
      'VFM: joined by its initials',
      '2004–2021, most in 2021 (1,002 articles)',
      'With: Kerdis (11) · UAS (4) · Rivage (3)',
      'Show in Tree · All Mentions · Concordance · Filter by This · Dossier · Put Right…',
    ]);
  });

  it('gives every fact, companion and action its place to click', () => {
    const lines = renderCard(valtor);
    const targetOf = (kind: string, part = 0) =>
      lines.find((line) => line.kind === kind)?.parts[part]?.target;
    assert.deepEqual(targetOf('description'), { kind: 'passage', article: 'a/1.txt', start: 10, end: 90 });
    assert.deepEqual(targetOf('people', 1), { kind: 'passage', article: 'a/1.txt', start: 10, end: 90 });
    assert.deepEqual(targetOf('companions'), { kind: 'entity', entity: 'ORG:kerdis' });
    assert.deepEqual(targetOf('actions', 3), {
      kind: 'action',
      action: 'filterByThis',
      entity: 'ORG:valtor',
    });
    assert.match(lines.find(({ kind }) => kind === 'years')?.parts[0]?.svg ?? '', /^<svg /);
  });

  it('says of a name of one article that it is one, without years and companions', () => {
    const card = {
      ...valtor,
      articles: 1,
      mentions: 1,
      undatedArticles: 0,
      first: '2016',
      last: '2016',
      aliases: [],
      joins: [],
    };
    assert.deepEqual(textOf(renderCard(card, { article: 'a/1.txt' })), [
      'Valtor · organization',
      '“une filiale de Kerdis spécialisée dans le froid” · Le froid gagne',
      'Kerdis (parent) · Inès Roche, directrice générale',
      'Only in this article · 1 mention · 2016',
      'Show in Tree · All Mentions · Concordance · Filter by This · Dossier · Put Right…',
    ]);
    assert.ok(textOf(renderCard(card))[3]?.startsWith('Only in one article'));
  });

  it('says that a name is not in the corpus yet', () => {
    const card: EntityCard = {
      ...{ id: 'ORG:valtor', type: 'ORG', name: 'Valtor', aliases: [], joins: [], articles: 0, mentions: 2 },
      ...{ undatedArticles: 0, years: [], facts: [], companions: [], generation: 1 },
    };
    assert.deepEqual(textOf(renderCard(card)).slice(0, 2), [
      'Valtor · organization',
      'Not in the corpus yet · 2 mentions',
    ]);
  });

  it('is shorter for a person, whose role stands for the description', () => {
    const role = {
      ...factOf('role', 'directrice générale de Valtor'),
      other: { id: 'ORG:valtor', name: 'Valtor' },
    };
    const joins = [{ name: 'Roche', evidence: { rule: 'surname' } }];
    const card: EntityCard = {
      ...valtor,
      id: 'PER:ines roche',
      type: 'PER',
      name: 'Inès Roche',
      aliases: ['Roche'],
      facts: [role],
      joins,
    };
    assert.deepEqual(textOf(renderCard(card)), [
      'Inès Roche · person · also Roche',
      'directrice générale de Valtor',
      '1,204 articles · 3,001 mentions · May 2004 – 7 Dec 2021 · 2 undated',
      'Roche: joined by the surname',
      'Show in Tree · All Mentions · Concordance · Filter by This · Dossier · Put Right…',
    ]);
  });

  it('says a role once, and the next one beside it', () => {
    const facts = [
      factOf('role', 'présidente de Valtor', '2020'),
      factOf('role', 'présidente de Valtor depuis mars', '2019'),
      factOf('role', 'directrice de Lumex', '2011'),
    ];
    const line = renderCard({ ...valtor, type: 'PER', facts }).find(({ kind }) => kind === 'description');
    assert.deepEqual(
      line?.parts.map(({ text }) => text),
      ['présidente de Valtor (2020)', 'directrice de Lumex (2011)'],
    );
  });

  it('is shortest for a place', () => {
    const kinds = renderCard({ ...valtor, type: 'LOC' }).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['title', 'counts', 'actions']);
  });

  it('sets contradicting facts side by side with their dates', () => {
    const facts = [
      { ...factOf('parent', 'filiale de Kerdis', '2009'), other: { id: 'ORG:kerdis', name: 'Kerdis' } },
      { ...factOf('parent', 'rachetée par Rivage', '2016-05'), other: { id: 'ORG:rivage', name: 'Rivage' } },
      {
        ...factOf('parent', 'filiale du groupe Kerdis', '2010'),
        other: { id: 'ORG:kerdis', name: 'Kerdis' },
      },
    ];
    const line = renderCard({ ...valtor, facts }).find(({ kind }) => kind === 'people');
    assert.deepEqual(
      line?.parts.map(({ text }) => text),
      ['Kerdis (parent, 2009)', 'Rivage (parent, May 2016)'],
    );
  });

  it('speaks another language with its words, plurals, numbers and dates', () => {
    const french: CardLanguage = {
      messages: {
        ...englishCardLanguage.messages,
        articles: { one: '{count} article', other: '{count} articles' },
        mentions: { one: '{count} mention', other: '{count} mentions' },
        undated: { one: '{count} sans date', other: '{count} sans date' },
        period: 'de {first} à {last}',
      },
      formatNumber: (count) => String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f'),
      formatDate: (date) => date.split('-').reverse().join('/'),
      pluralOf: (count) => (count < 2 ? 'one' : 'other'),
    };
    const [counts] = renderCard({ ...valtor, mentions: 0 }, { language: french }).filter(
      ({ kind }) => kind === 'counts',
    );
    assert.deepEqual(
      counts?.parts.map(({ text }) => text),
      ['1\u202f204 articles', '0 mention', 'de 05/2004 à 07/12/2021', '2 sans date'],
    );
  });

  it('keeps braces of a name and cuts a long quote at a word', () => {
    const long = 'mot '.repeat(100).trim();
    const lines = textOf(
      renderCard({
        ...valtor,
        name: 'A{count}B',
        facts: [factOf('description', long)],
        companions: [{ id: 'ORG:x', name: '{name}', articles: 3 }],
      }),
    );
    assert.match(lines[0]!, /^A\{count\}B · /);
    assert.match(lines[1]!, /^“(?:mot )+mot…” /);
    assert.ok(lines.includes('With: {name} (3)'));
  });

  it('is never longer than eight lines, whatever is known', () => {
    const kind = fc.constantFrom('description', 'parent', 'longName', 'role');
    const fact = fc
      .record({ kind, value: fc.string() })
      .map(({ kind: k, value }) => factOf(k as 'role', value));
    const card = fc.record({
      type: fc.constantFrom('ORG', 'PER', 'LOC'),
      articles: fc.nat(3),
      facts: fc.array(fact, { maxLength: 9 }),
      aliases: fc.array(fc.string(), { maxLength: 9 }),
    });
    fc.assert(
      fc.property(card, (part) => {
        const lines = renderCard({ ...valtor, ...(part as Partial<EntityCard>) });
        assert.ok(lines.length >= 3 && lines.length <= 8);
        assert.ok(lines.every(({ parts }) => parts.length > 0));
      }),
    );
  });
});
