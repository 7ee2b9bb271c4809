import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeBoilerplate } from '../../../../src/core/clean/evidence.ts';
import { findBoilerplate, isSure } from '../../../../src/core/clean/findBoilerplate.ts';
import { LineSurvey } from '../../../../src/core/clean/lineSurvey.ts';
import type { Boilerplate, BoilerplateKind } from '../../../../src/core/clean/passage.ts';
import { removeSpans } from '../../../../src/core/text/cleanedText.ts';
import { shippedModel } from './shippedModel.ts';

const model = shippedModel();
const find = (text: string): readonly Boilerplate[] => findBoilerplate({ id: 'a', text }, model);
const clean = (text: string): string => removeSpans(text, find(text)).text;

const title = 'La cimenterie de Vaubrun double sa capacité';
const paragraphs = [
  'La direction de la cimenterie de Vaubrun a confirmé mardi la mise en service d’une seconde ligne de production, attendue depuis près de trois ans par les entreprises de la vallée. L’investissement atteint 48 millions d’euros, selon le communiqué publié par le groupe.',
  'Les travaux, confiés à un consortium régional, avaient pris du retard à cause des crues de l’hiver. Le directeur du site, Paul Vernage, assure que les essais se sont achevés sans incident et que les premières livraisons partiront avant la fin du mois.',
  'Pour les syndicats, l’essentiel reste l’emploi. Une soixantaine de postes doivent être créés à Vaubrun, dont la moitié réservée à des habitants de la commune. « Nous jugerons sur pièces », a déclaré leur porte-parole, qui demande un calendrier précis.',
];
const body = paragraphs.join('\n\n');
const article = `${title}\n\nPar Lise Amar, le 12 mai 2014\n\n${body}\n`;

