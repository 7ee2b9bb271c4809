import assert from 'node:assert/strict';
import { readPathDate } from '../../../../src/core/article/pathDate.ts';

describe('readPathDate', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['2014-11-03-port-de-dakhla.txt', '2014-11-03'],
    ['veille/20141103_port.txt', '2014-11-03'],
    ['https://gazette.example/2014/11/03/port', '2014-11-03'],
    ['https://gazette.example/2014/nov/03/port', '2014-11-03'],
    ['https://gazette.example/2014/11/port', '2014-11'],
    ['dossier/2014/port.html', '2014'],
    ['port-27-11-2014.txt', '2014-11-27'],
    ['11-27-2014_port.txt', '2014-11-27'],
    ['05-06-2014_port.txt', undefined],
    ['012_4f2014ab1103cd.txt', undefined],
    ['depeche-1414972800.html', undefined],
    ['v3.11.2014/lisezmoi.txt', undefined],
    ['20141345_port.txt', undefined],
    ['coupe-2014.txt', undefined],
    ['crawl-2024-02-01/port.html', undefined],
    ['snapshot_20240201/port-2014-11-03.html', '2014-11-03'],
    ['archives-2020/2014-11-03/port.txt', '2014-11-03'],
    ['T3-2014-comptes.txt', undefined],
  ];
  for (const [path, value] of cases) {
    it(`${path}: ${value ?? 'no date'}`, () => {
      assert.equal(readPathDate(path)?.value, value);
    });
  }

  it('quotes what it read', () => {
    assert.equal(readPathDate('presse/27.11.2014 Port.txt')?.quote, '27.11.2014');
  });
});
