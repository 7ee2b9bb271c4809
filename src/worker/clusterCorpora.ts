import { isClusterAddress, type ArticleId, type CorpusIndex, type CorpusStatus } from '../core/index.ts';
import { authorizationOf } from '../engines/opensearch/cluster.ts';
import { parseClusterAddress } from '../engines/opensearch/clusterAddress.ts';
import { ClusterError } from '../engines/opensearch/clusterError.ts';
import type { ClusterReader } from '../engines/opensearch/clusterReader.ts';
import { openReader, readerWhenAsked, type ReaderOptions } from '../engines/opensearch/openReader.ts';
import { inspectCluster, type ClusterPreset } from '../engines/opensearch/inspectCluster.ts';
import { cachedIndex } from './cachedIndex.ts';
import type {
  ArticleText,
  ClusterInspection,
  ClusterProblem,
  ConnectParams,
  CorpusRoot,
} from './protocol.ts';
import { ConnectionWatch, watchedIndex, type ConnectionState } from './watchedIndex.ts';

/** Somebody waits: what does not answer is given up sooner than a fill would. */
const patienceMs = 8000;
const timeoutMs = 30_000;

interface Connected {
  readonly engine: ClusterReader;
  readonly index: CorpusIndex;
  readonly clear: () => void;
  generation: number;
}

/** The corpora in clusters that this worker reads. Their root is their address. */
export class ClusterCorpora {
  private readonly connected = new Map<CorpusRoot, Connected>();
  private readonly tell: (root: CorpusRoot, state: ConnectionState) => void;

  constructor(tell: (root: CorpusRoot, state: ConnectionState) => void) {
    this.tell = tell;
  }

  /** Looks what lies at an address. What is wrong with the address or the server is an answer. */
  async inspect(params: ConnectParams): Promise<ClusterInspection> {
    try {
      return await inspectCluster(optionsOf(params));
    } catch (error) {
      const problem = problemOf(error);
      if (problem) return { problem };
      throw error;
    }
  }

  /** Gets ready to ask; asks nothing. A second call takes the place of the first. Throws a RangeError for a wrong address. */
  connect(params: ConnectParams): void {
    const options = optionsOf(params);
    const engine = readerWhenAsked(() => openReader(options));
    const watch = new ConnectionWatch(
      (error) => {
        const problem = problemOf(error);
        return problem && { kind: 'lost', ...problem };
      },
      (state) => {
        this.tell(params.root, state);
      },
    );
    // An answer that was kept says nothing of the connection: what is followed lies below.
    const { index, clear } = cachedIndex(watchedIndex(engine, watch));
    this.connected.set(params.root, { engine, index, clear, generation: -1 });
  }

  /** Undefined for the root of a folder. Throws when it is an address that was not connected. */
  of(root: CorpusRoot): CorpusIndex | undefined {
    return isClusterAddress(root) ? this.get(root).index : undefined;
  }

  /** Asks for the status, and forgets what was known of an older state of the corpus. */
  async open(root: CorpusRoot): Promise<{ readonly status: CorpusStatus; readonly preset: ClusterPreset }> {
    const corpus = this.get(root);
    if (corpus.generation < 0) await corpus.engine.check().catch(this.rethrow(root));
    const status = await corpus.index.status();
    if (status.generation !== corpus.generation) corpus.clear();
    corpus.generation = status.generation;
    return { status, preset: await corpus.engine.preset() };
  }

  /** The text of an article as it was indexed. */
  async text(root: CorpusRoot, id: ArticleId): Promise<string | undefined> {
    return this.get(root).engine.text(id);
  }

  /** The same for a document that shows it, or why it cannot. */
  async read(root: CorpusRoot, id: ArticleId): Promise<ArticleText> {
    const text = await this.text(root, id);
    if (text !== undefined) return { text, isChanged: false };
    const row = await this.get(root).engine.article(id);
    return { missing: { rule: row ? 'noTextInCluster' : 'notInCluster' } };
  }

  async close(root: CorpusRoot): Promise<void> {
    const corpus = this.connected.get(root);
    this.connected.delete(root);
    await corpus?.engine.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.connected.keys()].map((root) => this.close(root)));
  }

  private get(root: CorpusRoot): Connected {
    const corpus = this.connected.get(root);
    if (!corpus) throw new Error(`${root} is not connected.`);
    return corpus;
  }

  private rethrow(root: CorpusRoot): (error: unknown) => never {
    return (error) => {
      const problem = problemOf(error);
      if (problem) this.tell(root, { kind: 'lost', ...problem });
      throw error;
    };
  }
}

function optionsOf({ root, credentials, dateField }: ConnectParams): ReaderOptions {
  return {
    address: parseClusterAddress(root),
    patienceMs,
    timeoutMs,
    ...(dateField !== undefined && { dateField }),
    ...(credentials && { authorization: authorizationOf(credentials) }),
  };
}

function problemOf(error: unknown): ClusterProblem | undefined {
  if (error instanceof ClusterError) {
    const { rule, server, detail } = error;
    return { rule, server, detail };
  }
  return error instanceof RangeError ? { rule: 'address', server: '', detail: error.message } : undefined;
}
