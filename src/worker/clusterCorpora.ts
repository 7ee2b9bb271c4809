import {
  emptyCuration,
  isClusterAddress,
  type ArticleId,
  type CorpusIndex,
  type CorpusStatus,
  type Curation,
} from '../core/index.ts';
import { authorizationOf } from '../engines/opensearch/cluster.ts';
import { parseClusterAddress } from '../engines/opensearch/clusterAddress.ts';
import { ClusterError } from '../engines/opensearch/clusterError.ts';
import type { ClusterReader } from '../engines/opensearch/clusterReader.ts';
import { openReader, readerWhenAsked, type ReaderOptions } from '../engines/opensearch/openReader.ts';
import { inspectCluster, type ClusterPreset } from '../engines/opensearch/inspectCluster.ts';
import { curationOf, type CurationNow } from '../indexer/curation/curationOf.ts';
import { cachedIndex } from './cachedIndex.ts';
import type {
  ArticleText,
  ClusterInspection,
  ClusterProblem,
  ConnectParams,
  CorpusRoot,
  PushedCorrections,
} from './protocol.ts';
import { ConnectionWatch, watchedIndex, type ConnectionState } from './watchedIndex.ts';

/** Somebody waits: what does not answer is given up sooner than a fill would. */
const patienceMs = 8000;
const timeoutMs = 30_000;
/** While the connection is lost: views ask dozens of questions, and must not wait so long for each. */
const lostTimeoutMs = 3000;

interface Connected {
  readonly watch: ConnectionWatch;
  /** Somebody tries whether it is back. */
  tries: number;
  readonly engine: ClusterReader;
  readonly index: CorpusIndex;
  readonly clear: () => void;
  readonly curationFolder: string | undefined;
  /** What answers are given by. */
  curation: Curation;
  generation: number;
}

/** The corpora in clusters that this worker reads. Their root is their address. */
export class ClusterCorpora {
  private readonly connected = new Map<CorpusRoot, Connected>();
  private readonly tell: (root: CorpusRoot, state: ConnectionState) => void;
  private readonly tellChange: (root: CorpusRoot, generation: number) => void;
  private readonly patienceMs: number;

  constructor(
    tell: (root: CorpusRoot, state: ConnectionState) => void,
    tellChange: (root: CorpusRoot, generation: number) => void,
    patience = patienceMs,
  ) {
    this.tell = tell;
    this.tellChange = tellChange;
    this.patienceMs = patience;
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
    const isHopeless = (): boolean => watch.isLost && this.connected.get(params.root)?.tries === 0;
    const options = {
      ...optionsOf(params),
      patienceMs: () => (isHopeless() ? 0 : this.patienceMs),
      timeoutMs: () => (isHopeless() ? lostTimeoutMs : timeoutMs),
    };
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
    this.connected.set(params.root, {
      watch,
      tries: 0,
      engine,
      index,
      clear,
      curationFolder: params.curationFolder,
      curation: emptyCuration,
      generation: -1,
    });
  }

  /** Undefined for the root of a folder. Throws when it is an address that was not connected. */
  of(root: CorpusRoot): CorpusIndex | undefined {
    return isClusterAddress(root) ? this.get(root).index : undefined;
  }

  /** Asks for the status, and forgets what was known of an older state of the corpus. */
  async open(root: CorpusRoot): Promise<{ readonly status: CorpusStatus; readonly preset: ClusterPreset }> {
    const corpus = this.get(root);
    corpus.tries++;
    try {
      if (corpus.generation < 0) await corpus.watch.follow(() => corpus.engine.check());
      await this.takeUpCuration(root);
      const status = await corpus.index.status();
      if (status.generation !== corpus.generation) corpus.clear();
      corpus.generation = status.generation;
      return { status, preset: await corpus.engine.preset() };
    } finally {
      corpus.tries--;
    }
  }

  /** Where what the reader puts right is kept. */
  curationFolder(root: CorpusRoot): string | undefined {
    return this.connected.get(root)?.curationFolder;
  }

  /** Answers from now on by what the reader's curation file says now, and tells when that is something else than before. */
  async takeUpCuration(root: CorpusRoot): Promise<CurationNow['problems']> {
    const corpus = this.get(root);
    if (corpus.curationFolder === undefined) return [];
    // The same object as long as the file is the same.
    const { curation = corpus.curation, problems } = await curationOf(corpus.curationFolder);
    if (curation !== corpus.curation) {
      await corpus.engine.curate(curation);
      corpus.curation = curation;
      corpus.clear();
      this.tellChange(root, corpus.generation);
    }
    return problems;
  }

  /** Writes what the reader put right into the corpus. What is wrong with the server is an answer. */
  async push(root: CorpusRoot): Promise<PushedCorrections> {
    await this.takeUpCuration(root);
    const { engine, curation } = this.get(root);
    try {
      const { dated, unknown } = await engine.pushCuration(curation);
      return { entities: curation.entities?.length ?? 0, dated, unknown };
    } catch (error) {
      const problem = problemOf(error);
      if (problem) return { problem };
      throw error;
    }
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
