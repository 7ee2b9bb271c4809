/**
 * Makes training pages of saved pages that nobody labelled: `node tools/trainClean/gatheredPages.ts OUTPUT SOURCE... [--known
 * DIR]...`, where SOURCE is a folder with `.html` files at any depth (the sources we used: models/NOTICE-clean.md), or a file
 * of lines `{"html": "…", "site": "…"}`, `.jsonl.gz`, and DIR holds labelled pages (`docs.jsonl.gz`) that are not to be learned twice.
 *
 * The finder for HTML knows what of a page is its article better than any finder can tell from the text alone. So its
 * judgement labels the dump, and both learn from it: where Readability sees the same article. The raw pages are kept in
 * OUTPUT/html for the finder for HTML, with the lines that the two judge differently (`doubtful`), from which it learns nothing.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadCleanModel, loadPageModel } from '../../src/core/clean/cleanModel.ts';
import { findBoilerplate } from '../../src/core/clean/findBoilerplate.ts';
import { removeSpans } from '../../src/core/text/cleanedText.ts';
import { identifyLanguage } from '../../src/core/text/language.ts';
import { readHtml } from '../../src/formats/html.ts';
import { doubtfulLines } from './doubts.ts';
import { partOf, tickerOf } from './dumpVariants.ts';
import { readLabelledTexts } from './labelledPages.ts';
import { labelByArticle, wordCount } from './publisherLabels.ts';
import { agreement, readAgain } from './secondReader.ts';
import { hostsOfPage, hostsOfPath, isOfReservedSite, registeredDomain } from './sites.ts';

/** Our finder and Readability see the same article when they agree to this degree. */
const leastAgreement = 0.85;
const leastWords = 80;
/** Two pages of a site hold the same article from this agreement of their articles on. */
const sameArticle = 0.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { known: { type: 'string', multiple: true, default: [] } },
});
const [output, ...sources] = positionals;
if (output === undefined || sources.length === 0) {
  throw new Error('Usage: gatheredPages.ts OUTPUT SOURCE... [--known DIR]...');
}

const model = {
  ...loadCleanModel(readFileSync('models/clean.json')),
  page: loadPageModel(readFileSync('models/cleanPage.json')),
};
/** The articles at hand, by site. */
const articles = new Map<string, string[]>();
for (const { site, variant, text } of values.known.flatMap(readLabelledTexts)) {
  if (variant === 'clean') remember(site, text);
}

mkdirSync(join(output, 'html'), { recursive: true });
const left = { 'without an address': 0, 'of reserved sites': 0, 'known already': 0, 'in doubt or short': 0 };
const records: string[] = [];
for (const { html, site: known, path } of sources.flatMap((source) => [...pagesOf(source)])) {
  const hosts = [...hostsOfPage(html), ...(known === undefined ? [] : [known]), ...hostsOfPath(path)];
  const [first] = hosts;
  if (first === undefined) left['without an address']++;
  else if (isOfReservedSite(hosts)) left['of reserved sites']++;
  else gather(registeredDomain(first), html);
}
writeFileSync(join(output, 'docs.jsonl.gz'), gzipSync(`${records.join('\n')}\n`));
const counts = Object.entries(left).map(([why, count]) => `${count} ${why}`);
console.log(`${output}: ${records.length} pages; left out: ${counts.join(', ')}`);

function gather(site: string, html: string): void {
  const page = readHtml(html);
  const article = removeSpans(page.text, findBoilerplate({ id: site, ...page }, model)).text;
  const again = readAgain(html);
  const spans = labelByArticle(page.text, page.markup, {
    title: again?.title ?? '',
    authors: [],
    year: '',
    summary: [],
    paragraphs: article.split('\n'),
  });
  const isSure = again !== undefined && agreement(article, again.text) >= leastAgreement;
  if (!isSure || wordCount(spans, page.text, 'K') < leastWords) {
    left['in doubt or short']++;
    return;
  }
  if (articles.get(site)?.some((other) => agreement(article, other) >= sameArticle)) {
    left['known already']++;
    return;
  }
  remember(site, article);
  const id = `gathered-${records.length}-${site}`;
  const file = `html/${id}.html.gz`;
  writeFileSync(join(output ?? '', file), gzipSync(html));
  records.push(
    JSON.stringify({
      id,
      ds: 'gathered',
      html: file,
      doubtful: doubtfulLines(page.text, spans, again.text),
      lang: identifyLanguage(article),
      site,
      text: page.text,
      spans,
      ...tickerOf(page.text, page.markup, spans, site),
      ...partOf(page.text, page.markup, spans),
    }),
  );
}

function remember(site: string, article: string): void {
  articles.set(site, [...(articles.get(site) ?? []), article]);
}

interface SavedPage {
  readonly html: string;
  /** Where the source says it. */
  readonly site?: string;
  /** Of its file in the source. */
  readonly path: string;
}

/** The raw pages of a source, in the order of their names or lines. */
function* pagesOf(source: string): Generator<SavedPage> {
  if (statSync(source).isDirectory()) {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => /\.html?$/i.test(name))) {
      yield { html: readFileSync(join(source, file), 'utf8'), path: file };
    }
    return;
  }
  for (const line of gunzipSync(readFileSync(source)).toString('utf8').split('\n')) {
    if (line !== '') yield { path: '', ...(JSON.parse(line) as Omit<SavedPage, 'path'>) };
  }
}
