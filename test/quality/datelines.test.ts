import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readWithOrder } from '../../src/core/article/dayMonthOrder.ts';
import { findDates } from '../../src/core/index.ts';
import { checkFloors } from './floors.ts';

const kit = new URL('../../../shared/eval/dates/dev/datelines.jsonl.gz', import.meta.url);

/** A line that shows a date, and the days that may be read in it. */
interface Dateline {
  readonly lang: string;
  readonly line: string;
  readonly gold: string;
  readonly alts?: readonly string[] | null;
  /** The figures go both ways. */
  readonly ambiguous?: string | null;
}

/** Lines of our own in every language that the grammar is for. */
const own: readonly Dateline[] = [
  { lang: 'fr', line: 'Mis en ligne le jeudi 1er mars 2012 à 18h04', gold: '2012-03-01' },
  { lang: 'fr', line: 'Édition n° 412 du 03/04/2015', gold: '2015-04-03', ambiguous: 'dmy' },
  { lang: 'en', line: 'Monday, July 4th, 2016 | 9:15 am', gold: '2016-07-04' },
  { lang: 'en', line: 'Posted 28 Sept. 2018 by the harbour desk', gold: '2018-09-28' },
  { lang: 'es', line: 'Actualizado el 9 de setiembre de 2014', gold: '2014-09-09' },
  { lang: 'pt', line: 'quarta-feira, 5 de março de 2014', gold: '2014-03-05' },
  { lang: 'de', line: 'Mittwoch, den 5. Jänner 2011, 8.30 Uhr', gold: '2011-01-05' },
  { lang: 'de', line: 'Stand: 7.8.2019', gold: '2019-08-07', ambiguous: 'dmy' },
  { lang: 'it', line: 'pubblicato il 23 giugno 2017', gold: '2017-06-23' },
  { lang: 'ar', line: 'نشر في 14 غشت 2015', gold: '2015-08-14' },
  { lang: 'ar', line: 'الثلاثاء 2 شباط 2016', gold: '2016-02-02' },
  { lang: 'ar', line: '٣٠ دجنبر ٢٠١٩', gold: '2019-12-30' },
  { lang: 'und', line: '2013/11/05 07:30', gold: '2013-11-05' },
  { lang: 'und', line: '2013-11-05T07:30:00+01:00', gold: '2013-11-05' },
];

/** Whether one of the dates of a line, read by its language, is the gold one. */
function isRead({ lang, line, gold, alts }: Dateline): boolean {
  const dates = readWithOrder(findDates(line), { language: lang });
  return dates.some(
    ({ value, alternative }) => alternative === undefined && (value === gold || alts?.includes(value)),
  );
}

function figures(lines: readonly Dateline[]): Record<string, number> {
  const share = (chosen: readonly Dateline[]): number => chosen.filter(isRead).length / chosen.length;
  return { read: share(lines), ambiguous: share(lines.filter(({ ambiguous }) => ambiguous)) };
}

describe('quality: the grammar of dates', () => {
  it('reads datelines of our own', () => {
    checkFloors('datelines', figures(own));
  });

  it('reads those of the evaluation kit', function () {
    if (!existsSync(kit)) this.skip();
    const lines = gunzipSync(readFileSync(kit)).toString('utf8').split('\n').filter(Boolean);
    checkFloors('datelines-kit', figures(lines.map((line) => JSON.parse(line) as Dateline)));
  });
});
