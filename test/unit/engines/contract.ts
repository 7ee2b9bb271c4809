import assert from 'node:assert/strict';
import type {
  ArticleAnalysis,
  CorpusIndex,
  FacetBucket,
  WritableCorpusIndex,
} from '../../../src/core/index.ts';
import { buildAnalysis, type ArticleOptions, type Piece } from './analysisBuilder.ts';

/** Opens an empty index whose concordances read their texts by `readText`. */
export type OpenEngine = (readText: (id: string) => Promise<string | undefined>) => WritableCorpusIndex;

const harbour = { type: 'ORG', name: 'Port de Brume' } as const;
const fleet = { type: 'ORG', name: 'Compagnie des Phares', also: 'cdp' } as const;
const fleetShort = { type: 'ORG', name: 'CDP' } as const;
const head = { type: 'PER', name: 'Aline Morvan', key: 'morvan' } as const;
const headShort = { type: 'PER', name: 'Morvan', key: 'morvan' } as const;
const town = { type: 'LOC', name: 'Brume' } as const;

const articles: readonly { id: string; pieces: readonly Piece[]; options: ArticleOptions }[] = [
  {
    id: '2003/fusion.txt',
    pieces: [
      fleet,
      '(',
      fleetShort,
      ') rejoint',
      harbour,
      'à',
      town,
      '. Selon',
      head,
      ', l’œuvre sera longue.',
    ],
    options: {
      title: 'Une fusion au port',
      date: '2003-04-05',
      outlet: 'La Vigie',
      description: 'armateur breton',
    },
  },
  {
    id: '2003/suite.txt',
    pieces: [harbour, 'et', harbour, 'répondent à', headShort, 'sur', headShort, '.'],
    options: { title: 'Le port répond', date: '2003-06', outlet: 'La Vigie' },
  },
  {
    id: '2010/bilan.txt',
    pieces: [fleetShort, 'publie ses comptes à', town, '.'],
    options: {
      title: 'Bilan',
      date: '2010',
      outlet: 'L’Écho',
      language: 'en',
      furniture: 'Morvan en bourse Phares',
    },
  },
  { id: 'sans-date.txt', pieces: ['Rien que des mots.'], options: { undatedReason: 'noDate' } },
];

function batchFiles(chosen: typeof articles) {
  return chosen.map(({ id, pieces, options }) => {
    const analysis: ArticleAnalysis = buildAnalysis(id, pieces, options);
    return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
  });
}

const all = { limit: 100 };

