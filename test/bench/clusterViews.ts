import type { CorpusIndex, EntityId } from '../../src/core/index.ts';

/** Entities the questions are about, by rank: the most frequent ones, and some further down. */
const ranks = [0, 1, 3, 10, 30, 100, 300];

/** What the views ask of an index, each view with its questions. */
export async function viewQuestions(
  index: CorpusIndex,
): Promise<readonly { readonly what: string; readonly questions: readonly (() => Promise<unknown>)[] }[]> {
  const page = { limit: 100 };
  const { items } = await index.facet({}, 'ORG', { limit: 400 });
  const chosen = ranks.flatMap((rank) => items[rank] ?? []);
  const each = (of: (entity: EntityId, label: string) => Promise<unknown>): (() => Promise<unknown>)[] =>
    chosen.map(
      ({ value, label }) =>
        () =>
          of(value, label),
    );
  return [
    {
      what: 'tree: organizations',
      questions: [() => index.facet({}, 'ORG', page), () => index.facet({}, 'PER', page)],
    },
    {
      what: 'tree: years, months',
      questions: [() => index.histogram({}, 'year'), () => index.histogram({}, 'month')],
    },
    {
      what: 'tree: articles of a month',
      questions: [() => index.documents({ from: '2010-03', to: '2010-03' }, 'date', page)],
    },
    {
      what: 'tree: years of an entity',
      questions: each((entity) => index.histogram({ entities: [entity] }, 'year')),
    },
    {
      what: 'tree: entities of a year',
      questions: [() => index.facet({ from: '2010', to: '2010' }, 'ORG', page)],
    },
    { what: 'hover card', questions: each((entity) => index.entity(entity)) },
    {
      what: 'co-occurrence',
      questions: each((entity) => index.facet({ entities: [entity] }, 'ORG', { limit: 20 })),
    },
    {
      what: 'search: phrase, best 20',
      questions: each((_, label) => index.search(`"${label}"`, {}, { limit: 20 })),
    },
    {
      what: 'concordance: 20 lines',
      questions: each((entity) => index.kwic({ entity }, {}, { limit: 20 })),
    },
    {
      what: 'suggestions',
      questions: ['b', 'ba', 'corde'].map((prefix) => () => index.suggest(prefix, 20)),
    },
  ];
}
