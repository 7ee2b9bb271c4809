import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIso, weekdayNumber } from '../../../../src/core/article/calendar.ts';
import { findDates, withAsciiDigits } from '../../../../src/core/article/dateGrammar.ts';

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  en: 'January February March April May June July August September October November December',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'ar-MA': 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر',
  'ar-DZ': 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  'ar-TN': 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  'ar-LB': 'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
  'ar-EG': 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
};
const weekdaysFr = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** Any day from 1950 to 2068, as year, month and day. */
const anyDay = fc
  .integer({ min: -7000, max: 36000 })
  .map((days) => new Date(days * 86_400_000))
  .map((date): [number, number, number] => [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
  ]);

const only = (text: string): string[] => findDates(text).map(({ value }) => value);

describe('findDates', () => {
  it('reads back what each language writes out', () => {
    const languages = Object.keys(months) as (keyof typeof months)[];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...languages), ([year, month, day], language) => {
        const name = months[language].split(language === 'ar-LB' ? '|' : ' ')[month - 1] ?? '';
        const de = language === 'es' || language === 'pt' ? ' de ' : ' ';
        const text = `Le conseil a siégé. ${String(day)}${language === 'de' ? '.' : ''}${de}${name}${de}${String(year)} – suite`;
        const found = findDates(text);
        assert.deepEqual(
          found.map(({ value }) => value),
          [formatIso(year, month, day)],
        );
        assert.ok(text.slice(found[0]?.start, found[0]?.end).includes(name));
      }),
    );
  });

  it('reads back figures in every order whose order is proven', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('/', '-', '.', ' - ', ' | ', ' / '),
        ([year, month, day], joint) => {
          const iso = formatIso(year, month, day);
          assert.deepEqual(
            only([String(year), two(month), two(day)].join(joint === ' | ' ? '-' : joint.trim())),
            [iso],
          );
          const [date] = findDates([two(day), two(month), String(year)].join(joint));
          assert.equal(date?.value, iso);
          if (day > 12) assert.equal(date.provenOrder, 'dmy');
          else assert.equal(date.alternative, day === month ? undefined : formatIso(year, day, month));
          if (day > 12) assert.deepEqual(only([two(month), two(day), String(year)].join(joint)), [iso]);
        },
      ),
    );
  });

  it('says whether the weekday before a date agrees, and never takes a wrong one for a proof', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(6), ([year, month, day], weekday) => {
        const name = weekdaysFr[weekday] ?? '';
        const isRight = weekdayNumber(year, month, day) === weekday;
        const [named] = findDates(
          `${name} ${String(day)} ${months.fr.split(' ')[month - 1] ?? ''} ${String(year)}`,
        );
        assert.equal(named?.weekday, isRight ? 'right' : 'wrong');
        if (day > 12 || day === month) return;
        const [open] = findDates(`${name} ${String(day)}/${String(month)}/${String(year)}`);
        const agreesOtherWay = weekdayNumber(year, day, month) === weekday;
        if (isRight === agreesOtherWay) assert.notEqual(open?.alternative, undefined);
        else assert.equal(open?.provenOrder, isRight ? 'dmy' : 'mdy');
      }),
    );
  });

  it('finds no date in other figures', () => {
    const texts = [
      'La version 3.10.2019.4 corrige le défaut',
      'Appelez le 05 22 48 30 12',
      'Un chiffre de 12.500.000 dirhams, soit 4,2 %',
      'Le plan 2019-2023 et l’exercice 2021/2022',
      'Réf. 31/13/2020',
      'le 30 février 2021',
      '12 mai 20 personnes',
      'adresse 10.12.20.14',
      '12345678901234567890',
    ];
    for (const text of texts) assert.deepEqual(only(text), [], text);
  });

  it('reads a month with its year as a month', () => {
    const [date] = findDates('paru en septembre 2014');
    assert.deepEqual([date?.value, date?.precision], ['2014-09', 'month']);
  });

  it('reads Levant months of two words, figures of other scripts and East Asian dates', () => {
    assert.deepEqual(only('الأربعاء 4 كانون الثاني 2023'), ['2023-01-04']);
    assert.deepEqual(only('٣ / ٤ / ٢٠٢٢'), ['2022-04-03']);
    assert.deepEqual(only('2021年3月9日 発行'), ['2021-03-09']);
    assert.deepEqual(only('7 آب/أغسطس 2019'), ['2019-08-07']);
  });

  it('keeps offsets when figures of other scripts are mapped', () => {
    const text = 'بتاريخ ١٢ غشت ٢٠١٨';
    assert.equal(withAsciiDigits(text).length, text.length);
    const [date] = findDates(text);
    assert.equal(text.slice(date?.start, date?.end), '١٢ غشت ٢٠١٨');
  });

  it('takes no name from the line before', () => {
    const [date] = findDates('Rendez-vous ce mercredi\n05/06/2012');
    assert.equal(date?.alternative, '2012-05-06');
  });

  it('reads any string, in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end } of findDates(text)) assert.ok(start < end && end <= text.length);
      }),
    );
    const started = performance.now();
    findDates('12/'.repeat(700_000));
    findDates('9'.repeat(2_000_000));
    assert.ok(performance.now() - started < 4000);
  });
});
