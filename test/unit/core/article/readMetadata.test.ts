import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Metadata } from '../../../../src/core/article/metadata.ts';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';
import type { Boilerplate } from '../../../../src/core/clean/passage.ts';

const body = [
  'La coopérative des pêcheurs de la baie a ouvert une nouvelle criée, où trente bateaux débarquent désormais leurs prises chaque matin avant six heures.',
  'Le bâtiment, long de quatre-vingts mètres, abrite aussi une fabrique de glace et un laboratoire qui contrôle la fraîcheur du poisson avant la vente.',
  'Les mareyeurs saluent un équipement attendu de longue date, même si plusieurs d’entre eux regrettent que la route d’accès ne soit toujours pas élargie.',
].join('\n\n');
const englishPage = [
  'The fishing cooperative of the bay has opened a new auction hall where thirty boats now land their catch every morning before six o’clock.',
  'The building, eighty metres long, also houses an ice plant and a laboratory that checks how fresh the fish is before any of it is sold.',
  'Traders welcome the hall, which they had long asked for, although several of them regret that the access road has still not been widened.',
].join('\n\n');

const read = (text: string, boilerplate: readonly Boilerplate[] = []): Metadata =>
  readMetadata({ id: 'a', text }, boilerplate);

/** Every quote stands at its offset. */
function checkQuotes(text: string, metadata: Metadata): void {
  const { title, date, notBefore, outlet, aggregator, section, authors, rejectedDates } = metadata;
  for (const found of [title, date, notBefore, outlet, aggregator, section, ...authors, ...rejectedDates]) {
    if (found?.span) assert.equal(text.slice(found.span.start, found.span.end), found.quote);
  }
}

