import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  exportFormats,
  exportWriter,
  type ExportFormat,
  type ExportHead,
  type ExportItem,
} from '../../../../src/core/index.ts';

const golden = path.join(import.meta.dirname, '../../../fixtures/export');

const head: ExportHead = {
  corpus: 'Presse de Brume',
  filter: '2016 · La Vigie, words: phare',
  separator: ',',
};

/** Titles that try to be something else than titles, in articles of every kind. */
const articles: readonly ExportItem[] = [
  {
    article: {
      id: '2016/phare.txt',
      title: 'Le phare est à vendre',
      outlet: 'La Vigie d’Été',
      date: '2016-05-23',
      precision: 'day',
      dateSource: 'text',
      language: 'fr',
      authors: ['Aline Morvan', 'Nour Haddad'],
      mentions: 3,
    },
    line: 7,
    date: { quote: 'le 23 mai 2016', line: 2 },
    text: 'Le phare est à vendre\nUn « repère » pour l’œil : 100 % vendu, *dit-on*… _vraiment_ — à 12 $.\n\nFin.',
  },
  {
    article: {
      id: 'archive.jsonl#12',
      title: '=HYPERLINK("http://x.invalid","clic") {\\input{/etc/passwd}} 50 % & co_ #1 ~^$ \\',
      outlet: 'Écho; "Port"',
      date: '2016-06',
      precision: 'month',
      dateSource: 'field:published',
      marks: ['conflicting', 'inferred'],
      language: 'en',
      authors: ['Anderson and Sons, Ltd', '{Evil} \\and'],
      versions: { count: 3, first: '2016/phare.txt' },
    },
    line: 12,
    text: '**** *date_1999 *evil_1\r\n-*theme_2\r\nLine with `ticks` and ’quotes’.\u0000\u2028Next',
  },
  {
    article: {
      id: 'sans "date", été.txt',
      title: '@SUM(A1)\r\n}@book{x, title={y}}',
      language: 'und',
      authors: [],
      notBefore: '2017-12-12',
    },
    line: 1,
    text: '',
  },
  {
    article: {
      id: 'عربي.txt',
      title: 'المنارة للبيع',
      outlet: 'الصباح',
      date: '2016',
      precision: 'year',
      dateSource: 'fileName',
      language: 'ar',
      authors: ['سلمى'],
    },
    line: 1,
    text: 'المنارة للبيع',
  },
];

const lines: readonly ExportItem[] = articles.slice(0, 2).map((item) => ({
  ...item,
  keyword: {
    left: '…on dit que le ',
    keyword: '=phare',
    right: ' est, "là", à vendre',
    start: 120,
    end: 126,
  },
}));

/** All files of an export by their names. */
function written(
  format: ExportFormat,
  items: readonly ExportItem[],
  isConcordance = false,
): Map<string, string> {
  const writer = exportWriter(format, head, isConcordance);
  const files = new Map<string, string>();
  for (const { file, text } of [
    ...writer.begin(),
    ...items.flatMap((item) => writer.item(item)),
    ...writer.end(),
  ])
    files.set(file, (files.get(file) ?? '') + text);
  return files;
}

/** `UPDATE_GOLDEN=1` writes the expected files anew. */
function compare(name: string, files: ReadonlyMap<string, string>): void {
  const folder = path.join(golden, name);
  const named = new Map(
    [...files].map(([file, text]) => [file === '' ? 'export' : file.replace(/^\./, 'export.'), text]),
  );
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of named) writeFileSync(path.join(folder, file), text);
  }
  assert.deepEqual([...named.keys()].sort(), readdirSync(folder).sort());
  for (const [file, text] of named)
    assert.equal(text, readFileSync(path.join(folder, file), 'utf8'), `${name}/${file}`);
}

describe('export writers', () => {
  for (const format of exportFormats) {
    it(`writes ${format} as the golden files have it`, () => {
      compare(format, written(format, articles));
    });
  }
  for (const format of ['csv', 'jsonl'] as const) {
    it(`writes a concordance as ${format}`, () => {
      compare(`${format}-concordance`, written(format, lines, true));
    });
  }

  it('gives a CSV that a parser reads back, a row for each article, without a formula', () => {
    const text = written('csv', articles).get('')!;
    assert.ok(text.startsWith('\uFEFFtitle,date,'));
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    assert.equal(rows.length, articles.length);
    for (const row of rows) {
      assert.equal(row['filter'], head.filter);
      for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@]/);
    }
    assert.equal(rows[0]!['date_quote'], 'le 23 mai 2016');
    const french = exportWriter('csv', { ...head, separator: ';' }, false);
    const first = french.item(articles[1]!)[0]!.text;
    assert.equal(parse(first, { delimiter: ';' })[0]!.length, Object.keys(rows[0]!).length);
  });

  it('gives a CSV a header even when nothing was found', () => {
    assert.match(written('csv', []).get('')!, /^\uFEFFtitle,/);
    assert.match(written('csv', [], true).get('')!, /,left,keyword,right,/);
  });

  it('keeps the braces of BibTeX in balance and its entries apart, whatever a title holds', () => {
    const text = written('bibtex', articles).get('')!;
    let depth = 0;
    for (const sign of text) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
    assert.equal(text.match(/^@/gm)?.length, articles.length + 1);
    const keys = [...text.matchAll(/^@\w+\{([^,{]+),$/gm)].map(([, key]) => key);
    assert.equal(new Set(keys).size, articles.length);
    assert.match(text, /author = \{\{Anderson and Sons, Ltd\} and /);
    assert.doesNotMatch(text, /\\input|[^\\][&%#](?!\w*;)/);
  });

  it('begins an IRaMuTeQ text only where an article begins', () => {
    const text = written('iramuteq', articles).get('')!;
    const starred = text.split('\n').filter((line) => line.includes('*'));
    assert.equal(starred.length, articles.length);
    for (const line of starred) assert.match(line, /^\*{4}( \*[a-z]+_[a-z0-9]+)+$/);
    const bodies = text.split('\n').filter((line) => !line.startsWith('****'));
    for (const line of bodies) assert.doesNotMatch(line, /[*_"«»“”$%’‘…—\u0000\r]|^-\*/);
    assert.match(text, /\*date_20160523 \*year_2016/);
    assert.match(text, /\*date_undated \*year_undated/);
  });

  it('gives TXM a text for each row of its table', () => {
    const files = written('txm', articles);
    const rows = parse<Record<string, string>>(files.get('metadata.csv')!, { columns: true });
    assert.deepEqual(
      rows.map((row) => `${row['id']!}.txt`),
      [...files.keys()].filter((file) => file !== 'metadata.csv'),
    );
    for (const file of files.keys()) assert.match(file, /^[a-z0-9-]+\.txt$|^metadata\.csv$/);
  });
});
