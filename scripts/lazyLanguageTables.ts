import type { Plugin } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * eld builds its tables when it is imported, from 950 kB of JavaScript: 90 MB of memory, and as much again in every thread. In a
 * bundle they are read at the first text whose language is asked for, and as JSON, which takes a third of that.
 */
export const lazyLanguageTables: Plugin = {
  name: 'lazy-language-tables',
  setup(bundler) {
    bundler.onLoad(
      { filter: /[\\/]eld[\\/]src[\\/]entries[\\/]static\.extrasmall\.js$/ },
      ({ path: entry }) => {
        const beside = (name: string): string => JSON.stringify(path.join(path.dirname(entry), '..', name));
        return {
          contents: `
          import { createEld } from ${beside('languageDetector.js')};
          import { readTables } from ${beside('ngrams/extrasmall.js')};
          let loaded;
          const load = () => {
            const { instance, loadData } = createEld();
            loadData(readTables());
            return instance;
          };
          export const eld = { detect: (text) => (loaded ??= load()).detect(text) };`,
        };
      },
    );
    bundler.onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, async ({ path: file }) => {
      const { ngramsData } = (await import(pathToFileURL(file).href)) as { readonly ngramsData: unknown };
      const json = JSON.stringify(JSON.stringify(ngramsData));
      return { contents: `export const readTables = () => JSON.parse(${json});` };
    });
  },
};