describe('readMetadata on a text', () => {
  it('takes the date by its publication cue, with the cue in the quote', () => {
    const text = `Une criée toute neuve pour la baie\nPublié dans La Gazette du Large le 17 - 09 - 2013\n\n${body}`;
    const metadata = read(text);
    assert.equal(metadata.date?.value, '2013-09-17');
    assert.equal(metadata.date.quote, 'Publié dans La Gazette du Large le 17 - 09 - 2013');
    assert.equal(metadata.date.evidence.rule, 'publicationCue');
    assert.equal(metadata.outlet?.value, 'La Gazette du Large');
    assert.equal(metadata.title?.value, 'Une criée toute neuve pour la baie');
    assert.equal(metadata.language, 'fr');
    checkQuotes(text, metadata);
  });

  it('takes the date of publication, not that of the update', () => {
    const text = `Une criée toute neuve pour la baie\nPar Hélène Castagnier\nMis à jour le 3 octobre 2013\nPublié le 17 septembre 2013\n\n${body}`;
    const metadata = read(text);
    assert.equal(metadata.date?.value, '2013-09-17');
    assert.deepEqual(
      metadata.authors.map(({ value }) => value),
      ['Hélène Castagnier'],
    );
    const rejected = metadata.rejectedDates.find(({ value }) => value === '2013-10-03');
    assert.equal(rejected?.evidence.rule, 'dateOfUpdate');
    checkQuotes(text, metadata);
  });

  it('takes the day of its last change for that of a guide only if the title names its year', () => {
    const updated = (title: string): string | undefined =>
      read(`${title}\n\nBy Ada Lantern\n\nUpdated May 3, 2025\n\n${englishPage}`).date?.value;
    assert.equal(updated('The Best Fishing Boats for a Small Crew'), undefined);
    assert.equal(updated('The Best Fishing Boats of 2025 for a Small Crew'), '2025-05-03');
  });

  it('gives a text a name and a language though all of it is boilerplate', () => {
    const everything: Boilerplate = {
      ...{ start: 0, end: body.length, kind: 'notice', confidence: 1 },
      evidence: { rule: 'repeatedLine' },
    };
    const metadata = read(body, [everything]);
    assert.equal(metadata.title, undefined);
    assert.match(metadata.titleFallback ?? '', /^La coopérative des pêcheurs/);
    assert.equal(metadata.language, 'fr');
  });

  it('reads the lines that a database of the press prints above an article', () => {
    const text = `La Gazette du Large, no. 23104\nÉconomie, lundi 5 octobre 2020, p. 12\n\nUne criée toute neuve pour la baie\n\nHélène Castagnier\n\n${body}`;
    const metadata = read(text);
    assert.equal(metadata.title?.value, 'Une criée toute neuve pour la baie');
    assert.equal(metadata.outlet?.value, 'La Gazette du Large');
    assert.equal(metadata.date?.value, '2020-10-05');
    checkQuotes(text, metadata);
  });

  it('is less sure of a bare day in a guide, which may be that of a change', () => {
    const confidenceIn = (header: string): number =>
      read(`${header}\n\nBy Ada Lantern\n\nMay 3, 2021\n\n${englishPage}`).date?.confidence ?? 0;
    const ofNews = confidenceIn('Harbour Town Opens a Brand New Auction Hall');
    assert.ok(ofNews > 0.9);
    for (const title of ['15 Top Auction Halls to Visit', 'How We Keep Gulls Away from an Auction Hall'])
      assert.ok(confidenceIn(title) <= 0.9, title);
  });

  it('takes no change of a page for the day of the text, though it has the time of day', () => {
    const wiki = `Auction halls\n\n${englishPage}\n\npage revision: 8, last edited: 17 Jun 2018, 15:15`;
    assert.equal(read(wiki).date, undefined);
  });

  it('reads a byline about the date, though the title is far off', () => {
    const menu = Array.from({ length: 12 }, (_, i) => `Harbour guide ${i + 1}`).join('\n');
    const text = `A Brand New Auction Hall for the Bay\n\n${englishPage}\n\n${menu}\n\nBy Ada Lantern\nPublished May 3, 2021`;
    assert.deepEqual(
      read(text).authors.map(({ value }) => value),
      ['Ada Lantern'],
    );
  });

  it('reads a name above the role of its bearer', () => {
    const header = 'A Brand New Auction Hall for the Bay\n\nBoats land there before six\n\nAda Lantern';
    const { authors } = read(`${header}\nHarbour correspondent\n\n${englishPage}`);
    assert.deepEqual(
      authors.map(({ value }) => value),
      ['Ada Lantern'],
    );
  });

  it('takes no heading of the page for a signature', () => {
    const menu = Array.from({ length: 9 }, (_, i) => `Harbour guide ${i + 1}`).join('\n');
    const text = `A Brand New Auction Hall for the Bay\n\n${englishPage}\n\nLatest News\n${menu}`;
    assert.deepEqual(read(text).authors, []);
  });

  it('reads a byline that the running text was glued to', () => {
    const text = `A Brand New Auction Hall for the Bay\n\nBy Ada Lantern on May 3, 2021 | 18 comments. ${englishPage}`;
    assert.equal(read(text).date?.value, '2021-05-03');
  });

  it('reads a dateline with its year', () => {
    for (const place of ['Port-Lanvec, le 17 septembre 2013 –', 'Port-Lanvec (17.09.2013).']) {
      const text = `Une criée toute neuve pour la baie\n\n${place} ${body}`;
      assert.equal(read(text).date?.value, '2013-09-17', place);
    }
  });

  it('takes a day for nobody’s name, in a script without capitals as well', () => {
    const arabic =
      'سوق جديدة للسمك في الخليج\n\n%\n\nافتتحت تعاونية الصيادين في الخليج سوقا جديدة للسمك حيث تفرغ ثلاثون سفينة صيدها كل صباح قبل السادسة.';
    for (const line of ['الخميس 12 شتنبر 2019', 'نشر بتاريخ الخميس 12 شتنبر 2019', '١٢ شتنبر ٢٠١٩']) {
      const metadata = read(arabic.replace('%', line));
      assert.equal(metadata.date?.value, '2019-09-12', line);
      assert.deepEqual(metadata.authors, [], line);
    }
    assert.equal(read(arabic.replace('%', 'بقلم أحمد البحري')).authors[0]?.value, 'أحمد البحري');
  });

  it('gives no date for a dateline without a year', () => {
    const metadata = read(`Une criée toute neuve pour la baie\n\nPORT-LANVEC, 17 septembre (APM) - ${body}`);
    assert.equal(metadata.date, undefined);
    assert.equal(metadata.undatedReason, 'noDate');
  });

  it('gives no date of an event in the body, but the bound that it sets', () => {
    const text = `${body}\n\nDepuis le 4 mars 2011, les bateaux payaient leur place au port voisin, que la coopérative avait loué pour dix ans.`;
    const metadata = read(text);
    assert.equal(metadata.date, undefined);
    assert.equal(metadata.undatedReason, 'onlyEventDates');
    assert.equal(metadata.notBefore?.value, '2011-03-04');
    assert.equal(metadata.notBefore.quote, 'Depuis le 4 mars 2011');
    assert.equal(metadata.rejectedDates[0]?.evidence.rule, 'eventInBody');
    checkQuotes(text, metadata);
  });

  it('takes no bound from what is planned', () => {
    const text = `${body}\n\nLa route d’accès sera élargie d’ici le 4 mars 2031 et le plan Littoral 2035 prévoit un second quai en 2034.`;
    assert.equal(read(text).notBefore, undefined);
  });

  it('takes no date from a line that joins many headlines', () => {
    const items = [
      'Le maire inaugure un pont',
      'Météo du 28 mai 2024',
      'Foot : le derby reporté',
      'Grève au port',
      'Un film tourné ici',
    ];
    const text = `${items.join('\u00a0\u00a0\u00a0\u00a0')}\n\nUne criée toute neuve pour la baie\n\n${body}`;
    const metadata = read(text);
    assert.equal(metadata.date, undefined);
    assert.deepEqual(
      metadata.rejectedDates.map(({ evidence }) => evidence.rule),
      ['inTicker'],
    );
    checkQuotes(text, metadata);
  });

  it('takes no date that the cleaner puts in a ticker', () => {
    const ticker = 'Les marées de ce mardi 28 mai 2024';
    const text = `${ticker}\nUne criée toute neuve pour la baie\n\n${body}`;
    const passage: Boilerplate = {
      start: 0,
      end: ticker.length,
      kind: 'ticker',
      evidence: { rule: 'test' },
      confidence: 1,
    };
    const metadata = read(text, [passage]);
    assert.equal(metadata.date, undefined);
    assert.equal(metadata.rejectedDates[0]?.evidence.rule, 'inTicker');
  });

  it('reads initials and names under the text as its signature', () => {
    assert.deepEqual(
      read(`Une criée toute neuve pour la baie\n\n${body}\n\nH.C`).authors.map(({ value }) => value),
      ['H.C'],
    );
    const named = read(`Une criée toute neuve pour la baie\n\n${body}\n\nHélène Castagnier`);
    assert.deepEqual(
      named.authors.map(({ value }) => value),
      ['Hélène Castagnier'],
    );
  });

  it('takes nobody who is interviewed for the author', () => {
    const questions =
      'Que change la criée pour vous ?\nBeaucoup de choses, car nous vendons désormais notre poisson ici même, sans le transporter pendant deux heures.';
    const metadata = read(
      `Yann Morvan : « La criée change tout »\nPublié le 17 septembre 2013\n\n${body}\n${questions}`,
    );
    assert.deepEqual(metadata.authors, []);
  });

  it('splits two authors and keeps the date of the byline', () => {
    const text = `Une criée toute neuve pour la baie\n\nPar Hélène Castagnier et Marc Le Goff | Edition N°:2204 Le 17/09/2013 | Partager\n\n${body}`;
    const metadata = read(text);
    assert.deepEqual(
      metadata.authors.map(({ value }) => value),
      ['Hélène Castagnier', 'Marc Le Goff'],
    );
    assert.equal(metadata.date?.value, '2013-09-17');
    checkQuotes(text, metadata);
  });

  it('settles an open order by the language, and leaves it open in English', () => {
    const french = read(`Une criée toute neuve pour la baie\nPublié le 05/06/2012\n\n${body}`);
    assert.equal(french.date?.value, '2012-06-05');
    const english = read(`A brand-new fish hall for the bay\nPublished on 05/06/2012\n\n${englishPage}`);
    assert.equal(english.date, undefined);
    assert.equal(english.rejectedDates[0]?.evidence.rule, 'openDayMonthOrder');
    const proven = read(
      `A brand-new fish hall for the bay\nPublished on 05/06/2012\n\n${englishPage}\n\nLast updated: 05/29/2012`,
    );
    assert.equal(proven.date?.value, '2012-05-06');
  });

  it('takes no date after the last possible day', () => {
    const text = `Une criée toute neuve pour la baie\nPublié le 17 septembre 2093\n\n${body}`;
    const metadata = readMetadata({ id: 'a', text }, [], undefined, { notAfter: '2030-01-01' });
    assert.equal(metadata.date, undefined);
    assert.equal(metadata.rejectedDates[0]?.evidence.rule, 'publicationInFuture');
  });

  it('is never surer of a date for a weekday that does not agree with it', () => {
    const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
    const sureness = (dateline: string): number =>
      readMetadata({ id: 'a', text: `Une criée toute neuve pour la baie\n${dateline}\n\n${body}` }, []).date
        ?.confidence ?? 0;
    for (const [date, weekday] of [
      ['17 septembre 2013', 2],
      ['3 mars 2011', 4],
      ['1er janvier 2000', 6],
    ] as const) {
      const bare = sureness(date);
      assert.ok(bare > 0.5, date);
      days.forEach((name, day) => {
        const named = sureness(`${name} ${date}`);
        if (day !== weekday) assert.ok(named <= bare, `${name} ${date}: ${String(named)} > ${String(bare)}`);
      });
    }
  });

  it('takes the date of the file name where the text has none', () => {
    const text = `Une criée toute neuve pour la baie\n\n${body}`;
    const metadata = readMetadata({ id: 'a', text, fileName: '2013-09-17-criee.txt' }, []);
    assert.deepEqual([metadata.date?.value, metadata.date?.source], ['2013-09-17', 'fileName']);
  });

  it('knows an aggregator by its template', () => {
    const text = `Merci d'avoir signalé!\n\nUne criée toute neuve pour la baie\nPublié dans La Gazette du Large le 17 - 09 - 2013\n\n${body}\n\nCliquez ici pour lire l'article depuis sa source.`;
    assert.equal(read(text).aggregator?.value, 'maghress.com');
    assert.equal(read(`Une criée toute neuve pour la baie\n\n${body}`).aggregator, undefined);
  });

  it('gives the first sentence where there is no title', () => {
    const metadata = read(body);
    assert.equal(metadata.title, undefined);
    assert.match(metadata.titleFallback ?? '', /^La coopérative .* avant six heures\.$/);
  });

  it('reads any string, with every quote at its offset', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('Publié le 3 mai 2011', 'Par Anne Dupré', '', '12/04/2019', body, '   ', '\t\u00a0'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        checkQuotes(text, read(text));
      }),
    );
  });

  it('reads a line of 20 MB in less than three seconds', () => {
    for (const unit of ['a1/2 ', 'mot mot    ', '12 mars 2019, ', '9']) {
      const text = unit.repeat(Math.ceil(20_000_000 / unit.length));
      const started = performance.now();
      checkQuotes(text, read(text));
      assert.ok(performance.now() - started < 3000, `${unit}: ${String(performance.now() - started)} ms`);
    }
  });
});

