import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pairsToCsv, pairsToGexf, pairsToGraphml, type EntityPair } from '../../../../src/core/index.ts';

const folder = path.join(import.meta.dirname, '../../../fixtures/pairs');
const port = { id: 'ORG:port de brume', type: 'ORG', name: 'Port de Brume', units: 12 } as const;
const fleet = { id: 'ORG:phares & fils', type: 'ORG', name: 'Phares & Fils, "SA"', units: 7 } as const;
const bank = { id: 'ORG:=banque', type: 'ORG', name: '=Banque <du> Littoral\u0007', units: 3 } as const;
const pairs: readonly EntityPair[] = [
  { first: port, second: fleet, together: 5, articles: 4, score: 12.25 },
  { first: port, second: bank, together: 2, articles: 2, score: -0.5 },
];

/** `UPDATE_FIXTURES=1` writes the golden files anew. */
function isGolden(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, text);
  assert.ok(existsSync(file), `${name} is missing`);
  assert.equal(text, readFileSync(file, 'utf8'));
}

describe('exports of pairs', () => {
  const listing = { pairs, description: 'sentences, G² < & >' };

  it('are CSV for spreadsheets, with nothing that is run as a formula', () => {
    isGolden('pairs.csv', pairsToCsv(listing));
  });

  it('have decimal commas where semicolons part the cells', () => {
    const [, row = ''] = pairsToCsv({ ...listing, separator: ';' }).split('\r\n');
    assert.ok(row.includes(';12,25;'), row);
  });

  it('are GEXF and GraphML with every entity once', () => {
    isGolden('pairs.gexf', pairsToGexf(listing));
    isGolden('pairs.graphml', pairsToGraphml(listing));
  });
});
