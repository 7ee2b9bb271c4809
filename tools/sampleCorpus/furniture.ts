/** The lines that an outlet's pages share, by file name without extension. */
export type Furniture = Readonly<Record<string, string>>;

const tickerGap = '\u00a0'.repeat(4);

/**
 * Replaces furniture lines in a source:
 * `@include NAME` by that file's text, `@ticker FROM COUNT` by one line of headlines four non-breaking spaces apart, and
 * `@pool NAME FROM COUNT` by that many blocks, each line of which becomes a teaser. Pools go round at their end.
 */
export function furnish(source: string, furniture: Furniture): string {
  return source.replace(/^@(include|ticker|pool) (.+)$/gm, (_line, directive: string, rest: string) => {
    const words = rest.trim().split(/\s+/);
    if (directive === 'include') return pieceNamed(furniture, words[0]);
    if (directive === 'ticker') {
      const headlines = pieceNamed(furniture, 'ticker').split('\n');
      return `{{ticker|${take(headlines, words[0], words[1]).join(tickerGap)}}}${tickerGap}`;
    }
    const blocks = pieceNamed(furniture, words[0]).split('\n\n');
    return take(blocks, words[1], words[2]).map(asTeaser).join('\n\n');
  });
}

function asTeaser(block: string): string {
  return block
    .split('\n')
    .map((line) => `{{teaser|${line}}}`)
    .join('\n\n');
}

function pieceNamed(furniture: Furniture, name = ''): string {
  const piece = furniture[name];
  if (piece === undefined) throw new Error(`no furniture named ${name}`);
  return piece.trimEnd();
}

function take(items: readonly string[], from = '0', count = '0'): string[] {
  return Array.from({ length: Number(count) }, (_, i) => items[(Number(from) + i) % items.length]!);
}
