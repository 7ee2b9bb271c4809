import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMetadata, type ArticleRecord } from '../../src/core/index.ts';
import { openSource } from '../../src/formats/openSource.ts';
import { factsOfFields } from '../../src/formats/records/toRecord.ts';
import { toArticle } from '../../src/formats/toArticle.ts';
import { checkFloors } from './floors.ts';

/** What a path, a record or the rows of a column say of their date; null where nothing can be said. */
interface Cases {
  readonly fields: readonly {
    readonly record: Readonly<Record<string, unknown>>;
    readonly gold: string | null;
  }[];
  readonly columns: readonly {
    readonly csvColumn: readonly string[];
    readonly gold: readonly (string | null)[];
  }[];
  readonly paths: readonly { readonly path: string; readonly gold: string | null }[];
}

const readOn = '2026-11-23';
const kit = new URL('../../../shared/eval/dates/', import.meta.url);

/** Cases of our own, in the shape of the evaluation kit's. */
const own: Cases = {
  fields: [
    {
      record: { titre: 'T', date_de_parution: '7 mars 2011', collecte_le: '2025-02-03' },
      gold: '2011-03-07',
    },
    {
      record: { title: 'T', datePublished: '2014-09-30T22:10:00Z', dateModified: '2015-01-01' },
      gold: '2014-09-30',
    },
    { record: { fecha_publicacion: '2 de abril de 2013', fecha_descarga: '2025-02-03' }, gold: '2013-04-02' },
    { record: { title: 'T', crawled_at: '2025-02-03', indexed_on: '2025-02-04' }, gold: null },
    {
      record: { url: 'u', date: '2024-03-01', dump: 'CC-MAIN-2024-10', file_path: 'f', language_score: 0.9 },
      gold: null,
    },
    { record: { annee: '1998', mois: '11', jour: '5' }, gold: '1998-11-05' },
    { record: { year: '1998', month: '11' }, gold: '1998-11' },
    { record: { Veröffentlicht: '14.02.2017' }, gold: '2017-02-14' },
    { record: { meta: { 'dc:date': '2012-12-12' } }, gold: '2012-12-12' },
    { record: { publication: 'Le Courrier', date: '3 mai 2009' }, gold: '2009-05-03' },
    { record: { publication: '2009-05-03' }, gold: '2009-05-03' },
    { record: { timestamp: '1331078400' }, gold: '2012-03-07' },
    { record: { date: 'inconnue' }, gold: null },
    { record: { first_seen: '2020-01-01', last_updated: '2021-01-01' }, gold: null },
  ],
  columns: [
    { csvColumn: ['03/02/2012', '28/02/2012'], gold: ['2012-02-03', '2012-02-28'] },
    { csvColumn: ['02/03/2012', '02/28/2012'], gold: ['2012-02-03', '2012-02-28'] },
    { csvColumn: ['02/03/2012'], gold: [null] },
  ],
  paths: [
    { path: 'vigie/2011-03-07_port.txt', gold: '2011-03-07' },
    { path: 'vigie/2011/03/port.md', gold: '2011-03' },
    { path: 'crawl_20250203/port.html', gold: null },
    { path: 'port-2030.txt', gold: null },
  ],
};

describe('quality: dates that records and paths state', () => {
  it('reads our own cases', async function () {
    this.timeout(60_000);
    checkFloors('statedDates', await figures(own));
  });

  it('reads those of the evaluation kit', async function () {
    if (!existsSync(new URL('fields.jsonl', kit))) this.skip();
    this.timeout(60_000);
    const records = readLines('fields.jsonl');
    checkFloors(
      'statedDates-kit',
      await figures({
        fields: records.filter((each): each is Cases['fields'][number] => 'record' in (each as object)),
        columns: records.filter((each): each is Cases['columns'][number] => 'csvColumn' in (each as object)),
        paths: readLines('paths.jsonl') as Cases['paths'],
      }),
    );
  });
});

async function figures({ fields, columns, paths }: Cases): Promise<Record<string, number>> {
  const inFields = fields.map(({ record, gold }) => dateOf(recordOf(record)) === gold);
  for (const { csvColumn, gold } of columns) {
    const dates = await datesOfColumn(csvColumn);
    inFields.push(JSON.stringify(dates) === JSON.stringify(gold));
  }
  const inPaths = paths.map(({ path, gold }) => dateOf({ ...toArticle(path, ''), readOn }) === gold);
  return { fields: share(inFields), paths: share(inPaths) };
}

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

/** A record without its text: nothing but its fields may date it. */
function recordOf(values: Readonly<Record<string, unknown>>): ArticleRecord {
  return { id: 'record', text: '', readOn, ...factsOfFields({ ...values, text: '' }) };
}

function dateOf(record: ArticleRecord): string | null {
  return readMetadata(record, [], undefined, { notAfter: readOn }).date?.value ?? null;
}

async function datesOfColumn(column: readonly string[]): Promise<(string | null)[]> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-column-'));
  try {
    writeFileSync(
      join(root, 'a.csv'),
      `title,text,date\n${column.map((date) => `T,Une phrase.,${date}\n`).join('')}`,
    );
    const dates: (string | null)[] = [];
    for await (const { record } of (await openSource(root, 'a.csv')).records) dates.push(dateOf(record));
    return dates;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function readLines(name: string): unknown[] {
  const lines = readFileSync(new URL(name, kit), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown);
}
