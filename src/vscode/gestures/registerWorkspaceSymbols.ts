import { languages, Location, Range, SymbolInformation, SymbolKind, type CancellationToken } from 'vscode';
import type { EntityDefinition, EntityRow, EntityType } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import type { Disposable } from '../disposableStore.ts';
import { typeWord } from '../entityTypes.ts';
import { countArticles, type L10n } from '../l10n.ts';
import { canAnswer } from '../patiently.ts';
import { articleUri } from '../recordDocuments/articleUri.ts';
import type { Services } from '../services.ts';
import { shownName } from './shownName.ts';

/**
 * Entities that are shown at once: the best known ones; more letters find the others. The place of each is read from its
 * article: so many are answered within 20 ms at 200,000 articles.
 */
const mostSymbols = 20;

const kinds: Readonly<Record<EntityType, SymbolKind>> = {
  ORG: SymbolKind.Class,
  PER: SymbolKind.Interface,
  LOC: SymbolKind.Module,
};

/** Go to Symbol in Workspace: entities of all corpora by any of their names, those of most articles first. */
export function registerWorkspaceSymbols(services: Services): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: async (query, token) => {
      // A folder of programs has symbols too: only what was looked at as a corpus is asked.
      const started = services.corpora.all.filter(({ state }) => state !== 'closed');
      const found = await Promise.all(
        started.map(async (corpus) =>
          (await canAnswer(corpus, token)) ? symbolsOf(services.l10n, corpus, query, token) : [],
        ),
      );
      return found.flat();
    },
  });
}

async function symbolsOf(
  l10n: L10n,
  corpus: Corpus,
  query: string,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const index = corpus.indexUntil(token);
  const rows = await index.suggest(query, mostSymbols);
  if (token.isCancellationRequested) return [];
  const definitions = await index.definitions(rows.map(({ id }) => id));
  const byEntity = new Map(definitions.map((definition) => [definition.entity, definition]));
  return rows.flatMap((row) => {
    const definition = byEntity.get(row.id);
    return definition ? symbolOf(l10n, corpus, query, row, definition) : [];
  });
}

function symbolOf(
  l10n: L10n,
  { root }: Corpus,
  query: string,
  row: EntityRow,
  { aliases, article, from, to }: EntityDefinition,
): SymbolInformation {
  const shown = shownName(query, row.name, aliases);
  const notes = [
    ...(shown.isAlias ? [row.name] : []),
    typeWord(l10n, row.type),
    countArticles(l10n, row.articles),
  ];
  const range = new Range(from.line, from.character, to.line, to.character);
  return new SymbolInformation(
    shown.name,
    kinds[row.type],
    notes.join(' · '),
    new Location(articleUri(root, article), range),
  );
}
