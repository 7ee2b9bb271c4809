import { csvWriter } from './tables.ts';
import type { ExportHead, ExportItem, ExportWriter } from './exportItem.ts';
import { slug } from './slugs.ts';

/**
 * The text corpus of IRaMuTeQ (<http://www.iramuteq.org/documentation>): each text under a line `**** *variable_value …`. A table
 * beside it (`….sources.csv`) says for each number which article it is.
 */
export function iramuteqWriter(head: ExportHead): ExportWriter {
  let number = 0;
  const table = csvWriter({ ...head, separator: ',' }, false);
  const beside = (chunks: ReturnType<ExportWriter['item']>): ReturnType<ExportWriter['item']> =>
    chunks.map(({ text }) => ({ file: '.sources.csv', text }));
  return {
    begin: () =>
      beside(
        table.begin().map((chunk) => ({ ...chunk, text: chunk.text.replace('title', 'article,title') })),
      ),
    item: (item) => {
      const name = articleNumber(++number);
      return [
        { file: '', text: `${starLine(item, name, head)}\n${iramuteqText(item.text ?? '')}\n\n` },
        ...beside(table.item(item).map((chunk) => ({ ...chunk, text: `${name},${chunk.text}` }))),
      ];
    },
    end: () => [],
  };
}

/** Variables and values of letters and digits only: a sign or an accent would part them. */
function starLine({ article }: ExportItem, name: string, head: ExportHead): string {
  const date = article.date?.replaceAll('-', '') ?? 'undated';
  return [
    '****',
    `*article_${name}`,
    `*outlet_${slug(article.outlet ?? '', 'unknown')}`,
    `*date_${date}`,
    `*year_${article.date?.slice(0, 4) ?? 'undated'}`,
    `*lang_${slug(article.language, 'und')}`,
    ...(head.filter === '' ? [] : [`*filter_${slug(head.filter, 'some')}`]),
  ].join(' ');
}

/**
 * A text that IRaMuTeQ reads as text: without the asterisk, which begins a variable, the underscore, which makes words one or a
 * variable, and quotation marks, `$` and `%`, which its cleaning and R take for their own; with one kind of apostrophe and of
 * dash, and no empty line.
 */
function iramuteqText(text: string): string {
  return text
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/[*_"«»“”„‟$%^§|\\#~<>{}[\]@]/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g,
      (blanks) => (/[\r\u0085\u2028\u2029]/.test(blanks) ? '\n' : ' '),
    )
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function articleNumber(number: number): string {
  return String(number).padStart(5, '0');
}
