import type { MarkupFact } from '../../core/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** schema.org types whose node can be the article of a page. */
const article =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report|Review|LiveBlogPosting|\w*Posting|NewsItem|CreativeWork|Recipe|HowTo)$/;
const pageType = /^(?:https?:\/\/schema\.org\/)?(?:\w*Page|VideoObject|PodcastEpisode)$/;

/** Properties whose nodes are other things than the page's own subject. */
const asideTags: ReadonlySet<string> = new Set([
  'itemListElement',
  'comment',
  'hasPart',
  'mentions',
  'citation',
  'isPartOf',
  'associatedMedia',
  'video',
  'image',
  'review',
  'about',
  'breadcrumb',
  'potentialAction',
]);

const maxDepth = 8;

/** What the page's JSON-LD says of the article that is its main entity. */
export interface LinkedData {
  readonly facts: readonly MarkupFact[];
  /** Its text, without tags. */
  readonly articleBody?: string;
}

/** Reads the JSON-LD scripts of a page; broken JSON is read as far as it goes. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap((script) => {
    const parsed = parseLeniently(script);
    return parsed === undefined ? [] : collect(parsed, 0);
  });
  const articles = nodes.filter((node) => hasType(node, article));
  const main = best(articles);
  if (main) return { facts: factsOf(main, 'jsonLd', nodes), ...bodyOf(articles) };
  const page = best(nodes.filter((node) => hasType(node, pageType) && node['datePublished'] !== undefined));
  if (page) return { facts: factsOf(page, 'jsonLdPage', nodes) };
  return { facts: nodes.length === 0 ? scripts.flatMap(factsOfBroken) : [] };
}

/** The longest text that an article of the page is said to have. */
function bodyOf(articles: readonly Json[]): Pick<LinkedData, 'articleBody'> {
  let longest = '';
  for (const node of articles) {
    const body = text(node['articleBody']) ?? text(node['text']) ?? '';
    if (body.length > longest.length) longest = body;
  }
  const articleBody = longest
    .replace(/&lt;/g, '<')
    .replace(/<[^<>]{1,2000}>/g, ' ')
    .trim();
  return articleBody === '' ? {} : { articleBody };
}

/** The article that says most of itself; of equals the first. */
function best(nodes: readonly Json[]): Json | undefined {
  const weight = (node: Json): number =>
    (node['datePublished'] !== undefined ? 3 : 0) +
    (node['headline'] !== undefined ? 2 : 0) +
    (node['author'] !== undefined ? 1 : 0) +
    (hasType(node, /CreativeWork$|Review$/) ? -3 : 0);
  let top: Json | undefined;
  for (const node of nodes) if (!top || weight(node) > weight(top)) top = node;
  return top;
}

function parseLeniently(script: string): unknown {
  const text = script.replace(/^\s*(?:<!--|<!\[CDATA\[|\/\*.*?\*\/|\/\/.*)+|(?:-->|\]\]>|;)\s*$/g, '').trim();
  for (const attempt of [
    text,
    text.replace(/[\u0000-\u001f]+/g, ' '),
    text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt mends a common fault: raw line breaks in strings, then trailing commas.
    }
  }
  return undefined;
}

function collect(value: unknown, depth: number): Json[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, depth + 1));
  if (!isNode(value)) return [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    asideTags.has(key) || typeof child !== 'object' ? [] : collect(child, depth + 1),
  );
  return [value, ...inner];
}

const isNode = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(node: Json, pattern: RegExp): boolean {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && pattern.test(name));
}

function factsOf(node: Json, source: string, nodes: readonly Json[]): MarkupFact[] {
  const facts: MarkupFact[] = [];
  const add = (field: MarkupFact['field'], value: string | undefined, from = source): void => {
    if (value !== undefined && value.trim() !== '') facts.push({ field, source: from, value: value.trim() });
  };
  add('published', text(node['datePublished']) ?? text(node['dateCreated']) ?? text(node['uploadDate']));
  add('modified', text(node['dateModified']));
  add('title', text(node['headline']) ?? (source === 'jsonLd' ? text(node['name']) : undefined));
  const signed = node['author'] ?? node['creator'];
  const persons = namesOf(signed, nodes);
  for (const name of persons) add('author', name);
  // A newsroom may sign as a whole, or be named beside the one who wrote.
  for (const name of namesOf(signed, nodes, true))
    if (!persons.includes(name)) add('author', name, `${source}Organization`);
  for (const name of namesOf(node['publisher'], nodes, true).slice(0, 1)) add('outlet', name);
  add('language', text(node['inLanguage']));
  add('section', text(node['articleSection']));
  return facts;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return text(value[0]);
  if (isNode(value)) return text(value['@value'] ?? value['name']);
  return undefined;
}

/** Names of persons; of organizations too when they are asked for. A reference by `@id` is followed. */
function namesOf(value: unknown, nodes: readonly Json[], withOrganizations = false): string[] {
  if (typeof value === 'string') {
    // Some systems write the node as a string of JSON.
    return value.trimStart().startsWith('{')
      ? namesOf(parseLeniently(value), nodes, withOrganizations)
      : [value];
  }
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, nodes, withOrganizations));
  if (!isNode(value)) return [];
  const target =
    value['name'] === undefined
      ? nodes.find((node) => node['@id'] === value['@id'] && node['name'] !== undefined)
      : value;
  if (!target || (!withOrganizations && hasType(target, /Organi[sz]ation$|WebSite$|Corporation$/))) return [];
  const { name } = target;
  if (Array.isArray(name)) return name.flatMap((item) => namesOf(item, nodes, withOrganizations));
  return typeof name === 'string' ? [name] : [];
}

/** Of JSON that cannot be parsed, the two plain strings that matter most. */
function factsOfBroken(script: string): MarkupFact[] {
  return (
    [
      ['published', /"datePublished"\s*:\s*"([^"]{8,40})"/],
      ['title', /"headline"\s*:\s*"((?:[^"\\]|\\.){4,300})"/],
    ] as const
  ).flatMap(([field, pattern]) => {
    const value = pattern.exec(script)?.[1];
    return value === undefined ? [] : [{ field, source: 'jsonLd', value }];
  });
}
