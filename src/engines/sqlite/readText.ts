import type { KnownPlace } from '../../core/index.ts';

/**
 * Gives the text of an article as it stands in its file now; `undefined` when it cannot be read. `place` is where the
 * record of one that is no file of its own stood when it was indexed.
 */
export type ReadText = (articleId: string, place?: KnownPlace) => Promise<string | undefined>;

/** What a text is read of. */
interface Source {
  readonly article: { readonly id: string };
  readonly place?: KnownPlace;
}

/** Files that are asked for together answer sooner than one after the other. */
const most = 8;

/** Each of some articles with its text, in order, a few of them read before they are asked for. */
export async function* readAhead<T extends Source>(
  found: readonly T[],
  readText: ReadText,
): AsyncGenerator<{ readonly source: T; readonly text: string | undefined; readonly i: number }> {
  const texts: Promise<string | undefined>[] = [];
  for (const [i, source] of found.entries()) {
    while (texts.length < Math.min(i + most, found.length)) {
      const { article, place } = found[texts.length]!;
      const text = readText(article.id, place);
      // Whoever asks for it is told; nobody may ask any more.
      text.catch(() => undefined);
      texts.push(text);
    }
    yield { source, text: await texts[i], i };
  }
}
