import { Parser } from 'htmlparser2';
import type { Markup } from '../core/index.ts';
import { readLinkedData } from './html/linkedData.ts';
import { PageReader } from './html/pageReader.ts';

/**
 * The text dump of an HTML page with the evidence of its markup. Block elements and `<br>` stand on lines of their own, a
 * blank line stands round paragraphs, headings, lists and tables; scripts, styles and hidden elements are left out. Offsets
 * of `markup.blocks` index `text`, in UTF-16 code units. Any string is read; malformed HTML never throws.
 */
export function readHtml(html: string): { readonly text: string; readonly markup: Markup } {
  const page = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        page.open(name, attributes);
      },
      onclosetag: (name) => {
        page.close(name);
      },
      ontext: (data) => {
        page.characters(data);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  page.end();
  const { facts, ...linkedData } = readLinkedData(page.scripts);
  return {
    text: page.text,
    markup: {
      blocks: page.blocks,
      facts: [...facts, ...page.facts],
      elements: page.elements,
      links: page.links,
      emphasis: page.emphasis,
      ...linkedData,
    },
  };
}
