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

/** The site a saved page names itself by (`rel="canonical"`, else `og:url`), or undefined where it names none. */
export function siteOfPage(html: string): string | undefined {
  const tags = html.match(/<(?:link|meta)\b[^>]*>/gi) ?? [];
  const stated = [/\brel\s*=\s*["']?canonical\b/i, /\bproperty\s*=\s*["']?og:url\b/i];
  for (const statement of stated) {
    for (const tag of tags.filter((tag) => statement.test(tag))) {
      const url = /\b(?:href|content)\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(tag)?.[1];
      if (url !== undefined && URL.canParse(url)) return registeredDomain(new URL(url).hostname);
    }
  }
  return undefined;
}
