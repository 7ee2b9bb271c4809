import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortPassage } from '../../../../src/core/index.ts';
import { choiceLine } from '../../../../src/formats/curation/choiceLine.ts';
import { readAnyText, type RawCuration } from '../../../../src/formats/curation/curationText.ts';
import { readRegularText } from '../../../../src/formats/curation/regularText.ts';

const plainOf = ({ sections, lines }: RawCuration): unknown => {
  const places = sections.flatMap(({ choices }) => choices?.map(({ start }) => lines.linePos(start)) ?? []);
  return JSON.parse(JSON.stringify([sections, places]));
};

/** Both readings, which must be one wherever there are two. */
const agree = (text: string): boolean => {
  const regular = readRegularText(text);
  if (!regular) return false;
  const any = readAnyText(text);
  assert.equal(any.isBroken, false, text);
  assert.deepEqual(plainOf(regular), plainOf(any), text);
  return true;
};

describe('readRegularText', () => {
  it('reads what the product writes as the library does', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((each) => each.trim() !== '');
    const written = fc.oneof(
      fc.tuple(text, fc.option(text)).map(([words, outlet]) => {
        const place = outlet === null ? {} : { outlet };
        return choiceLine({
          section: 'passages',
          choice: { ...shortPassage(words), is: 'notice', ...place },
        });
      }),
      fc
        .tuple(text, fc.constantFrom(null, '2025', '2025-11-28'))
        .map(([article, date]) => choiceLine({ section: 'dates', choice: { article, date } })),
    );
    const line = fc.oneof(
      { weight: 6, arbitrary: written.map((each) => `  - ${each}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '# why', '    # deep', 'passages:', 'dates: # later', 'version: 1'),
      },
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const whole = `entities:${eol}${lines.filter((each) => each !== 'version: 1').join(eol)}${eol}`;
        if (agree(whole)) read++;
      }),
    );
    assert.ok(read > 20, `only ${read} texts were regular`);
  });

  it('leaves to the library what has another form, or reads it alike', () => {
    const part = fc.constantFrom(
      ...[
        'passages:',
        'dates:',
        '  - ',
        '{ ',
        ' }',
        '}',
        'text: ',
        '"a b"',
        'a',
        ', ',
        ',',
        '\n',
        ' ',
        '#',
        'null',
      ],
      ...[
        "'",
        '"',
        '- ',
        ': ',
        '\\n',
        '\\"',
        '[',
        ']',
        'a: b',
        '\t',
        '&x ',
        '*x',
        '!t ',
        '|',
        '...',
        '---',
        '?',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = `dates:\n  - { article: a, date: 2025 }\n${parts.join('')}`;
        const regular = readRegularText(text);
        if (!regular) return;
        const any = readAnyText(text);
        assert.equal(any.isBroken, false, text);
        assert.deepEqual(plainOf(regular), plainOf(any), text);
      }),
      { numRuns: 1500 },
    );
  });

  for (const other of [
    'dates: [{ article: a, date: 2025 }]',
    'dates:\n- { article: a, date: 2025 }',
    "dates:\n  - { article: 'a', date: 2025 }",
    'dates:\n  - article: a\n    date: 2025',
    'dates:\n  - { article: "a, date: 2025 }',
    '\ufeffdates:\n',
    'dates:\n  - { article: a, date: 2025 }\npassages:\n\t\n',
  ]) {
    it(`leaves ${JSON.stringify(other)} to the library`, () => {
      assert.equal(readRegularText(other), undefined);
    });
  }

  it('reads ten thousand choices in the time of a keystroke', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => {
      return `  - { text: "Recevez la lettre numéro ${i}", lines: whole, is: notice, outlet: journal }`;
    });
    const text = `passages:\n${lines.join('\n')}\n`;
    readRegularText(text);
    const since = performance.now();
    assert.equal(readRegularText(text)?.sections[0]?.choices?.length, 10_000);
    assert.ok(performance.now() - since < 1500, `${performance.now() - since} ms`);
  });
});