/** What every engine must answer. Counting under random changes is tested against the naive engine. */
export function testEngine(name: string, open: OpenEngine): void {
  describe(`${name}: CorpusIndex`, () => {
    let index: WritableCorpusIndex;
    const texts = new Map<string, string>();
    before(async () => {
      index = open((id) => Promise.resolve(texts.get(id)));
      const files = batchFiles(articles);
      for (const { id, analysis } of files.flatMap((file) => file.articles)) texts.set(id, analysis.text);
      await index.apply({ files, removedPaths: [], isComplete: true });
    });
    after(() => index.close());

    it('counts the corpus', async () => {
      const { generation, ...status } = await index.status();
      assert.equal(generation, 1);
      assert.deepEqual(status, {
        articles: 4,
        undated: 1,
        entities: { ORG: 2, PER: 1, LOC: 1 },
        firstDate: '2003-04-05',
        lastDate: '2010',
        skipped: 0,
        isComplete: true,
      });
    });

    it('counts what is to be known of dates, and finds it', async () => {
      const { items } = await index.facet({}, 'review', all);
      assert.deepEqual(counts(items), { noDate: [1, undefined] });
      const undated = await index.documents({ review: ['noDate', 'conflicting'] }, 'title', all);
      assert.deepEqual(
        undated.items.map(({ id, marks }) => [id, marks]),
        [['sans-date.txt', ['noDate']]],
      );
      assert.equal((await index.documents({ review: ['sameText'] }, 'title', all)).total, 0);
      const [dated] = (await index.documents({}, 'date', { limit: 1 })).items;
      assert.deepEqual([dated?.dateSource, dated?.marks], ['fileName', undefined]);
    });

    it('joins an acronym with its long form and counts their articles once', async () => {
      const { items } = await index.facet({}, 'ORG', all);
      assert.deepEqual(counts(items), { CDP: [2, 3], 'Port de Brume': [2, 3] });
      assert.equal(await index.resolve('ORG', 'cdp'), await index.resolve('ORG', 'compagnie des phares'));
      assert.equal(await index.resolve('ORG', 'inconnue'), undefined);
      assert.equal(await index.resolve('LOC', 'cdp'), undefined);
    });

    it('shows the fullest frequent name of a person', async () => {
      const { items } = await index.facet({}, 'PER', all);
      assert.deepEqual(counts(items), { 'Aline Morvan': [2, 3] });
    });

    it('tells outlets and languages apart, the unknown outlet as an empty name', async () => {
      const { items } = await index.facet({}, 'outlet', all);
      assert.deepEqual(counts(items), {
        'La Vigie': [2, undefined],
        '': [1, undefined],
        'L’Écho': [1, undefined],
      });
      assert.deepEqual(counts((await index.facet({}, 'language', all)).items), {
        fr: [3, undefined],
        en: [1, undefined],
      });
    });

    it('draws time in the step asked for, as fine as is known', async () => {
      const { periods, undated } = await index.histogram({}, 'month');
      assert.deepEqual(
        periods.map(({ period }) => period),
        ['2003-04', '2003-06', '2010'],
      );
      assert.equal(undated, 1);
      assert.deepEqual((await index.histogram({}, 'year')).periods[0], { period: '2003', articles: 2 });
      assert.equal((await index.histogram({}, 'day')).periods[0]?.period, '2003-04-05');
    });

    it('lists articles by date or title, the undated last', async () => {
      const ids = async (sort: 'date' | 'dateDescending' | 'title'): Promise<string[]> =>
        (await index.documents({}, sort, all)).items.map(({ id }) => id);
      const dated = ['2003/fusion.txt', '2003/suite.txt', '2010/bilan.txt'];
      assert.deepEqual(await ids('date'), [...dated, 'sans-date.txt']);
      assert.deepEqual(await ids('dateDescending'), [...dated.reverse(), 'sans-date.txt']);
      assert.deepEqual(await ids('title'), [
        'sans-date.txt',
        '2010/bilan.txt',
        '2003/suite.txt',
        '2003/fusion.txt',
      ]);
    });

    it('gives an article with all that is known of it', async () => {
      assert.deepEqual(await index.article('2003/fusion.txt'), {
        id: '2003/fusion.txt',
        title: 'Une fusion au port',
        outlet: 'La Vigie',
        date: '2003-04-05',
        precision: 'day',
        dateSource: 'fileName',
        language: 'fr',
        authors: [],
      });
      const undated = await index.article('sans-date.txt');
      assert.deepEqual(
        [undated?.isUntitled, undated?.undatedReason, undated?.title],
        [true, 'noDate', 'A first sentence.'],
      );
      assert.equal(await index.article('missing.txt'), undefined);
    });

    it('says where the filter’s last entity first stands in an article', async () => {
      const { items } = await index.documents({ entities: ['ORG:port de brume'] }, 'dateDescending', all);
      assert.deepEqual(
        items.map(({ mentions }) => mentions),
        [2, 1],
      );
      const { start = 0, end = 0 } = items[1]?.firstMention ?? {};
      assert.equal(texts.get('2003/fusion.txt')?.slice(start, end), 'Port de Brume');
    });

    it('narrows by every condition at once', async () => {
      const found = async (filter: Parameters<CorpusIndex['documents']>[0]): Promise<string[]> =>
        (await index.documents(filter, 'date', all)).items.map(({ id }) => id);
      assert.deepEqual(await found({ entities: ['ORG:cdp', 'PER:morvan'] }), ['2003/fusion.txt']);
      assert.deepEqual(await found({ entities: ['ORG:compagnie des phares'], from: '2004' }), [
        '2010/bilan.txt',
      ]);
      assert.deepEqual(await found({ from: '2003-06-15', to: '2003-12' }), ['2003/suite.txt']);
      assert.deepEqual(
        await found({ from: '2010-03', to: '2010-03-01' }),
        ['2010/bilan.txt'],
        'a year overlaps its months',
      );
      assert.deepEqual(await found({ isUndated: true }), ['sans-date.txt']);
      assert.deepEqual(await found({ isUndated: true, from: '2003' }), []);
      assert.deepEqual(await found({ outlets: ['', 'L’Écho'] }), ['2010/bilan.txt', 'sans-date.txt']);
      assert.deepEqual(await found({ outlets: [] }), []);
      assert.deepEqual(await found({ languages: ['en'] }), ['2010/bilan.txt']);
      assert.deepEqual(await found({ entities: ['ORG:inconnue'] }), []);
      assert.deepEqual(await found({ words: '…' }), await found({}));
    });

    it('finds words without regard to case, accents, ligatures and apostrophes, but not in boilerplate', async () => {
      const found = async (words: string): Promise<string[]> =>
        (await index.search(words, {}, all)).items.map(({ article }) => article.id);
      assert.deepEqual(await found('OEUVRE'), ['2003/fusion.txt']);
      assert.deepEqual(await found("l'œuvre"), ['2003/fusion.txt']);
      assert.deepEqual(await found('"repondent a Morvan"'), ['2003/suite.txt']);
      assert.deepEqual(await found('"morvan répondent"'), []);
      assert.deepEqual(await found('compt* publie'), ['2010/bilan.txt']);
      assert.deepEqual(await found('bourse'), [], 'stands in boilerplate');
      assert.deepEqual(await found('fusion'), ['2003/fusion.txt'], 'stands in the title');
      assert.deepEqual(await found('…'), []);
      assert.deepEqual((await index.search('port', { from: '2003-05' }, all)).items.length, 1);
    });

    it('combines, excludes and looks for what stands near', async () => {
      const found = async (words: string): Promise<string[]> =>
        (await index.documents({ words }, 'date', all)).items.map(({ id }) => id);
      const [fusion, suite, bilan, undated] = [
        '2003/fusion.txt',
        '2003/suite.txt',
        '2010/bilan.txt',
        'sans-date.txt',
      ];
      assert.deepEqual(await found('phares OR comptes'), [fusion, bilan]);
      assert.deepEqual(await found('port -fusion'), [suite], 'the title counts');
      assert.deepEqual(await found('NOT brume'), [undated]);
      assert.deepEqual(await found('mots OR NOT (port OR bilan)'), [undated]);
      assert.deepEqual(await found('NOT (NOT port OR NOT fusion)'), [fusion]);
      assert.deepEqual(await found('port AND (phares OR "répondent à")'), [fusion, suite]);
      assert.deepEqual(await found('NEAR(compagnie selon, 8)'), []);
      assert.deepEqual(await found('NEAR(selon compagnie, 10)'), [fusion]);
      assert.deepEqual(await found('rien NEAR/0 de*'), []);
      assert.deepEqual(await found('rien NEAR/1 "des mots"'), [undated]);
      assert.deepEqual(await found('fusion NEAR/9 selon'), [], 'never from the title into the text');
      await assert.rejects(index.search('port OR', {}, all), /^WordQueryError: words: .*character 6/);
      await assert.rejects(index.kwic({ words: '"port' }, {}, all), RangeError);
      await assert.rejects(index.documents({ words: '(port' }, 'date', all), RangeError);
    });

    it('aligns what a query looks for, and nothing that it excludes', async () => {
      const keywords = async (words: string): Promise<string[]> =>
        (await index.kwic({ words }, {}, all)).items.map(({ keyword }) => keyword);
      assert.deepEqual(await keywords('port OR "port de"'), ['Port de', 'Port de', 'Port de']);
      assert.deepEqual(await keywords('(comptes AND morvan) OR publie'), ['publie']);
      assert.deepEqual(await keywords('fusion selon'), ['Selon'], 'a title has no line');
      assert.deepEqual(await keywords('NOT port'), []);
      assert.deepEqual(await keywords('port NEAR/2 port'), ['Port', 'Port', 'Port']);
      assert.deepEqual(await keywords('NEAR(brume répondent morvan, 4)'), ['Brume répondent à Morvan']);
      const [line] = (await index.kwic({ words: 'répondent' }, {}, all)).items;
      assert.deepEqual(line?.from, { line: 0, character: line?.start });
      assert.deepEqual(line.to, { line: 0, character: line.end });
    });

    it('looks into the articles that a filter names only', async () => {
      const articles = ['2010/bilan.txt', '2003/suite.txt', 'missing.txt'];
      const { items } = await index.documents({ articles }, 'date', all);
      assert.deepEqual(
        items.map(({ id }) => id),
        ['2003/suite.txt', '2010/bilan.txt'],
      );
      assert.equal((await index.kwic({ entity: 'ORG:cdp' }, { articles }, all)).total, 1);
      assert.equal((await index.documents({ articles: [] }, 'date', all)).total, 0);
    });

    it('makes a card of an entity', async () => {
      const card = await index.entity('ORG:cdp');
      assert.ok(card);
      const { facts, joins, companions, generation, ...rest } = card;
      assert.equal(generation, 1);
      assert.equal(rest.id, await index.resolve('ORG', 'cdp'));
      assert.deepEqual(
        { ...rest, id: '' },
        {
          id: '',
          type: 'ORG',
          name: 'CDP',
          aliases: ['Compagnie des Phares'],
          articles: 2,
          mentions: 3,
          undatedArticles: 0,
          first: '2003-04-05',
          last: '2010',
          years: [
            { year: '2003', articles: 1 },
            { year: '2010', articles: 1 },
          ],
        },
      );
      assert.deepEqual(
        facts.map(({ value, article, other }) => [value, article, other?.name]),
        [['armateur breton', '2003/fusion.txt', undefined]],
      );
      assert.deepEqual(joins, [{ name: 'cdp', evidence: { rule: 'acronymInParentheses' } }]);
      assert.deepEqual(companions, [{ id: 'ORG:port de brume', name: 'Port de Brume', articles: 1 }]);
      assert.equal((await index.entity('ORG:cdp', { to: '2003' }))?.articles, 1);
      assert.equal(await index.entity('ORG:inconnue'), undefined);
    });

    it('suggests entities by the beginning of any word of any name', async () => {
      const names = async (prefix: string): Promise<string[]> =>
        (await index.suggest(prefix, 5)).map(({ name: each }) => each);
      assert.deepEqual(await names('bru'), ['Port de Brume', 'Brume']);
      assert.deepEqual(await names('des PHA'), ['CDP']);
      assert.deepEqual(await names('áline'), ['Aline Morvan']);
      assert.deepEqual(await names('rume'), []);
      assert.equal((await index.suggest('b', 1)).length, 1);
    });

    it('says where an entity is best told of', async () => {
      const ids = ['ORG:compagnie des phares', 'PER:morvan', 'ORG:inconnue', 'LOC:brume'];
      const [fleetIs, headIs, townIs, ...more] = await index.definitions(ids);
      assert.ok(fleetIs && headIs && townIs && more.length === 0);
      assert.deepEqual(
        [fleetIs.entity, fleetIs.article.id, fleetIs.isSentence],
        [ids[0], '2003/fusion.txt', true],
      );
      assert.deepEqual(fleetIs.aliases, ['Compagnie des Phares']);
      assert.equal(headIs.isSentence, false);
      const text = texts.get(headIs.article.id)!;
      assert.equal(text.slice(headIs.start, headIs.end), 'Aline Morvan', 'by the full name');
      assert.deepEqual(headIs.from, { line: 0, character: headIs.start });
      assert.equal(townIs.article.id, '2003/fusion.txt', 'the first article');
    });

    it('aligns every mention in its context', async () => {
      const { items, total } = await index.kwic({ entity: 'PER:morvan' }, {}, all);
      assert.equal(total, 3);
      assert.deepEqual(
        items.map(({ keyword }) => keyword),
        ['Aline Morvan', 'Morvan', 'Morvan'],
      );
      assert.match(items[2]!.left, /répondent à Morvan sur $/);
      assert.match(items[2]!.right, /^ \./);
      for (const { article, start, end, keyword } of items)
        assert.equal(texts.get(article.id)?.slice(start, end), keyword);
      const words = await index.kwic({ words: 'port*' }, { from: '2003-05' }, all);
      assert.deepEqual(
        words.items.map(({ keyword }) => keyword),
        ['Port', 'Port'],
      );
    });

    it('shows why an article was found, and ranks or dates what it finds', async () => {
      const { items, total } = await index.search('port brume', {}, all);
      assert.equal(total, 2);
      for (const { article, snippets } of items) {
        for (const { text, matches, start, end } of snippets) {
          assert.ok(matches.length > 0);
          for (const match of matches) assert.match(text.slice(match.start, match.end), /^(port|brume)$/i);
          assert.match(texts.get(article.id)?.slice(start, end) ?? '', /^(port|brume)$/i);
        }
      }
      const order = async (sort: 'rank' | 'date' | 'dateDescending'): Promise<(string | undefined)[]> =>
        (await index.search('port', {}, all, sort)).items.map(({ article }) => article.date);
      assert.deepEqual(await order('date'), [...(await order('dateDescending'))].reverse());
      assert.equal((await order('rank')).length, 2);
      const { items: byTitle } = await index.search('fusion', {}, all);
      assert.deepEqual(byTitle[0]?.snippets, [], 'stands in a title that is not in the text');
    });

    it('counts the mentions of entities by period', async () => {
      const { entities = [], undated } = await index.histogram({}, 'year', [
        'ORG:port de brume',
        'ORG:inconnue',
        'ORG:cdp',
      ]);
      assert.equal(undated, 1);
      assert.deepEqual(entities, [
        {
          id: 'ORG:port de brume',
          name: 'Port de Brume',
          periods: [{ period: '2003', articles: 2, mentions: 3 }],
          undated: { articles: 0, mentions: 0 },
        },
        {
          id: await index.resolve('ORG', 'cdp'),
          name: 'CDP',
          periods: [
            { period: '2003', articles: 1, mentions: 2 },
            { period: '2010', articles: 1, mentions: 1 },
          ],
          undated: { articles: 0, mentions: 0 },
        },
      ]);
      assert.equal((await index.histogram({}, 'year')).entities, undefined);
    });

    it('pairs entities that stand in one sentence, with the sentences', async () => {
      const request = { unit: 'sentence', measure: 'together', minimum: 1 } as const;
      const page = await index.cooccurrence({}, { ...request, types: ['ORG', 'PER'] }, all);
      const pair = page.items.find(({ first, second }) => [first.id, second.id].includes('PER:morvan'));
      assert.ok(pair, JSON.stringify(page.items));
      assert.ok(pair.together <= Math.min(pair.first.units, pair.second.units));
      assert.ok(page.units >= pair.first.units);
      const ids = [pair.first.id, pair.second.id];
      const passages = await index.namedTogether(ids, 'sentence', {}, all);
      assert.equal(passages.total, pair.together);
      for (const { article, text, matches, start, end, mentions } of passages.items) {
        assert.equal(text, texts.get(article.id)?.slice(start, end).replace(/\s+/g, ' '));
        assert.deepEqual(new Set(mentions.map(({ entity }) => entity)), new Set(ids));
        assert.equal(matches.length, mentions.length);
      }
      const led = await index.cooccurrence({}, { ...request, types: ['ORG'], entity: 'PER:morvan' }, all);
      assert.ok(led.items.length > 0 && led.items.every(({ first }) => first.id === 'PER:morvan'));
      const none = await index.cooccurrence({}, { ...request, entity: 'ORG:inconnue' }, all);
      assert.deepEqual([none.items, none.total], [[], 0]);
      await assert.rejects(index.cooccurrence({}, { ...request, minimum: 0 }, all), /^RangeError: minimum:/);
      await assert.rejects(
        index.cooccurrence({}, { ...request, measure: 'luck' as 'npmi' }, all),
        /^RangeError: measure:/,
      );
    });

    it('gives the mentions of an article by entity', async () => {
      const mentions = await index.mentions('2003/suite.txt');
      assert.deepEqual(
        mentions.map(({ entity }) => entity),
        ['ORG:port de brume', 'ORG:port de brume', 'PER:morvan', 'PER:morvan'],
      );
      assert.deepEqual(await index.mentions('missing.txt'), []);
    });

    it('names the field of a filter it cannot read', async () => {
      const refuses = (field: string, filter: Parameters<CorpusIndex['documents']>[0]): Promise<void> =>
        assert.rejects(index.documents(filter, 'date', all), (error: unknown) => {
          return error instanceof RangeError && error.message.startsWith(`${field}:`);
        });
      await refuses('from', { from: '03/04/2003' });
      await refuses('to', { to: '2003-13' });
      await refuses('entities', { entities: ['Port de Brume'] });
      await assert.rejects(index.documents({}, 'date', { limit: 0 }), /^RangeError: limit:/);
      await assert.rejects(index.documents({}, 'date', { limit: 1, cursor: 'x' }), /^RangeError: cursor:/);
    });

    it('finds the same text under two days, as long as both are there', async () => {
      const words = 'Les meuniers de la vallée ont voté la réfection des digues avant les crues. '.repeat(6);
      const print = (id: string, date: string) => ({
        stamp: { path: id, modifiedMs: 1, size: 1 },
        articles: [{ id, analysis: buildAnalysis(id, [words], { date }) }],
      });
      const found = async (): Promise<string[]> =>
        (await index.documents({ review: ['sameText'] }, 'date', all)).items.map(({ id }) => id);
      await index.apply({
        files: [print('x.txt', '2011-02-03'), print('y.txt', '2011-02-03')],
        removedPaths: [],
      });
      assert.deepEqual(await found(), []);
      await index.apply({ files: [print('z.txt', '2012-02-03'), print('m.txt', '2013')], removedPaths: [] });
      assert.deepEqual(await found(), ['x.txt', 'y.txt', 'z.txt']);
      await index.apply({ files: [], removedPaths: ['x.txt', 'y.txt', 'z.txt', 'm.txt'] });
      assert.deepEqual(await found(), []);
    });

    it('tells the versions of a text, the earliest first, as long as there are two', async () => {
      const sentences = Array.from({ length: 16 }, (_, i) => {
        return `La meunière numéro ${i} du bief ${i * 7} a voté la réfection de la digue ${i * 13} avant la crue ${i * 3}. `;
      });
      const texts = [sentences, sentences.slice(2), sentences.slice(4), ['Tout autre. ']];
      const files = texts.map((text, i) => {
        const id = `v${i}.txt`;
        const analysis = buildAnalysis(id, [text.join('')], { date: `2011-02-1${9 - i}` });
        return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
      });
      await index.apply({ files, removedPaths: [] });
      const ids = async (of: string): Promise<string[]> => (await index.versions(of)).map(({ id }) => id);
      const family = ['v2.txt', 'v1.txt', 'v0.txt'];
      for (const id of family) assert.deepEqual(await ids(id), family);
      assert.deepEqual(await ids('v3.txt'), []);
      const once = { from: '2011', to: '2011', copies: 'once' } as const;
      const { items } = await index.documents(once, 'date', all);
      assert.deepEqual(
        items.map(({ id }) => id),
        ['v3.txt', 'v2.txt'],
      );
      await index.apply({ files: [], removedPaths: ['v1.txt', 'v2.txt'] });
      assert.deepEqual(await ids('v0.txt'), []);
      await index.apply({ files: [], removedPaths: ['v0.txt', 'v3.txt'] });
    });

    it('takes the records of a file in parts, and knows it as read with the last one only', async () => {
      const stamp = { path: 'vigie.jsonl', modifiedMs: 2, size: 90 };
      const record = (n: number) => {
        const id = `vigie.jsonl#${n}`;
        const place = { offset: 30 * (n - 1), length: 29, line: n };
        return { id, analysis: buildAnalysis(id, [town, `${n}`], {}), place };
      };
      const ids = async (): Promise<string[]> => {
        const { items } = await index.documents({}, 'title', all);
        return items.map(({ id }) => id).filter((id) => id.startsWith('vigie'));
      };
      const known = async (): Promise<boolean> =>
        (await index.stamps('vigie.jsonl')).get('vigie.jsonl')?.size === 90;
      await index.apply({ files: [{ stamp, articles: [record(1)], isPartial: true }], removedPaths: [] });
      assert.equal(await known(), false);
      await index.apply({
        files: [{ stamp, articles: [record(2)], isContinued: true, isPartial: true }],
        removedPaths: [],
      });
      assert.deepEqual([await ids(), await known()], [['vigie.jsonl#1', 'vigie.jsonl#2'], false]);
      const skipped = {
        path: 'vigie.jsonl',
        evidence: { rule: 'notJson' },
        records: { bad: 1, total: 4, line: 4 },
      };
      const fields = { roles: [{ role: 'text', names: ['corps'] }], unused: [] };
      await index.apply({
        files: [{ stamp, articles: [record(3)], isContinued: true, skipped, fields }],
        removedPaths: [],
      });
      assert.deepEqual(await ids(), ['vigie.jsonl#1', 'vigie.jsonl#2', 'vigie.jsonl#3']);
      assert.equal(await known(), true);
      assert.deepEqual(await index.skipped(), [skipped]);
      // Some of its records are articles: the file is not left out.
      assert.equal((await index.status()).skipped, 0);
      assert.deepEqual(await index.place('vigie.jsonl#2'), {
        ...{ offset: 30, length: 29, line: 2 },
        ...{ modifiedMs: 2, size: 90 },
      });
      assert.equal(await index.place('2003/suite.txt'), undefined);
      assert.deepEqual(await index.sources(), {
        formats: [
          { extension: 'txt', files: 4, articles: 4 },
          { extension: 'jsonl', files: 1, articles: 3 },
        ],
        recordFiles: [{ path: 'vigie.jsonl', articles: 3, fields }],
      });
      await index.apply({ files: [{ stamp, articles: [record(9)] }], removedPaths: [] });
      assert.deepEqual(await ids(), ['vigie.jsonl#9']);
      await index.apply({ files: [], removedPaths: ['vigie.jsonl'] });
      assert.deepEqual(await ids(), []);
      assert.equal(await index.place('vigie.jsonl#9'), undefined);
    });

    it('takes an article back with all it said', async () => {
      await index.apply({ files: [], removedPaths: ['2003/fusion.txt'] });
      try {
        assert.deepEqual(counts((await index.facet({}, 'ORG', all)).items), {
          'Port de Brume': [1, 2],
          CDP: [1, 1],
        });
        assert.equal(await index.resolve('ORG', 'compagnie des phares'), undefined);
        assert.deepEqual((await index.entity('ORG:cdp'))?.aliases, []);
        assert.deepEqual((await index.search('fusion', {}, all)).items, []);
        assert.deepEqual(await index.suggest('compagnie', 5), []);
      } finally {
        await index.apply({ files: batchFiles(articles.slice(0, 1)), removedPaths: [] });
      }
    });
  });
}

function counts(items: readonly FacetBucket[]): Record<string, [number, number | undefined]> {
  return Object.fromEntries(items.map(({ label, articles: count, mentions }) => [label, [count, mentions]]));
}
