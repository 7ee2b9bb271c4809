import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describeSkipped, type ArticleRecord } from '../../../src/core/index.ts';
import { readSettings } from '../../../src/formats/corpusSettings.ts';
import { openRecords, openSource } from '../../../src/formats/openSource.ts';
import type { RecordsOutcome, SourceRecord } from '../../../src/formats/records/readRecords.ts';
import { withFolder, writeFiles } from '../indexer/folder.ts';

const body = 'Le port de Brumeville accueille deux navires par jour depuis lundi.';

interface Read extends RecordsOutcome {
  readonly items: readonly SourceRecord[];
  readonly records: readonly ArticleRecord[];
}

async function read(root: string, path: string): Promise<Read> {
  const source = await openSource(root, path, await readSettings(root));
  const items: SourceRecord[] = [];
  for await (const item of source.records) items.push(item);
  return { items, records: items.map(({ record }) => record), ...source.outcome() };
}

/** Reads the only file of a corpus. */
const readOne = (name: string, content: string | Buffer): Promise<Read> => {
  let found: Read | undefined;
  return withFolder(async (root) => {
    writeFileSync(join(root, name), content);
    found = await read(root, name);
    await placesLeadBack(root, name, found);
  }).then(() => found!);
};

/** Each record is found again by its place alone. */
async function placesLeadBack(root: string, name: string, { items }: Read): Promise<void> {
  const opened = items.length === 0 ? undefined : await openRecords(root, name);
  for (const { record, place } of items) {
    if (!place) continue;
    const again = await opened?.reader.recordAt(place, Number(record.id.split('#')[1]));
    assert.deepEqual(again, record);
  }
}

const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('');

const published = ({ facts = [] }: ArticleRecord): (string | undefined)[] =>
  facts.filter(({ field }) => field === 'published').map(({ value }) => value);

