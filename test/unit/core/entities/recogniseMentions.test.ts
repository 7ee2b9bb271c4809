import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityType, RecognisedMention } from '../../../../src/core/entities/mention.ts';
import { recogniseMentions } from '../../../../src/core/entities/recogniseMentions.ts';
import type { Span } from '../../../../src/core/text/span.ts';
import { loadShippedModel } from './recogniser/shippedModel.ts';

describe('recogniseMentions', () => {
  const model = loadShippedModel();
  const read = (text: string, language = 'fr', zones?: readonly Span[]): readonly RecognisedMention[] =>
    recogniseMentions(text, zones ?? [{ start: 0, end: text.length }], language, model);
  const names = (text: string, language?: string): string[] =>
    read(text, language).map((mention) => `${mention.type} ${mention.text}`);

  it('tells organizations, people and places apart in French', () => {
    const found = names(
      "Norvalis rachète la société Betrasol. Selon Hélène Marchetti, directrice générale de Norvalis, l'usine de Toulouse sera agrandie. Le ministère de la Santé suit le dossier.",
    );
    for (const name of [
      'ORG Norvalis',
      'ORG Betrasol',
      'PER Hélène Marchetti',
      'LOC Toulouse',
      'ORG ministère de la Santé',
    ])
      assert.ok(found.includes(name), `${name} is not in ${found.join(', ')}`);
  });

  it('reads English and Spanish', () => {
    const english = names(
      'Peter Hallworth, chief executive of Norvalis, said on Monday the company would leave Kenya.',
      'en',
    );
    for (const name of ['PER Peter Hallworth', 'ORG Norvalis', 'LOC Kenya'])
      assert.ok(english.includes(name), english.join());
    const spanish = names(
      'El presidente de Norvalis, Julián Arce, dijo el lunes que la empresa cerrará su fábrica de Zaragoza.',
      'es',
    );
    for (const name of ['ORG Norvalis', 'PER Julián Arce', 'LOC Zaragoza'])
      assert.ok(spanish.includes(name), spanish.join());
  });

  it('leaves forms of address outside', () => {
    const found = names('M. Delcambre a quitté la salle. Mme Rivoallan est restée à Nantes.');
    assert.ok(found.includes('PER Delcambre') && found.includes('PER Rivoallan'), found.join());
  });

  it('takes no common word for a name', () => {
    assert.deepEqual(
      names(
        "Aujourd'hui, l'Internet mobile progresse. Objectif : réduire les prix. Résultat : la TVA baisse.",
      ),
      [],
    );
  });

  it('lets the place of an abbreviation tell more than the lists do', () => {
    const found = names('LYON, 3 mars (ERP) – La compagnie Betrasol a annoncé mardi la vente de sa filiale.');
    assert.ok(found.includes('ORG ERP'), found.join());
    assert.ok(!names("La compagnie Betrasol a changé d'ERP.").includes('ORG ERP'));
  });

  it('takes no form of address alone for a name', () => {
    const found = names('Mr. Hallworth and Mrs. Rivoal left. Dr. Estève stayed with Mr.', 'en');
    for (const name of found) assert.doesNotMatch(name, / (?:Mr|Mrs|Dr)\.?$/, found.join());
  });

  it('takes no path through a site for one name', () => {
    for (const { text } of read('Norvalis > Économie > Transports\n\nLa société Norvalis rachète Betrasol.'))
      assert.doesNotMatch(text, />/);
  });

  it('takes no label of a date for a name', () => {
    for (const { text } of read('Norvalis · Última actualización: 12/04/2021 a las 20:30', 'es'))
      assert.doesNotMatch(text, /actualización/);
  });

  it('takes no place from the name of what is held there or called after it', () => {
    const found = names(
      'Elle a gagné le championnat de France à Rouen. Les cochons d’Inde dorment. On attend des nouvelles d’outre-Atlantique. Elle vit en France.',
    );
    assert.deepEqual(
      found.filter((name) => name.startsWith('LOC')),
      ['LOC Rouen', 'LOC France'],
    );
  });

  it('gives exact, ordered, separate spans inside the zones for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Paris ', 'M. Durand ', 'Renault', 'l’', ' (ONU) ', '\n', '. ', 'à ', '\ud83d'),
    );
    const zone = fc.record({
      start: fc.integer({ min: -5, max: 90 }),
      end: fc.integer({ min: -5, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(piece), fc.array(zone, { maxLength: 3 }), (pieces, zones) => {
        const text = pieces.join('');
        let at = 0;
        for (const mention of read(text, 'fr', zones)) {
          assert.ok(mention.start >= at && mention.end > mention.start);
          assert.equal(mention.text, text.slice(mention.start, mention.end));
          assert.ok(mention.confidence > 0 && mention.confidence <= 1);
          assert.ok(zones.some((z) => mention.start >= z.start && mention.start < z.end));
          assert.ok(zones.some((z) => mention.end > z.start && mention.end <= z.end));
          at = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sees nothing outside the zones, which may start inside a line', () => {
    const text = 'Lyon accueille le salon. Nantes attend. Brest regarde.';
    const start = text.indexOf('Nantes');
    assert.deepEqual(
      read(text, 'fr', [{ start, end: start + 14 }]).map((mention) => mention.text),
      ['Nantes'],
    );
  });

  it('gives the same for the same text, whatever was read before', () => {
    const text = 'Le groupe Norvalis, dirigé par Paul Estève, quitte Bordeaux.';
    const before = read(text);
    read('Norvalis est une ville. Paul Estève est un bateau. Bordeaux est un vin.');
    assert.deepEqual(read(text), before);
  });

  it('lets the corpus speak for a name', () => {
    const text = 'La dette d’Orsane monte.';
    const typesWith = (votes: Partial<Record<EntityType, number>>): string[] =>
      recogniseMentions(text, [{ start: 0, end: text.length }], 'fr', model, {
        votes: (surface) => (surface === 'Orsane' ? votes : undefined),
      }).map((mention) => mention.type);
    assert.deepEqual(typesWith({ ORG: 40 }), ['ORG']);
    assert.deepEqual(typesWith({ LOC: 40, ORG: 2 }), ['LOC']);
  });

  it('trusts an article that is sure of itself more than the corpus', () => {
    const priors = { votes: (name: string) => (name === 'Orange' ? { ORG: 40 } : undefined) };
    const typesIn = (text: string): string[] =>
      recogniseMentions(text, [{ start: 0, end: text.length }], 'fr', model, priors)
        .filter((mention) => mention.text === 'Orange')
        .map(({ type }) => type);
    const town =
      'Le festival se tient dans la ville d’Orange, dans le Vaucluse. Les habitants d’Orange, à vingt kilomètres d’Avignon, en vivent.';
    assert.deepEqual(typesIn(town), ['LOC', 'LOC']);
    assert.deepEqual(typesIn('Orange a présenté mardi ses résultats.'), ['ORG']);
  });

  it('reads two megabytes in one line without stops', () => {
    const text = 'Le maire de Vannes et la société Norvalis ont signé hier avec Paul Estève '.repeat(27_000);
    const found = read(text);
    assert.ok(found.length > 27_000);
  }).timeout(60_000);
});
