/** A question that a program or a language model may ask of a corpus. */
export interface ToolSpec {
  readonly name: ToolName;
  /** For the model: when to ask it and what comes back. */
  readonly description: string;
  /** JSON Schema of the input. */
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, { readonly type: string; readonly description: string }>>;
    readonly required: readonly string[];
  };
}

export type ToolName = 'corpus_search' | 'corpus_concordance' | 'corpus_entity' | 'corpus_together';

const filterProperties = {
  from: { type: 'string', description: 'Earliest date: YYYY, YYYY-MM or YYYY-MM-DD.' },
  to: { type: 'string', description: 'Latest date, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.' },
  outlet: { type: 'string', description: 'Only articles of this outlet.' },
  limit: { type: 'integer', description: 'How many at most, 1 to 50; 10 when absent.' },
} as const;

const query = {
  type: 'string',
  description:
    'Words that must all be there; "a phrase", prefix*, OR, NOT, NEAR(a b, 5) and parentheses; case and accents do not matter.',
} as const;
const entity = { type: 'string', description: 'A name of the organization, person or place.' } as const;

const promise = 'Answers with quotes only, each with its path:line, date and outlet. Reads, never writes.';

/** The same list stands in the extension's manifest, which a test compares. */
export const toolSpecs: readonly ToolSpec[] = [
  {
    name: 'corpus_search',
    description: `Finds press articles of the open corpus by words, best first. ${promise}`,
    inputSchema: { type: 'object', properties: { query, ...filterProperties }, required: ['query'] },
  },
  {
    name: 'corpus_concordance',
    description: `Shows every place where an entity (any of its names) or words stand in the corpus, by date, each in its context. ${promise}`,
    inputSchema: { type: 'object', properties: { entity, query, ...filterProperties }, required: [] },
  },
  {
    name: 'corpus_entity',
    description: `Says what the corpus knows of an organization, person or place: sentences that say what it is, other names, years. ${promise}`,
    inputSchema: { type: 'object', properties: { entity, ...filterProperties }, required: ['entity'] },
  },
  {
    name: 'corpus_together',
    description: `Finds the sentences that name two entities together; with one entity only, who is named with it. ${promise}`,
    inputSchema: {
      type: 'object',
      properties: {
        entity,
        other: { type: 'string', description: 'A name of the other one.' },
        ...filterProperties,
      },
      required: ['entity'],
    },
  },
];
