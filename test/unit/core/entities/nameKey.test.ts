import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityType } from '../../../../src/core/entities/mention.ts';
import { nameKey, singularKey } from '../../../../src/core/entities/nameKey.ts';

describe('nameKey', () => {
  const same: [EntityType, string, ...string[]][] = [
    [
      'ORG',
      'Ravelis',
      'RAVELIS',
      'Groupe Ravelis',
      'groupe ravelis',
      'Ravelis SA',
      'Ravelis S.A.',
      'Ravelis S. A.',
      'Ravelis Group',
    ],
    [
      'ORG',
      'Télénor Azur',
      'Telenor Azur',
      'TÉLÉNOR AZUR',
      'Télénor-Azur',
      'Te\u0301le\u0301nor Azur',
      'Télénor\u00a0Azur',
    ],
    ['ORG', 'L’Œuvre', "L'Oeuvre", 'Œuvre', 'L´Œuvre'],
    ['ORG', 'Kiosk24', 'Kiosk24.ma', 'www.kiosk24.com'],
    [
      'ORG',
      'Société Lumex',
      'Lumex',
      'SARL Lumex',
      'Lumex SARL',
      'Lumex Inc.',
      'Lumex Ltd',
      'Lumex, S.L.',
      'La société Lumex',
    ],
    ['ORG', 'ministère des Ports', 'Ministère de Ports', 'Ministère des ports'],
    ['ORG', 'Caisse de dépôt et d’épargne', 'Caisse dépôt & épargne', 'La Caisse de Dépôt et d’Épargne'],
    ['ORG', 'O.C.P.X.', 'OCPX', 'O.C.P.X'],
    ['ORG', 'Canal+', 'Canal +', 'CANAL PLUS'],
    ['PER', 'Nadia Berrou', 'Mme Nadia Berrou', 'NADIA BERROU', 'Dr Nadia Berrou'],
    ['PER', 'Moulay Idir Tazi', 'Idir Tazi'],
    ['PER', 'Jean-Luc Fabre', 'Jean Luc Fabre', 'M. Jean-Luc FABRE'],
    ['LOC', 'Côte d’Ivoire', "Cote d'Ivoire", 'CÔTE-D’IVOIRE'],
    ['LOC', 'Maroc', 'Morocco', 'MARRUECOS', 'le Maroc'],
    ['LOC', 'États-Unis', 'United States', 'Estados Unidos', 'U.S.', 'USA', 'EE. UU.', 'les Etats-Unis'],
    ['ORG', 'Union européenne', 'European Union', 'la Unión Europea'],
    ['LOC', 'Maroc', 'Royaume du Maroc', 'Kingdom of Morocco'],
    ['LOC', 'Saint-Brume', 'St-Brume', 'ST-BRUME'],
    ['ORG', 'Sainte-Brume', 'Ste-Brume'],
    ['LOC', 'Le Havre', 'Havre', 'LE HAVRE'],
  ];
  for (const [type, first, ...others] of same) {
    it(`is one for the spellings of ${first}`, () => {
      for (const other of others) assert.equal(nameKey(other, type), nameKey(first, type), other);
    });
  }

  const different: [EntityType, string, string][] = [
    ['ORG', 'Ravelis', 'Ravelis Services Maroc'],
    ['ORG', 'Ravelis', 'Ravelis Holding'],
    ['ORG', 'Société Générale', 'Générale'],
    ['ORG', 'Société nationale des eaux', 'nationale des eaux'],
    ['ORG', 'Groupe d’études maritimes', 'études maritimes'],
    ['ORG', 'Canal+', 'Canal'],
    ['ORG', 'Fondation Ravelis', 'Ravelis'],
    ['ORG', 'SAS Institute', 'Institute'],
    ['ORG', 'Al Watan', 'El Watan'],
    ['LOC', 'El Salvador', 'Salvador'],
    ['LOC', 'Túnez', 'Tunisie'],
    ['LOC', 'Mexico', 'Mexique'],
    ['ORG', 'Maroc', 'Morocco'],
    ['PER', 'Karim Tazi', 'Omar Tazi'],
    ['PER', 'Don Tazi', 'Tazi'],
    ['LOC', 'St. Louis', 'Saint-Louis'],
    ['LOC', 'République du Congo', 'République démocratique du Congo'],
  ];
  for (const [type, a, b] of different) {
    it(`tells ${a} from ${b}`, () => assert.notEqual(nameKey(a, type), nameKey(b, type)));
  }

  it('is never empty and never depends on case or accents, whatever the name', () => {
    const types = fc.constantFrom<EntityType>('ORG', 'PER', 'LOC');
    const words = fc.array(
      fc.constantFrom(
        'Groupe',
        'Société',
        'SA',
        'Le',
        'La',
        'de',
        'M.',
        'Moulay',
        'Éclair',
        'Nord',
        '&',
        'S.A.',
        'Inc.',
        'été',
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(words, types, (parts, type) => {
        const name = parts.join(' ');
        const key = nameKey(name, type);
        assert.notEqual(key, '');
        assert.equal(nameKey(name.toUpperCase(), type), key);
        assert.equal(nameKey(name.normalize('NFD'), type), key);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }),
        types,
        (name, type) => nameKey(name, type) !== '',
      ),
    );
  });
});

describe('singularKey', () => {
  it('is one for singular and plural', () => {
    assert.equal(singularKey('centres regionaux peche'), singularKey('centre regional peche'));
    assert.equal(singularKey('chambres notaires'), singularKey('chambre notaire'));
  });
  it('keeps words that only look like plurals apart from shorter words', () => {
    assert.notEqual(singularKey('gaz est'), singularKey('gas est'));
    assert.equal(singularKey('express'), 'express');
  });
});