describe('readMetadata on a page', () => {
  const page = (
    facts: readonly (readonly ['published' | 'modified' | 'title' | 'author' | 'outlet', string, string])[],
  ): Metadata =>
    readMetadata(
      {
        id: 'a',
        text: `Une criée toute neuve pour la baie\n\n${body}`,
        markup: { blocks: [], facts: facts.map(([field, source, value]) => ({ field, source, value })) },
      },
      [],
    );

  it('is surer when two sources agree, and names both', () => {
    const one = page([['published', 'time', '2013-09-17']]);
    const two = page([
      ['published', 'jsonLd', '2013-09-17T08:00:00+01:00'],
      ['published', 'openGraph', '2013-09-17T08:00:00+01:00'],
    ]);
    assert.equal(two.date?.value, '2013-09-17');
    assert.equal(two.date.evidence.rule, 'sourcesAgree');
    assert.ok(two.date.confidence > (one.date?.confidence ?? 0));
  });

  it('prefers the day of publication to that of the change', () => {
    const metadata = page([
      ['published', 'jsonLd', '2013-09-17'],
      ['modified', 'jsonLd', '2016-01-05'],
    ]);
    assert.equal(metadata.date?.value, '2013-09-17');
    assert.equal(metadata.rejectedDates[0]?.evidence.rule, 'dateOfUpdate');
  });

  it('takes the outlet’s name off the title', () => {
    const metadata = page([
      ['title', 'titleTag', 'Une criée toute neuve pour la baie | La Gazette du Large'],
      ['title', 'openGraph', 'Une criée toute neuve pour la baie'],
      ['title', 'h1', 'Une criée toute neuve pour la baie'],
      ['outlet', 'openGraph', 'La Gazette du Large'],
    ]);
    assert.equal(metadata.title?.value, 'Une criée toute neuve pour la baie');
    assert.equal(metadata.outlet?.value, 'La Gazette du Large');
  });

  it('reads authors without their prefix, their roles and the outlet', () => {
    const metadata = page([
      ['author', 'meta:author', 'Par Hélène Castagnier et Marc Le Goff'],
      ['author', 'openGraph', 'https://social.example/gazette'],
      ['outlet', 'openGraph', 'La Gazette du Large'],
    ]);
    assert.deepEqual(
      metadata.authors.map(({ value }) => value),
      ['Hélène Castagnier', 'Marc Le Goff'],
    );
  });
});
