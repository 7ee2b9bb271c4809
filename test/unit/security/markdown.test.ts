import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import {
  dossierMarkdown,
  englishCardLanguage,
  englishDossierStyle,
  escapeMarkdown,
  type ArticleRow,
  type CardLine,
} from '../../../src/core/index.ts';
import { passageMarkdown } from '../../../src/vscode/clean/passageMarkdown.ts';
import { cardMarkdown } from '../../../src/vscode/hover/cardMarkdown.ts';
import { english } from '../vscode/english.ts';
import { hostileStrings, hostileText } from './hostileStrings.ts';

/** Reads HTML and makes links of addresses: more than VS Code's hovers do, and as much as its Markdown preview. */
const reader = new MarkdownIt({ html: true, linkify: true });

interface Shown {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly markup: readonly string[];
  readonly text: string;
}

/** What a Markdown reader makes of a text. `markup` names what only markup can be. */
function show(markdown: string): Shown {
  const links: string[] = [];
  const images: string[] = [];
  const markup: string[] = [];
  let text = '';
  const visit = (tokens: ReturnType<typeof reader.parse>): void => {
    for (const token of tokens) {
      if (token.type === 'link_open') links.push(token.attrGet('href') ?? '');
      if (token.type === 'image') images.push(token.attrGet('src') ?? '');
      else if (token.children) visit(token.children);
      if (token.type === 'text') text += token.content;
      if (/html|code|fence|heading_open|s_open|table_open|blockquote_open|list_open/.test(token.type))
        markup.push(token.type);
    }
  };
  visit(reader.parse(markdown, {}));
  return { links, images, markup, text };
}

/** For the strings we thought of, and for many that we did not. */
function forHostile(check: (text: string) => void): void {
  for (const text of hostileStrings) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 300 });
}

const link = 'command:corpusExplorer.openArticle?%5B%5D';

describe('scraped words in Markdown', () => {
  it('are words on a card, and its links are our own', () => {
    forHostile((text) => {
      const target = { kind: 'passage', article: 'a.txt', start: 1, end: 5 } as const;
      const lines: CardLine[] = [
        { kind: 'title', icon: 'organization', parts: [{ text, style: 'strong' }, { text }] },
        { kind: 'description', parts: [{ text, style: 'emphasis', target }] },
        { kind: 'companions', label: text, parts: [{ text }] },
        { kind: 'years', parts: [{ text, svg: '<svg/>' }] },
      ];
      const { links, images, markup } = show(cardMarkdown(lines, () => link));
      assert.deepEqual([...new Set(links)], escapeMarkdown(text).trim() === '' ? [] : [link]);
      assert.ok(images.every((source) => source.startsWith('data:image/svg+xml;base64,')));
      assert.deepEqual(markup, []);
    });
  });

  it('are words in the hover of a passage', () => {
    forHostile((text) => {
      const evidence = { rule: 'linksAfterHeading', values: { heading: text } };
      const passage = { start: 0, end: 5, kind: 'teaser', evidence, confidence: 0.97 } as const;
      const { links, images, markup } = show(
        passageMarkdown(english, passage, [{ title: 'Keep This', link: 'command:a?b' }]),
      );
      assert.deepEqual(links, ['command:a?b']);
      assert.deepEqual([...images, ...markup], []);
    });
  });

  it('are words in a tooltip, each as it stands', () => {
    forHostile((text) => {
      const { links, images, markup, text: shown } = show(escapeMarkdown(text));
      assert.deepEqual([...links, ...images, ...markup], []);
      const words = (of: string): string => of.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, '');
      assert.equal(words(shown), words(text).replaceAll('\u0000', '\ufffd'));
    });
  });

  it('are words in a dossier, whose links stay in the corpus', () => {
    forHostile((text) => {
      const article: ArticleRow = {
        id: `${text.replace(/\n/g, '')}.txt`,
        title: text,
        outlet: text,
        language: 'fr',
        authors: [],
      };
      const { id } = article;
      const fact = { kind: 'description', value: text, article: id, articleTitle: text, start: 0, end: 5 };
      const markdown = dossierMarkdown(
        {
          card: {
            id: 'ORG:x',
            type: 'ORG',
            name: text,
            aliases: [text],
            joins: [],
            articles: 1,
            mentions: 2,
            undatedArticles: 1,
            years: [],
            facts: [],
            companions: [],
            generation: 1,
          },
          corpus: text,
          filter: text,
          facts: [text.replace(/\s+/g, ' ').trim(), `${text}.`].map((quote) => ({
            fact: { ...fact, kind: 'description' },
            quote,
            line: 7,
          })),
          lines: [{ article, left: text, keyword: text, right: text, span: { start: 0, end: 3 }, line: 9 }],
          companions: [{ name: text, sentences: 3, articles: 2 }],
          sources: [{ article, line: 12 }],
        },
        englishDossierStyle(englishCardLanguage, '../press/'),
      );
      const { links, images, markup } = show(markdown);
      assert.deepEqual(images, []);
      for (const target of links) {
        const url = new URL(target, 'file:///elsewhere/dossiers/x.md');
        assert.match(url.href, /^file:\/\/\/elsewhere\/press\//, target);
        assert.match(url.hash, /^#L\d+$/);
      }
      assert.deepEqual(
        markup.filter((type) => /html|code|fence|s_open/.test(type)),
        [],
      );
      assert.equal(markup.filter((type) => type === 'heading_open').length, 8);
    });
  });
});
