import type { ArticleRecord } from '../core/index.ts';
import { readHtml } from './html.ts';
import { readFrontMatter } from './markdown.ts';
import { readingDay } from './readingDay.ts';
import { factsOfFields } from './records/toRecord.ts';
import { sourceFormatOf } from './sourceFormat.ts';
import { sourceOf } from './sourceOf.ts';
import { joinStated, type StatedFacts } from './statedFacts.ts';

/**
 * The article that a whole file is. `path` is its place in the corpus; `text` what stands in it, decoded; `stated` what
 * stands of it elsewhere. The text of a page is its dump; a Markdown text keeps its front matter, so that every offset is
 * one of the file.
 */
export function toArticle(path: string, text: string, stated?: StatedFacts): ArticleRecord {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const base = { id: path, text, fileName, path, readOn: readingDay(), ...sourceOf(path) };
  const format = sourceFormatOf(path);
  if (format === 'html') return { ...base, ...readHtml(text), ...stated };
  if (format !== 'markdown') return { ...base, ...stated };
  const matter = readFrontMatter(text);
  const heading = topHeading(text.slice(matter?.span.end ?? 0));
  const ownFacts = matter ? factsOfFields(matter.values) : {};
  const said = joinStated(joinStated(stated, ownFacts), heading);
  return { ...base, ...said, ...(matter && { frontMatter: matter.span }) };
}

/** The heading that a Markdown text begins with is its title. */
function topHeading(text: string): StatedFacts {
  const line = /^\s*#[ \t]+(?![ \t])([^\r\n]+)/.exec(text)?.[1]?.slice(0, longestHeading);
  if (line === undefined) return {};
  let end = line.length;
  while (end > 1 && ' \t#'.includes(line[end - 1]!)) end--;
  const value = line.slice(0, end);
  return { facts: [{ field: 'title', source: 'heading', value }] };
}

/** Nothing longer is a title. UTF-16 code units. */
const longestHeading = 2000;
