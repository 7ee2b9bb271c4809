/** The strongest pairs as a graph, in words of the user's language: the page only lays it out and draws. */
export interface PairGraph {
  /** What is shown and how it was counted. */
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly empty: string;
  readonly tableTitle: string;
  /** Headings of the table: the two names, how often together, the score. */
  readonly headings: readonly string[];
}

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly type: 'ORG' | 'PER' | 'LOC';
  /** Units that name it. */
  readonly units: number;
  readonly spoken: string;
}

export interface GraphEdge {
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
  readonly together: number;
  readonly spoken: string;
  /** The row of the table. */
  readonly cells: readonly string[];
}

export type ToPairGraph = { readonly kind: 'show'; readonly graph: PairGraph };

export type FromPairGraph = { readonly kind: 'ready' } | { readonly kind: 'choose'; readonly id: string };

/** What came from the page, if it is one of its messages. */
export function fromPairGraph(value: unknown): FromPairGraph | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, id } = value;
  if (kind === 'ready') return { kind };
  return kind === 'choose' && typeof id === 'string' ? { kind, id } : undefined;
}

/** What came from the extension, if it is a graph whose edges join its nodes. */
export function toPairGraph(value: unknown): ToPairGraph | undefined {
  if (!isRecord(value) || value['kind'] !== 'show' || !isRecord(value['graph'])) return undefined;
  const { nodes, edges } = value['graph'];
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return undefined;
  const ids = new Set(nodes.map((node: unknown) => (isRecord(node) ? node['id'] : undefined)));
  const isJoined = edges.every((edge: unknown) => {
    return (
      isRecord(edge) &&
      ids.has(edge['source']) &&
      ids.has(edge['target']) &&
      Number.isFinite(edge['together'])
    );
  });
  return isJoined ? (value as unknown as ToPairGraph) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
