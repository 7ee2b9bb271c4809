/**
 * Makes labelled pages of the parser tests of Fundus: `node tools/trainClean/publisherPages.ts FUNDUS OUTPUT`, where
 * FUNDUS is a checkout of https://github.com/flairNLP/fundus (MIT) and OUTPUT a folder for `docs.jsonl.gz` and `html/`, as
 * labelledPages.ts and pageExamples.ts read them. Each page comes with what a parser written for its publisher takes out of
 * it. With `--reserved` the pages of those sites that are never learned from: to measure on.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Markup } from '../../src/core/article/record.ts';
import { readHtml } from '../../src/formats/html.ts';
import { partOf, tickerOf } from './dumpVariants.ts';
import { labelByArticle, wordCount, type PublishedArticle } from './publisherLabels.ts';
import { isReserved, registeredDomain } from './sites.ts';

/** The words of these languages are not parted by spaces, which the finder goes by. */
const unparted: ReadonlySet<string> = new Set(['jp', 'kr', 'cn', 'tw', 'th']);

/** Less of the article than this in the dump: the page was read by script, or by another version of the parser. */
const leastCoverage = 0.9;
const leastWords = 60;

interface Expectation {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publishing_date?: string;
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly {
      readonly headline: readonly string[];
      readonly paragraphs: readonly string[];
    }[];
  };
}

function articleOf({ title, authors, publishing_date, body }: Expectation): PublishedArticle {
  return {
    title: title ?? '',
    authors: authors ?? [],
    year: publishing_date?.slice(0, 4) ?? '',
    summary: body?.summary ?? [],
    paragraphs: (body?.sections ?? []).flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
  };
}

/** The page's language by its root element; the country's folder where it says none. */
function languageOf(html: string, country: string): string {
  return /<html[^>]*\slang=["']?([a-z]{2})/i.exec(html)?.[1]?.toLowerCase() ?? country;
}

interface Page {
  readonly name: string;
  readonly country: string;
  readonly site: string;
  readonly html: string;
  readonly text: string;
  readonly markup: Markup;
  readonly article: PublishedArticle;
}

function* readPages(folder: string): Generator<Page> {
  const root = join(folder, 'tests/resources/parser/test_data');
  const countries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: country } of countries.filter(({ name }) => !unparted.has(name))) {
    const files = readdirSync(join(root, country)).sort();
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, country, file), 'utf8'));
    const meta = read('meta.info') as Record<string, { readonly url: string }>;
    for (const file of files.filter((name) => name.endsWith('.html.gz'))) {
      const publisher = file.slice(0, file.indexOf('_'));
      const url = meta[file]?.url;
      if (url === undefined) continue;
      const html = gunzipSync(readFileSync(join(root, country, file))).toString('utf8');
      const { text, markup } = readHtml(html);
      const versions = Object.values(read(`${publisher}.json`) as Record<string, Expectation>);
      // One publisher's versions are in one file: a page's own is the one whose words it holds.
      const article = versions
        .map(articleOf)
        .map((article) => ({ article, held: wordCount(labelByArticle(text, markup, article), text, 'K') }))
        .sort((a, b) => b.held - a.held)[0]?.article;
      if (article === undefined) continue;
      yield {
        name: file.slice(0, -8),
        country,
        site: registeredDomain(new URL(url).hostname),
        html,
        text,
        markup,
        article,
      };
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reserved: { type: 'boolean', default: false } },
});
const [folder, output] = positionals;
if (folder === undefined || output === undefined) {
  throw new Error('Usage: publisherPages.ts FUNDUS OUTPUT [--reserved]');
}
mkdirSync(join(output, 'html'), { recursive: true });
const records: string[] = [];
let left = 0;
for (const { name, country, site, html, text, markup, article } of readPages(folder)) {
  const spans = labelByArticle(text, markup, article);
  const wanted = article.paragraphs.join(' ').split(/\s+/).length;
  const held = wordCount(spans, text, 'K');
  const isWhole = held >= Math.max(leastWords, wanted * leastCoverage);
  if (!isWhole || isReserved(site) !== values.reserved) {
    left++;
    continue;
  }
  const file = `html/${name}.html.gz`;
  writeFileSync(join(output, file), gzipSync(html));
  records.push(
    JSON.stringify({
      id: `fundus-${name}`,
      ds: 'fundus',
      lang: languageOf(html, country),
      site,
      html: file,
      text,
      spans,
      ...tickerOf(text, markup, spans, site),
      ...partOf(text, markup, spans),
    }),
  );
}
writeFileSync(join(output, 'docs.jsonl.gz'), gzipSync(`${records.join('\n')}\n`));
console.log(
  `${output}: ${records.length} pages; ${left} left out (reserved sites, or less of the article than its parser saw)`,
);
