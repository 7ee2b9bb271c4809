import { createHash } from 'node:crypto';

/** Suffixes under which names are registered one level further down: `example.co.uk`. */
const secondLevels: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'ac', 'gov']);

/**
 * Whether the kit keeps pages of a site back for the last judgement: so many in a hundred sites by a hash of their name. No such
 * site is learned from, whether the kit has a page of it or not.
 */
export function isReserved(site: string): boolean {
  return createHash('sha1').update(`kit1:${site}`).digest().readUInt32BE(0) % 100 >= 40;
}

/** `news.example.co.uk` → `example.co.uk`. */
export function registeredDomain(host: string): string {
  const parts = host.split('.');
  const isShort = secondLevels.has(parts.at(-2) ?? '') && parts.at(-1)?.length === 2;
  return parts.slice(isShort ? -3 : -2).join('.');
}

/** A host by itself or in an address: `www.example.org`, `https://example.org/a`. */
const hostPattern = /^(?:https?:\/\/)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|$)/i;

/** Where a saved page says by which name it is known, its own address first. */
const statements: readonly RegExp[] = [
  /\brel\s*=\s*["']?canonical\b/i,
  /\b(?:property|name)\s*=\s*["']?og:url\b/i,
];

/** Every host that a saved page names itself by: `rel="canonical"` first. */
export function hostsOfPage(html: string): string[] {
  const tags = html.match(/<(?:link|meta)\b[^>]*>/gi) ?? [];
  return statements.flatMap((statement) =>
    tags
      .filter((tag) => statement.test(tag))
      .flatMap((tag) => hostOf(/\b(?:href|content)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? '')),
  );
}

/** Hosts that a file or its folders are named after: `tests/example.org/article-1.html`. */
export function hostsOfPath(path: string): string[] {
  return path.split('/').flatMap((name) => hostOf(name.replace(/\.html?$/i, '')));
}

function hostOf(text: string): string[] {
  const host = hostPattern.exec(text)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}

/**
 * Whether a page may not be learned from: sister papers name each other's addresses, so that one of its hosts which is kept
 * back, by itself or by its registered domain, is enough.
 */
export function isOfReservedSite(hosts: readonly string[]): boolean {
  return hosts.some((host) => isReserved(host) || isReserved(registeredDomain(host)));
}
