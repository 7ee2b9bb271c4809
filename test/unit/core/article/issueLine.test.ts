import assert from 'node:assert/strict';
import { outletOfIssue } from '../../../../src/core/article/issueLine.ts';

describe('outletOfIssue', () => {
  it('reads the outlet of a line that names an issue', () => {
    const lines = [
      'La Gazette du Large, no. 23104',
      'La Gazette du Large (site web), n° 812',
      'La Gazette du Large - N°812',
      'La Gazette du Large, édition n° 812',
      'La Gazette du Large, Issue 812',
    ];
    for (const line of lines) assert.equal(outletOfIssue(line), 'La Gazette du Large', line);
  });

  it('takes no headline for one', () => {
    const lines = [
      'Chronique du port n° 12',
      'Une criée toute neuve, en 2019',
      'Trois bateaux, deux quais, no. 4 en rade',
      'la gazette du large, no. 23104',
      'La Gazette du Large',
    ];
    for (const line of lines) assert.equal(outletOfIssue(line), undefined, line);
  });
});
