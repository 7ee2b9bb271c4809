import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../src/formats/markdown.ts';

describe('readFrontMatter', () => {
  const valuesOf = (text: string): unknown => readFrontMatter(text)?.values;

  it('reads YAML, each value as it is written', () => {
    const text = '---\ntitle: Un port\ndate: 2021-06-07\nauthors: [A, B]\n---\nCorps';
    assert.deepEqual(valuesOf(text), { title: 'Un port', date: '2021-06-07', authors: ['A', 'B'] });
    assert.equal(text.slice(readFrontMatter(text)?.span.end), 'Corps');
  });

  it('reads TOML of simple pairs', () => {
    const text = '+++\r\ntitle = "Un port"\r\ndate = 2021-06-07\r\nauthors = ["A", "B"]\r\n+++\r\nCorps';
    assert.deepEqual(valuesOf(text), { title: 'Un port', date: '2021-06-07', authors: ['A', 'B'] });
  });

  it('reads what people write though it is no YAML', () => {
    assert.deepEqual(valuesOf('---\ntitle: Le port : la suite\nsource: "L\'Écho": demain\n---\n'), {
      title: 'Le port : la suite',
      source: '"L\'Écho": demain',
    });
  });

  it('takes a rule between paragraphs for a rule', () => {
    assert.equal(readFrontMatter('---\nUne phrase de prose.\nUne autre phrase.\n---\nSuite'), undefined);
    assert.equal(readFrontMatter('Texte\n---\ntitle: x\n---\n'), undefined);
    assert.equal(readFrontMatter('---\ntitle: never closed\n'), undefined);
    assert.equal(readFrontMatter(''), undefined);
  });

  it('survives hostile YAML', () => {
    const bomb = `a: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]`;
    assert.doesNotThrow(() => readFrontMatter(`---\n${bomb}\n---\n`));
    assert.deepEqual(valuesOf('---\n__proto__: x\ntitle: y\n---\n') instanceof Object, true);
    assert.equal(({} as { x?: unknown }).x, undefined);
  });
});