describe('findBoilerplate', () => {
  it('leaves a clean article as it is', () => {
    assert.deepEqual(find(article), []);
    assert.deepEqual(find(`${body}\nL.A`), []);
  });

  it('leaves short news as they are though their sentences stand in each other', () => {
    const places = ['Vaubrun', 'Montrevel', 'Tréville'];
    const news = Array.from({ length: 60 }, (_, i) => {
      const place = places[i % places.length]!;
      return `Un accord à ${place}\n\n${place}, le ${(i % 28) + 1} mai 2014\n\nLa cimenterie et la commune de ${place} ont signé un accord, a déclaré Paul Vernage.\n`;
    });
    const survey = new LineSurvey();
    for (const text of news) survey.add('', text);
    for (const text of news)
      assert.deepEqual(findBoilerplate({ id: 'a', text }, model, survey.repetitionFor('', text)), []);
  });

  const headlines = Array.from(
    { length: 20 },
    (_, i) => `Le club de Montrevel s’impose au tournoi numéro ${i + 1}`,
  );
  const cases: readonly (readonly [BoilerplateKind, string, string, string])[] = [
    [
      'ticker',
      'headlinesOnOneLine',
      `${headlines.join('\u00a0\u00a0\u00a0\u00a0')}\n\n${article}`,
      'Montrevel',
    ],
    [
      'teaser',
      'linksAfterHeading',
      `${article}\n\nArticles similaires\n\nLe marché de Tréville change de place\n\nUn pont provisoire sur la Loue\n\nLa foire aux vins attend dix mille visiteurs\n`,
      'Tréville',
    ],
    ['share', 'shareButtons', article.replace('2014\n', '2014 | Partager\n'), 'Partager'],
    [
      'crossLink',
      'pointsElsewhere',
      article.replace('\n\nPour', '\n\nLire aussi : Le port sec de Vaubrun attend ses grues\n\nPour'),
      'grues',
    ],
    [
      'crossLink',
      'linkedHeadline',
      article.replace('\n\nPour', '\n\n* Paul Vernage : « nous embaucherons dès cet automne »\n\nPour'),
      'automne',
    ],
    [
      'legal',
      'legalWords',
      `${article}\n© La Gazette de Vaubrun. Tous droits réservés. Mentions légales\n`,
      'Gazette',
    ],
    [
      'notice',
      'invitation',
      `${article}\nAbonnez-vous à notre newsletter\nVotre adresse e-mail\nS’inscrire\n`,
      'newsletter',
    ],
    ['sectionLabel', 'sectionName', `Économie\n\n${article}`, 'Économie'],
    ['sectionLabel', 'technicalLabel', `gabarit_vaubrun\n\n${article}`, 'gabarit'],
    ['navigation', 'menu', `${article}\nAccueil\nContact\nPlan du site\nArchives\nAnnuaire\n`, 'Annuaire'],
  ];
  for (const [kind, rule, text, gone] of cases) {
    it(`finds ${kind} by ${rule}, and nothing of the article goes`, () => {
      const found = find(text);
      const passage = found.find((b) => text.slice(b.start, b.end).includes(gone));
      assert.ok(passage !== undefined, `${gone} stays`);
      const said = found.map(
        (b) => `${describeBoilerplate(b)} ${JSON.stringify(text.slice(b.start, b.end))}`,
      );
      assert.ok(
        found.some((b) => b.kind === kind && b.evidence.rule === rule),
        said.join('\n'),
      );
      assert.equal(clean(text).trim(), article.trim());
    });
  }

  it('is sure of a ticker and counts its headlines', () => {
    const found = find(`${headlines.join('    ')}\n\n${article}`);
    assert.ok(found.every(isSure));
    assert.equal(found[0]?.evidence.values?.headlines, 20);
  });

  it('keeps the title between a menu and the first paragraph', () => {
    const text = `Accueil\nPolitique\nSport\nContact\n\n${title}\nPublié dans La Gazette le 12 - 05 - 2014\n\n${body}\n\nPartager\nImprimer\n`;
    assert.equal(clean(text), `${title}\nPublié dans La Gazette le 12 - 05 - 2014\n\n${body}\n`);
  });

  it('finds the same in English, Spanish and Arabic', () => {
    const english =
      'The mill at Harrow Bend reopened on Monday after a two-year dispute over water rights, its owners said. The council had approved the plan in March, despite the objections of farmers downstream, who fear for their harvest.';
    const spanish =
      'La fábrica de Peñalar reabrió el lunes después de dos años de litigio por el uso del agua, según sus dueños. El ayuntamiento había aprobado el plan en marzo, pese a las objeciones de los agricultores de la ribera.';
    const arabicText =
      'أعلنت إدارة المصنع يوم الاثنين عن استئناف الإنتاج بعد عامين من الخلاف حول المياه، وقالت إن المجلس وافق على الخطة في مارس الماضي، رغم اعتراض المزارعين في المنطقة المجاورة الذين يخشون على محاصيلهم.';
    for (const [prose, buttons] of [
      [english, 'Share on Facebook\nRead more\nAll rights reserved'],
      [spanish, 'Compartir en Facebook\nLeer más\nTodos los derechos reservados'],
      [arabicText, 'شارك على فيسبوك\nاقرأ المزيد\nجميع الحقوق محفوظة'],
    ] as const) {
      const long = Array.from({ length: 4 }, () => prose).join('\n\n');
      assert.equal(clean(`${long}\n\n${buttons}\n`), `${long}\n`);
    }
  });

  it('uses what repeats in the outlet, and says so', () => {
    const stamp = 'La vallée au jour le jour, chaque matin chez vous';
    const survey = new LineSurvey();
    const text = `${title}\n\n${body}\n\n${stamp}\n`;
    survey.add('gazette', text);
    for (const word of ['pont', 'marché', 'tram', 'lac'])
      survey.add('gazette', `Le ${word} rouvre\n\nIl était temps.\n\n${stamp}`);
    const found = findBoilerplate({ id: 'a', text }, model, survey.repetitionFor('gazette', text));
    assert.deepEqual(
      found.map(({ evidence }) => evidence),
      [{ rule: 'repeatedInOutlet', values: { articles: 4 } }],
    );
    assert.equal(removeSpans(text, found).text, `${title}\n\n${body}\n`);
  });

  it('does not take a republished article for what repeats', () => {
    const survey = new LineSurvey();
    for (let n = 0; n < 5; n++) survey.add('gazette', article);
    assert.deepEqual(
      findBoilerplate({ id: 'a', text: article }, model, survey.repetitionFor('gazette', article)),
      [],
    );
  });

  it('leaves what is all body', () => {
    assert.deepEqual(
      findBoilerplate({ id: 'a', text: `Accueil\nMenu\n\n${article}`, isBodyOnly: true }, model),
      [],
    );
  });
});

describe('findBoilerplate on bad input', () => {
  it('finds nothing in nothing', () => {
    for (const text of ['', '\n', ' \u00a0 ', '\ud800', 'x']) assert.deepEqual(find(text), []);
  });

  it('leaves binary data alone', () => {
    const binary = Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7) % 256)).join('');
    assert.deepEqual(find(`PK\u0003\u0004${binary}`), []);
  });

  it('reads a single line of 20 MB in seconds', function () {
    this.timeout(60_000);
    for (const unit of ['lorem ipsum dolor ', 'a    b', '| ', '. ', 'é'])
      assert.ok(Array.isArray(find(unit.repeat(Math.ceil(500_000 / unit.length)))));
    assert.ok(Array.isArray(find('word, '.repeat(3_400_000))));
  });

  const line = fc.oneof(
    fc.constantFrom(
      ...paragraphs,
      title,
      'Partager',
      'Accueil',
      'Articles similaires',
      '* Un titre ailleurs ce matin',
    ),
    fc.constantFrom(
      'Par Lise Amar | Partager',
      'Un titre    Un autre titre    Encore un titre',
      '© 2014',
      '',
      ' ',
    ),
    fc.string({ maxLength: 30 }),
  );
  const texts = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

  it('gives spans in order within the text, and nothing more for the cleaned text', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(texts, (text) => {
        const found = find(text);
        let at = 0;
        for (const { start, end, confidence } of found) {
          assert.ok(start >= at && end > start && end <= text.length);
          assert.ok(confidence > 0 && confidence <= 1);
          at = end;
        }
        assert.deepEqual(find(removeSpans(text, found).text), []);
      }),
      { numRuns: 150 },
    );
  });
});