describe('openSource', () => {
  it('reads the lines of a JSONL as articles of their own', async () => {
    const { records, fields, skipped } = await readOne(
      'a.jsonl',
      lines(
        {
          id: 7,
          title: 'Un',
          text: body,
          pubDate: '2019-03-04',
          url: 'https://a.example/1',
          scraped_at: '2025-01-01',
        },
        { id: 8, title: 'Deux', text: body, pubDate: '2019-03-05', source: 'La Vigie', lang: 'fr-FR' },
      ),
    );
    assert.deepEqual(
      records.map(({ id }) => id),
      ['a.jsonl#1', 'a.jsonl#2'],
    );
    assert.equal(records[0]?.text, body);
    assert.equal(records[0].url, 'https://a.example/1');
    assert.deepEqual(records[0].facts, [
      { field: 'published', source: 'field:pubDate', value: '2019-03-04' },
      { field: 'crawled', source: 'field:scraped_at', value: '2025-01-01' },
      { field: 'title', source: 'field:title', value: 'Un' },
    ]);
    assert.equal(records[1]?.source, 'La Vigie');
    assert.equal(records[1].language, 'fr');
    assert.equal(skipped, undefined);
    assert.deepEqual(fields?.roles[0], { role: 'text', names: ['text'] });
    assert.ok(fields.unused.includes('id'));
  });

  it('says once of a file how many records are bad, and why the first one is', async () => {
    const good = { text: body, title: 'x' };
    const { records, skipped } = await readOne(
      'a.jsonl',
      lines(good, '{"text": ', good, '[1]', '"x"', { title: 'y' }),
    );
    assert.deepEqual(
      records.map(({ id }) => id),
      ['a.jsonl#1', 'a.jsonl#3'],
    );
    assert.deepEqual(skipped?.records, { bad: 4, total: 6, line: 2 });
    assert.match(
      describeSkipped(skipped),
      /^4 of 6 records could not be read, the first at line 2\. It is not JSON/,
    );
  });

  it('names the fields of records without a text', async () => {
    const { records, skipped } = await readOne('a.jsonl', lines({ titel: 'x', zusatz: 'y' }, { titel: 'z' }));
    assert.deepEqual(records, []);
    assert.equal(skipped?.evidence.rule, 'noTextField');
    assert.match(describeSkipped(skipped), /titel, zusatz.*corpus\.yaml/);
    const { skipped: empty } = await readOne('a.jsonl', lines({ title: 'x', text: '' }));
    assert.deepEqual(empty?.evidence, { rule: 'textMissing', values: { field: 'text' } });
  });

  it('finds the texts in a field that nobody would guess by its name, when they are long', async () => {
    const long = `${body} `.repeat(8);
    const { records, fields } = await readOne(
      'a.jsonl',
      lines({ zeitung_nr: 'A1', absatz: long }, { absatz: long }),
    );
    assert.equal(records.length, 2);
    assert.deepEqual(fields?.roles, [{ role: 'text', names: ['absatz'] }]);
  });

  it('reads compressed files, and what there is of one that is cut off', async () => {
    const source = lines(
      ...Array.from({ length: 300 }, (_, i) => ({ title: `t${i}`, text: `${body} ${Math.random()}` })),
    );
    const whole = await readOne('a.jsonl.gz', gzipSync(source));
    assert.equal(whole.records.length, 300);
    const packed = gzipSync(source);
    const { records, skipped } = await readOne('b.jsonl.gz', packed.subarray(0, packed.length / 2));
    assert.ok(records.length > 20 && records.length < 300, `${records.length}`);
    assert.equal(skipped?.evidence.rule, 'gzipEndsEarly');
    const damaged = Buffer.from(packed);
    damaged.fill(0, 30, 200);
    assert.equal((await readOne('c.jsonl.gz', damaged)).skipped?.evidence.rule, 'gzipDamaged');
    // Neither name nor bytes agree: the bytes say what it is.
    assert.equal((await readOne('d.jsonl.gz', source)).records.length, 300);
  });

  it('reads other encodings, with and without their mark', async () => {
    const source = lines({ title: 'Été', text: `${body} L’été, « déjà » : 5 €.` });
    for (const [encoding, mark] of [
      ['utf8', true],
      ['utf8', false],
      ['utf16le', true],
      ['utf16be', true],
      ['utf16le', false],
      ['windows-1252', false],
    ] as const) {
      const { records, skipped } = await readOne('a.jsonl', iconv.encode(source, encoding, { addBOM: mark }));
      assert.equal(records[0]?.text, `${body} L’été, « déjà » : 5 €.`, `${encoding} ${mark}`);
      assert.equal(skipped, undefined);
    }
    const mixed = Buffer.concat([
      Buffer.from(lines({ text: `Été, forêt, îles, cœur : ${body}` })),
      Buffer.from('{"text":"caf\xe9 noir"}\n', 'latin1'),
    ]);
    const { records, skipped } = await readOne('a.jsonl', Buffer.concat([mixed, mixed]));
    assert.equal(records.length, 4);
    assert.equal(skipped?.isRead, true);
    assert.equal(skipped.evidence.rule, 'replacedInRecords');
  });

  it('reads CSV with its delimiter, quotes and line ends inside cells', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const rows = [
        ['date', 'titre', 'texte'],
        ['13/01/2018', '"Une, deux; trois"', `"${body}\nIl y a ""deux"" lignes."`],
        ['05/02/2018', 'Sans guillemets', body],
      ];
      const source = rows.map((row) => row.join(delimiter)).join('\r\n');
      const { records, skipped } = await readOne('a.csv', source);
      assert.deepEqual(
        records.map(({ id }) => id),
        ['a.csv#1', 'a.csv#2'],
      );
      assert.equal(records[0]?.text, `${body}\nIl y a "deux" lignes.`);
      assert.deepEqual(published(records[1]!), ['05/02/2018']);
      // The first row proves what the second one leaves open.
      assert.equal(records[1]?.facts?.find(({ field }) => field === 'published')?.order, 'dayFirst');
      assert.equal(skipped, undefined);
    }
    assert.equal((await readOne('one.csv', `texte\n"${body}, oui."\n`)).records[0]?.text, `${body}, oui.`);
    const { records } = await readOne('b.csv', `sep=;\ntexte;date\n${body};2018-01-01\n`);
    assert.equal(records[0]?.text, body);
  });

  it('tells what is wrong with rows of a CSV, by line', async () => {
    const { records, skipped } = await readOne(
      'a.csv',
      `date,texte\n2018-01-01,${body}\n2018-01-02,${body}, und mehr\n2018-01-03,"${body}\n2018-01-04,${body}\n`,
    );
    assert.deepEqual(
      records.map(({ id }) => id),
      ['a.csv#1', 'a.csv#4'],
    );
    assert.deepEqual(skipped?.records, { bad: 2, total: 4, line: 3 });
    assert.equal(skipped.evidence.rule, 'tooManyCells');
  });

  it('reads a .json that is a list of articles, one article, or an answer that holds them', async () => {
    const article = { headline: 'Un', content: body, date: '2019-01-01' };
    const sources = {
      list: JSON.stringify([article, article], null, 2),
      one: JSON.stringify(article),
      answer: JSON.stringify({ status: 'ok', totalResults: 2, articles: [article, article] }),
      lines: lines(article, article),
    };
    for (const [kind, source] of Object.entries(sources)) {
      const { records, skipped } = await readOne('a.json', source);
      assert.equal(records.length, kind === 'one' ? 1 : 2, kind);
      assert.equal(records[0]?.text, body);
      assert.equal(skipped, undefined);
    }
  });

  it('takes no notice of files that hold something else', async () => {
    const foreign = {
      'package.json': { name: 'x', version: '1.0.0', description: 'A package.', author: 'me' },
      'tsconfig.json': { compilerOptions: { strict: true }, include: ['src'] },
      'settings.json': { 'editor.fontSize': 12, title: 'x' },
      'a.geo.json': { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'x' } }] },
    };
    for (const [name, value] of Object.entries(foreign)) {
      const found = await readOne(name, JSON.stringify(value, null, 2));
      assert.deepEqual([found.records, found.skipped], [[], undefined], name);
    }
    const table = await readOne('mesures.csv', 'jour,temperature,vent\n2018-01-01,4,12\n2018-01-02,5,9\n');
    assert.deepEqual([table.records, table.skipped], [[], undefined]);
    assert.deepEqual((await readOne('a.json', '// a comment\n{ "x": 1, }')).skipped, undefined);
  });

  it('says of a table or list of articles without their texts what is missing', async () => {
    const csv = await readOne('a.csv', 'title,url,date\nx,https://a.example,2018-01-01\n');
    assert.equal(csv.skipped?.evidence.rule, 'noTextField');
    const json = await readOne(
      'a.json',
      JSON.stringify([{ title: 'x', url: 'https://a.example', date: '2018' }]),
    );
    assert.equal(json.skipped?.evidence.rule, 'noTextField');
    const broken = await readOne('b.json', '[{"title": "x", "text": "y" "date": 1}');
    assert.equal(broken.skipped?.evidence.rule, 'brokenJson');
  });

  it('reads HTML in a field or in a field called text', async () => {
    const page = `<p>${body}</p><p>Une <b>autre</b> phrase.</p>`;
    for (const record of [
      { html: page },
      { content: page },
      { content: { rendered: page }, title: { rendered: 'T' } },
    ]) {
      const { records } = await readOne('a.jsonl', lines(record));
      assert.equal(records[0]?.text.includes('<p>'), false, JSON.stringify(record));
      assert.ok(records[0].text.includes('Une autre phrase.'));
      assert.ok(records[0].markup);
    }
  });

  it('keeps the front matter of Markdown out of the text, and reads its fields', async () => {
    const head = '---\ntitle: "Le port : suite"\ndate: 2021-06-07\nauthors: [A, B]\n---\n';
    const { records } = await readOne('a.md', `${head}\n# Autre titre\n\n${body}\n`);
    const [record] = records;
    assert.equal(record?.text, `${head}\n# Autre titre\n\n${body}\n`);
    assert.deepEqual(record.frontMatter, { start: 0, end: head.length });
    assert.deepEqual(published(record), ['2021-06-07']);
    const said = (field: string): string[] =>
      (record.facts ?? []).filter((fact) => fact.field === field).map(({ value }) => value);
    assert.deepEqual(said('title'), ['Le port : suite', 'Autre titre']);
    assert.deepEqual(said('author'), ['A', 'B']);
  });

  it('dumps a page, and keeps what its markup says', async () => {
    const { records } = await readOne(
      'a.html',
      `<html><head><title>T</title><meta property="article:published_time" content="2017-08-09"></head><body><p>${body}</p><script>no()</script>`,
    );
    assert.equal(records[0]?.text.trim(), body);
    assert.ok(records[0].markup?.facts.some(({ field }) => field === 'published'));
    assert.equal(
      (await readOne('b.html', '<html><body><script>x</script></body></html>')).skipped?.evidence.rule,
      'noTextInPage',
    );
  });

  it('says of files that hold nothing why', async () => {
    assert.equal((await readOne('a.jsonl', '')).skipped?.evidence.rule, 'empty');
    assert.equal((await readOne('a.jsonl', '\n\n')).skipped?.evidence.rule, 'noRecords');
    assert.equal(
      (await readOne('a.jsonl', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))).skipped?.evidence.rule,
      'binary',
    );
    await withFolder(async (root) => {
      assert.equal((await read(root, 'gone.jsonl')).skipped?.evidence.rule, 'vanished');
    });
  });

  it('takes fields for what the settings of the corpus say', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'a.jsonl': lines({ corps_brut: body, text: 'x', jour: '2019-01-02', date: '2025-01-01' }),
        '.corpus/corpus.yaml': 'fields:\n  text: corps_brut\n  date: [jour]\n  ignore: date\n',
      });
      const { records, fields } = await read(root, 'a.jsonl');
      assert.equal(records[0]?.text, body);
      assert.deepEqual(published(records[0]), ['2019-01-02']);
      assert.ok(fields?.unused.includes('date'));
    }));

  it('gives the texts of a folder what a table beside them says', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'x/metadata.csv':
          '\ufeffid;titre;date;journal\n1;Un;23/05/2016;La Vigie\nsub/2.txt;Deux;24/05/2016;La Vigie\n3;Trois;;\n3;Encore;;\n',
        'x/1.txt': body,
        'x/sub/2.txt': body,
      });
      const [first] = (await read(root, 'x/1.txt')).records;
      assert.deepEqual(published(first!), ['23/05/2016']);
      assert.equal(first?.source, 'La Vigie');
      assert.deepEqual(published((await read(root, 'x/sub/2.txt')).records[0]!), ['24/05/2016']);
      const table = await read(root, 'x/metadata.csv');
      assert.deepEqual(table.records, []);
      assert.deepEqual(table.skipped?.evidence, {
        rule: 'rowsWithoutFile',
        values: { rows: 1, of: 3, first: '3' },
      });
      assert.equal(table.skipped.isRead, true);
    }));

  it('reads a file that grows while it is read as it was or as it is', () =>
    withFolder(async (root) => {
      const file = join(root, 'a.jsonl');
      writeFileSync(file, lines({ text: body }));
      const source = await openSource(root, 'a.jsonl');
      appendFileSync(file, lines({ text: body }));
      let count = 0;
      for await (const { record } of source.records) if (record.text === body) count++;
      assert.ok(count === 1 || count === 2);
    }));
});
