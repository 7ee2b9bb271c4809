import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areCopies, bandKeys, resemblance } from '../../../../src/core/index/copies.ts';
import { ownWords } from '../../../../src/core/index/ownWords.ts';
import { searchTokens } from '../../../../src/core/index/searchTokens.ts';
import { bodySketch } from '../../../../src/core/text/bodySketch.ts';
import type { Span } from '../../../../src/core/text/span.ts';

/** Sentences of an invented report that share little more than their words' kind; `seed` chooses among them. */
function sentencesOf(seed: string, count: number): string[] {
  const subjects = [
    'La minoterie',
    'Le syndic des canaux',
    'La régie du phare',
    'Une fileuse',
    'Le bac',
    'Ce maire',
  ];
  const verbs = ['promet', 'a longtemps refusé', 'défend depuis', 'mesure', 'finance', 'regrette'];
  const objects = [
    'la réfection du bief',
    'les digues du marais',
    'un quai neuf',
    'ses meules',
    'le pont tournant',
  ];
  const ends = [
    'avant la crue',
    'malgré le gel',
    'sans attendre',
    'pour la foire',
    'selon le greffe',
    'au printemps',
  ];
  let state = Array.from(seed).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const pick = (list: readonly string[]): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[(state >>> 16) % list.length]!;
  };
  const word = (): string =>
    `${pick(['bra', 'cou', 'del', 'fri', 'gan', 'hul', 'jor'])}${pick(['mel', 'tin', 'vor', 'sec', 'nis'])}`;
  return Array.from({ length: count }, () => {
    return `${pick(subjects)} ${pick(verbs)} ${pick(objects)} de ${word()} ${pick(ends)}, dit ${word()} ${word()}.`;
  });
}

const report = sentencesOf('report', 24);
const body = report.join(' ');
const sketchOf = (text: string, boilerplate: readonly Span[] = []): readonly number[] =>
  bodySketch(ownWords(text, boilerplate, searchTokens(text, boilerplate)));

describe('bodySketch and copies', () => {
  it('takes a reprint with another headline, ticker and note for a copy', () => {
    const ticker = sentencesOf('ticker', 3).join(' — ');
    const reprint = `UN AUTRE TITRE\n${ticker}\n${body.toUpperCase()}\nReproduit avec l’accord de la régie.`;
    assert.ok(
      areCopies(sketchOf(`Le titre\n${body}`), sketchOf(reprint)),
      String(resemblance(sketchOf(body), sketchOf(reprint))),
    );
  });

  it('takes no notice of what is known to be boilerplate', () => {
    const ticker = sentencesOf('ticker', 40).join(' — ');
    const text = `${ticker}\n${body}`;
    assert.deepEqual(sketchOf(text, [{ start: 0, end: ticker.length }]), sketchOf(body));
    assert.ok(!areCopies(sketchOf(text), sketchOf(body)));
  });

  it('takes a text with a few edited words, or without its last fifth, for a copy', () => {
    const edited = report
      .map((sentence, i) => (i % 4 === 0 ? sentence.replace(' dit ', ' affirme ') : sentence))
      .join(' ');
    assert.ok(areCopies(sketchOf(body), sketchOf(edited)));
    assert.ok(areCopies(sketchOf(body), sketchOf(report.slice(0, 20).join(' '))));
  });

  it('takes two interviews with the same questions for two texts', () => {
    const questions = sentencesOf('questions', 12);
    const interview = (who: string): string =>
      sentencesOf(who, 12)
        .flatMap((answer, i) => [questions[i]!, answer])
        .join('\n');
    const [one, other] = [sketchOf(interview('meunier')), sketchOf(interview('batelière'))];
    assert.ok(resemblance(one, other) > 0.15);
    assert.ok(!areCopies(one, other));
  });

  it('takes the same report with the figures of another day for another text', () => {
    const bulletin = (day: number): string =>
      Array.from(
        { length: 20 },
        (_, i) => `La meule ${i} vaut ${day * 31 + i * 17} sous et le sac ${day * 13 + i * 29}, en hausse.`,
      ).join(' ');
    assert.ok(!areCopies(sketchOf(bulletin(1)), sketchOf(bulletin(2))));
  });

  it('estimates what two texts share', () => {
    const other = sentencesOf('other', 60);
    for (const shared of [10, 30, 50]) {
      const mixed = [...sentencesOf('more', 60).slice(0, shared), ...other.slice(shared)].join(' ');
      const all = sentencesOf('more', 60).join(' ');
      const expected = shared / (120 - shared);
      assert.ok(Math.abs(resemblance(sketchOf(all), sketchOf(mixed)) - expected) < 0.2, `${shared}`);
    }
  });

  it('says nothing of a short text', () => {
    assert.deepEqual(
      sketchOf('Une brève de quelques mots, sans plus, qui en dit peu et ne se répète pas.'),
      [],
    );
    assert.ok(!areCopies([], []));
    assert.deepEqual(bandKeys([]), []);
  });

  it('gives 64 numbers of 16 bits and safe keys for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const sketch = sketchOf(`${text}\n${body}`);
        assert.equal(sketch.length, 64);
        assert.ok(sketch.every((value) => Number.isInteger(value) && value >= 0 && value <= 0xffff));
        assert.ok(bandKeys(sketch).every((key) => Number.isSafeInteger(key)));
      }),
    );
  });
});
