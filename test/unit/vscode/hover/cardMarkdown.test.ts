import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, type CardLine } from '../../../../src/core/index.ts';
import { cardMarkdown } from '../../../../src/vscode/hover/cardMarkdown.ts';

const noLinks = (): undefined => undefined;
const passage = { kind: 'passage', article: 'a.txt', start: 1, end: 5 } as const;
const action = { kind: 'action', action: 'showInTree', entity: 'ORG:a' } as const;

describe('cardMarkdown', () => {
  it('puts icon, styles, labels and links where the card has them', () => {
    const lines: CardLine[] = [
      {
        kind: 'title',
        icon: 'organization',
        parts: [{ text: 'Moulin Bleu', style: 'strong' }, { text: 'place' }],
      },
      { kind: 'description', parts: [{ text: '“minoterie”', target: passage }] },
      { kind: 'companions', label: 'With:', parts: [{ text: 'A (2)' }, { text: 'B (1)' }] },
    ];
    assert.equal(
      cardMarkdown(lines, () => 'command:x'),
      '$(organization) **Moulin Bleu** · place  \n[“minoterie”](command:x)  \nWith\\: A \\(2\\) · B \\(1\\)',
    );
  });

  it('draws the sparkline as an image with its text', () => {
    const markdown = cardMarkdown(
      [{ kind: 'years', parts: [{ text: 'one [year]', svg: '<svg/>' }] }],
      noLinks,
    );
    assert.equal(markdown, '![one \\[year\\]](data:image/svg+xml;base64,PHN2Zy8+)');
  });

  it('leaves out actions that lead nowhere, and their line with them', () => {
    const lines: CardLine[] = [
      { kind: 'counts', parts: [{ text: 'one' }] },
      { kind: 'actions', parts: [{ text: 'Show in Tree', target: action }] },
    ];
    assert.equal(cardMarkdown(lines, noLinks), 'one');
    assert.equal(
      cardMarkdown(lines, () => 'command:x'),
      'one  \n[Show in Tree](command:x)',
    );
  });

  it('shows a passage without its link where there is none', () => {
    const lines: CardLine[] = [{ kind: 'description', parts: [{ text: 'minoterie', target: passage }] }];
    assert.equal(cardMarkdown(lines, noLinks), 'minoterie');
  });
});

describe('escapeMarkdown', () => {
  it('leaves nothing that Markdown or VS Code would read as more than words', () => {
    const hostile = '[x](command:evil) <img src=x> $(bug) **b** `c` https://a.b www.a.b # h\n- l';
    const escaped = escapeMarkdown(hostile).replaceAll('&#36;', '');
    assert.doesNotMatch(escaped, /(?<!\\)[[\]()<>*`_#:!|~]/);
    assert.doesNotMatch(escaped, /\$|\n/);
  });

  it('keeps the words as they are', () => {
    // What a CommonMark reader makes of it: escapes and character references undone.
    const read = (markdown: string): string =>
      markdown.replace(/\\([!-/:-@[-`{-~])|&#36;/g, (_, mark: string | undefined) => mark ?? '$');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
        assert.equal(read(escapeMarkdown(text)), plain);
      }),
    );
  });
});
