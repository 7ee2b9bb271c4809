import { foldText } from '../index/searchTokens.ts';
import type { ExportHead, ExportItem, ExportWriter } from './exportItem.ts';
import { pathOf } from './exportItem.ts';

/** One entry an article, for reference managers and LaTeX. */
export function bibtexWriter(head: ExportHead): ExportWriter {
  let number = 0;
  const about = [`Corpus: ${head.corpus}`, ...(head.filter === '' ? [] : [`filter: ${head.filter}`])].join(
    '; ',
  );
  return {
    // Braces alone count in a comment, and a scraped name may hold one.
    begin: () => [{ file: '', text: `@comment{${escapeBibtex(about)}}\n` }],
    item: (item) => [{ file: '', text: entry(item, ++number) }],
    end: () => [],
  };
}

function entry(item: ExportItem, number: number): string {
  const { article } = item;
  const [year, month, day] = (article.date ?? '').split('-');
  const fields: readonly (readonly [string, string | undefined])[] = [
    // The outer braces keep capital letters, names among them, as they are.
    ['title', `{${escapeBibtex(article.title)}}`],
    ['author', article.authors.map(bibtexName).join(' and ')],
    ['journal', article.outlet === undefined ? undefined : escapeBibtex(article.outlet)],
    ['year', year],
    ['month', month === undefined ? undefined : String(Number(month))],
    ['day', day === undefined ? undefined : String(Number(day))],
    ['date', article.date],
    ['langid', languageNames[article.language]],
    ['note', escapeBibtex(noteOf(item))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  const type = article.outlet === undefined ? 'misc' : 'article';
  return `\n@${type}{${keyOf(item, number)},\n${lines.join(',\n')}\n}\n`;
}

/** Where the article is, and why its date is believed. */
function noteOf(item: ExportItem): string {
  const { article, date, line } = item;
  const why = [
    ...(article.dateSource === undefined ? ['undated'] : [`date from ${article.dateSource}`]),
    ...(date ? [`line ${date.line}: ${date.quote}`] : []),
    ...(article.marks ?? []),
  ];
  const record = article.id === pathOf(item) ? '' : `, ${article.id}`;
  return `${pathOf(item)}:${line}${record}; ${why.join(', ')}`;
}

/** Letters, digits and `-` only; the number makes it unique. */
function keyOf({ article }: ExportItem, number: number): string {
  const outlet = foldText(article.outlet ?? '')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20);
  return `${outlet || 'article'}${article.date?.slice(0, 4) ?? ''}-${number}`;
}

/** BibTeX parts names at commas and at the word "and": one that has either is kept together by braces. */
function bibtexName(name: string): string {
  const escaped = escapeBibtex(name);
  return /,|\band\b/i.test(name) ? `{${escaped}}` : escaped;
}

/** The ten marks of LaTeX as what prints them. No brace is left: BibTeX counts them, escaped or not. */
function escapeBibtex(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\s]+/g, ' ')
    .trim()
    .replace(/[\\{}$&#_%~^]/g, (mark) => latexMarks[mark] ?? mark);
}

const latexMarks: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};

/** The names that `biblatex` knows languages by. */
const languageNames: Readonly<Record<string, string>> = {
  fr: 'french',
  en: 'english',
  es: 'spanish',
  de: 'german',
  it: 'italian',
  pt: 'portuguese',
  ar: 'arabic',
  nl: 'dutch',
  el: 'greek',
  pl: 'polish',
  ru: 'russian',
};
