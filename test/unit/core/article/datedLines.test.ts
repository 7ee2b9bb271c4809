import assert from 'node:assert/strict';
import { findDates } from '../../../../src/core/article/dateGrammar.ts';
import { placeDates, type DateCue } from '../../../../src/core/article/datedLines.ts';
import { layOut } from '../../../../src/core/article/layout.ts';

/** What the words around each date of a text say that it is. */
const cuesOf = (text: string): DateCue[] =>
  placeDates(findDates(text), layOut(text, []).lines).map(({ cue }) => cue);

describe('placeDates', () => {
  it('reads the words before a date', () => {
    const cues: readonly (readonly [string, DateCue])[] = [
      ['Publié le vendredi 12 mars 2019', 'published'],
      ['Article du 12 mars 2019', 'published'],
      ['Artikel vom 12. März 2019', 'published'],
      ['Mis à jour le 12 mars 2019', 'updated'],
      ['depuis le 12 mars 2019', 'event'],
      ['stated on March 12, 2019 in a post', 'event'],
      ['Termin: 12. März 2019', 'event'],
      ['consulté le 12 mars 2019', 'captured'],
      ['WARC-Date: 2019-03-12T06:12:33Z', 'captured'],
      ['Date d’émission : 2019-03-12', 'captured'],
      ['Site mis à jour le 12 mars 2019', 'captured'],
      ['Updated20:49, 12 Mar 2019', 'updated'],
      ['Published: 09:20 GMT, 12 March 2019', 'published'],
      ['le 12 mars 2019', 'none'],
    ];
    for (const [text, cue] of cues) assert.deepEqual(cuesOf(text), [cue], text);
  });

  it('reads the verb that German puts after a date, if a time of day tells it from an event', () => {
    assert.deepEqual(cuesOf('Der Beitrag wurde am 12. März 2019 um 15:21 Uhr veröffentlicht'), ['published']);
    assert.deepEqual(cuesOf('Die Seite wurde zuletzt am 12. März 2019 um 15:21 Uhr geändert'), ['updated']);
    assert.deepEqual(cuesOf('Das Buch wurde am 12. März 2019 veröffentlicht'), ['none']);
  });

  it('reads a label on the line above', () => {
    assert.deepEqual(cuesOf('Date :\n12 mars 2019'), ['published']);
    assert.deepEqual(cuesOf('Last updated on\n12 March 2019'), ['updated']);
  });

  it('knows the bar of a web archive, which dates its visits', () => {
    assert.deepEqual(cuesOf('51 captures\n14 Oct 2014 - 10 Aug 2017'), ['captured', 'captured']);
  });
});
