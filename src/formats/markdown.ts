import { parseDocument } from 'yaml';
import type { Span } from '../core/index.ts';

/** What a Markdown file says before its text. */
export interface FrontMatter {
  /** The block with its fences and the line end after it, in UTF-16 code units of the text. */
  readonly span: Span;
  /** Its fields; empty when it cannot be read. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A block longer than this is no metadata. UTF-16 code units. */
const longestBlock = 20_000;

/** The block between `---` lines (YAML) or `+++` lines (TOML's simple `key = value`) at the head of a Markdown text. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const fence = opening[1] === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm : /^\+\+\+[ \t]*(?:\r?\n|$)/gm;
  fence.lastIndex = start;
  const closing = fence.exec(text.slice(0, start + longestBlock));
  if (!closing) return undefined;
  const block = text.slice(start, closing.index);
  const values = opening[1] === '---' ? readYaml(block) : readToml(block);
  // A rule at the head of a text and another one further down hold prose between them.
  if (values === undefined) return undefined;
  return { span: { start: 0, end: closing.index + closing[0].length }, values };
}

function readYaml(block: string): Readonly<Record<string, unknown>> | undefined {
  if (block.trim() === '') return {};
  const document = parseDocument(block, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 20 }) as unknown;
  } catch {
    return undefined;
  }
  if (typeof values === 'object' && values !== null && !Array.isArray(values) && document.errors.length === 0)
    return values as Readonly<Record<string, unknown>>;
  // A title with a colon in it is no YAML and is written all the same.
  const lines = block.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.flatMap((line) => {
    const match = /^([\p{L}_][\p{L}\p{N}_ .:-]{0,40}?)\s*:(?:\s+(.*)|\s*)$/u.exec(line);
    return match ? [[match[1]!, unquoted(match[2] ?? '')] as const] : [];
  });
  return pairs.length > 0 && pairs.length * 2 >= lines.length ? Object.fromEntries(pairs) : undefined;
}

function readToml(block: string): Readonly<Record<string, unknown>> {
  const pairs = [...block.matchAll(/^\s*([\p{L}\p{N}_-]+)\s*=\s*(.*?)\s*$/gmu)];
  return Object.fromEntries(
    pairs.map(([, key = '', value = '']) => {
      const list = /^\[(.*)\]$/.exec(value)?.[1];
      return [
        key,
        list === undefined ? unquoted(value) : list.split(',').map((each) => unquoted(each.trim())),
      ];
    }),
  );
}

/** A quote that is never closed is left out as well. */
function unquoted(value: string): string {
  const trimmed = value.trim();
  return /^(["'])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed.replace(/^"(?=[^"]*$)/, '');
}
