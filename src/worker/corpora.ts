import {
  analyzeArticle,
  curateLinked,
  curationFor,
  outletGroup,
  isClusterAddress,
  isReadApart,
  type AnalysisModels,
  type ArticleAnalysis,
  type ArticleId,
  type ArticleRecord,
  type CorpusIndex,
  type CorpusSurvey,
  type Dossier,
} from '../core/index.ts';
import { IndexUnavailable } from '../engines/sqlite/openDatabase.ts';
import type { AnalysisPool } from '../indexer/analysisPool.ts';
import { sourceOf } from '../formats/sourceOf.ts';
import { toArticle } from '../formats/toArticle.ts';
import { readingDay } from '../formats/readingDay.ts';
import { readSettings } from '../formats/corpusSettings.ts';
import { applyCuration } from '../indexer/curation/applyCuration.ts';
import { curationOf } from '../indexer/curation/curationOf.ts';
import { cleanCorpus } from '../indexer/cleanCorpus/cleanCorpus.ts';
import { today } from '../indexer/cleanCorpus/today.ts';
import { exportCorpus } from '../indexer/export/exportCorpus.ts';
import { answerTool } from '../indexer/answers/answerTool.ts';
import { isAskersFault } from '../indexer/answers/toolInput.ts';
import { readDossier } from '../indexer/dossier/readDossier.ts';
import { withGuardedPool } from '../indexer/guardedPool.ts';
import { indexCorpus } from '../indexer/indexCorpus.ts';
import { takeAnalyser } from '../indexer/indexAnalyser.ts';
import { indexFile } from '../indexer/location.ts';
import { SharedIndex, type WritingOptions } from '../indexer/sharedIndex.ts';
import { surveyOf } from '../indexer/surveyCorpus.ts';
import { createTextReader, findArticle, readArticle } from '../indexer/textReader.ts';
import { updateFiles } from '../indexer/updateFiles.ts';
import { ClusterCorpora } from './clusterCorpora.ts';
import type {
  AnalyzeDocumentParams,
  ArticleText,
  CleanCorpusParams,
  CleaningNews,
  CleaningReport,
  ConnectionState,
  CorpusRoot,
  CurationUpdate,
  DossierParams,
  ExportNews,
  ExportParams,
  ExportReport,
  IndexProgress,
  IndexReport,
  OpenCorpusParams,
  OpenCorpusResult,
  ToolQuestion,
} from './protocol.ts';

export interface CorporaOptions {
  readonly storageDir: string;
  readonly models: () => AnalysisModels;
  /** Folder of a model of the user's own, which finds the names then. */
  readonly ownModel?: string | undefined;
  /** Tells the models that clean apart from those of another version. */
  readonly modelsVersion: () => string;
  /** Tells what reads articles apart; rejects where the model of the user's own cannot be used. */
  readonly analyserVersion: () => Promise<string>;
  /** Started when the first corpus is indexed. */
  readonly pool: () => AnalysisPool;
  readonly onProgress: (progress: IndexProgress) => void;
  readonly onChanged: (root: CorpusRoot, generation: number) => void;
  readonly onExporting: (news: ExportNews) => void;
  readonly onCleaning: (news: CleaningNews) => void;
  readonly onConnection: (root: CorpusRoot, state: ConnectionState) => void;
  /** The index that was there could not be used and is empty now. */
  readonly onRebuilt: (root: CorpusRoot, reason: string) => void;
  /** The worker before this one crashed: what it was at is tried again with care. */
  readonly isAfterCrash: boolean;
  /** Another process was killed while it wrote this index: it is not finished, unless somebody asks for it. */
  readonly onAbandoned: (root: CorpusRoot) => void;
}

interface OpenCorpus {
  /** Where its index lies. */
  readonly file: string;
  followsLinksOut: boolean;
  readonly shared: SharedIndex;
  /** It is being closed: what has not begun to be written does not begin any more. */
  readonly closing: AbortController;
  /** The end of the last writing job: jobs of one corpus run one after the other. */
  queue: Promise<unknown>;
}

/** How often an index is looked at for what other windows wrote. */
const lookMs = 250;

/** The corpora this worker holds open. Other windows may have them open too: one at a time writes. */
export class Corpora {
  /** Those that lie in clusters; nothing is written to them from here but corrections that the user pushes. */
  readonly clusters: ClusterCorpora;
  private readonly open = new Map<CorpusRoot, OpenCorpus>();
  private readonly options: CorporaOptions;
  private looking: NodeJS.Timeout | undefined;
  /** The client is gone: what is indexed is kept, the rest waits for the next worker. */
  private readonly closing = new AbortController();

  constructor(options: CorporaOptions) {
    this.options = options;
    this.clusters = new ClusterCorpora(options.onConnection, options.onChanged);
  }

  async openCorpus({ root, isTrusted = true }: OpenCorpusParams): Promise<OpenCorpusResult> {
    if (isClusterAddress(root)) return { ...(await this.clusters.open(root)), isIndexed: true };
    const corpus = this.get(root);
    corpus.followsLinksOut = isTrusted;
    const { shared } = corpus;
    const status = await shared.index.status();
    shared.notice(status.generation);
    return { status, isIndexed: status.generation > 0 };
  }

  async closeCorpus(root: CorpusRoot): Promise<void> {
    if (isClusterAddress(root)) return this.clusters.close(root);
    const corpus = this.open.get(root);
    if (corpus === undefined) return;
    this.open.delete(root);
    corpus.closing.abort();
    await corpus.queue;
    await corpus.shared.close();
  }

  async indexCorpus(root: CorpusRoot, signal: AbortSignal): Promise<IndexReport> {
    const corpus = this.get(root);
    const written = await this.write(corpus, {
      signal,
      onWaiting: () => {
        this.tellWaiting(root);
      },
      work: ({ pool }) => this.bringUpToDate(root, corpus, { signal, pool }),
    });
    return (
      written?.done ??
      this.bringUpToDate(root, corpus, { signal: AbortSignal.abort(), pool: this.options.pool() })
    );
  }

  /** Forgets the index and builds it anew. */
  async rebuildCorpus(root: CorpusRoot, signal: AbortSignal): Promise<IndexReport> {
    const corpus = this.get(root);
    const written = await this.write(corpus, {
      signal,
      onWaiting: () => {
        this.tellWaiting(root);
      },
      work: async ({ pool }) => {
        await corpus.shared.startAnew();
        return this.bringUpToDate(root, corpus, { signal, pool });
      },
    });
    return (
      written?.done ??
      this.bringUpToDate(root, corpus, { signal: AbortSignal.abort(), pool: this.options.pool() })
    );
  }

  async updateFiles(root: CorpusRoot, paths: readonly string[]): Promise<void> {
    const corpus = this.get(root);
    await this.write(corpus, {
      work: async ({ isAfterDeath, pool }) => {
        const { followsLinksOut, shared } = corpus;
        const generation = await updateFiles({ root, index: shared.index, pool, paths, followsLinksOut });
        if (generation !== undefined) this.options.onChanged(root, generation);
        if (isAfterDeath) this.options.onAbandoned(root);
      },
    });
  }

  /** Takes up what the curation file says now. Of a corpus that was never indexed there is nothing to analyse again. */
  async updateCuration(root: CorpusRoot): Promise<CurationUpdate> {
    if (isClusterAddress(root)) return { amended: 0, problems: await this.clusters.takeUpCuration(root) };
    const corpus = this.get(root);
    const written = await this.write(corpus, {
      work: async ({ isAfterDeath, pool }) => {
        const { index } = corpus.shared;
        const { generation } = await index.status();
        if (generation === 0) return 0;
        const outcome = await applyCuration({
          root,
          index,
          pool,
          settings: await readSettings(root),
          signal: this.closing.signal,
          onBatch: (reached) => {
            this.options.onChanged(root, reached);
          },
        });
        if (isAfterDeath) this.options.onAbandoned(root);
        return outcome.amended;
      },
    });
    const amended = written?.done ?? 0;
    return { amended, problems: (await curationOf(root)).problems };
  }

  /** Begins when nothing is being indexed; what changes meanwhile in the corpus is indexed beside it. */
  async cleanCorpus(params: CleanCorpusParams, signal: AbortSignal): Promise<CleaningReport> {
    const corpus = this.get(params.root);
    await corpus.queue;
    return cleanCorpus({
      ...params,
      index: corpus.shared.index,
      pool: this.options.pool(),
      version: this.options.modelsVersion(),
      today: today(),
      signal: AbortSignal.any([signal, this.closing.signal]),
      onProgress: (progress) => {
        this.options.onCleaning({ target: params.target, progress });
      },
    });
  }

  /** Writes what the index knows now; while it goes on being indexed, what came later is missing. */
  async exportCorpus(params: ExportParams, signal: AbortSignal): Promise<ExportReport> {
    const { root, target } = params;
    const tell = throttled((done, total) => {
      this.options.onExporting({ target, done, total });
    });
    return exportCorpus({
      ...params,
      ...this.reading(root),
      signal: AbortSignal.any([signal, this.closing.signal]),
      onProgress: ({ done, total }) => {
        tell(done, total);
      },
    });
  }

  readDossier({ root, ...order }: DossierParams): Promise<Dossier | undefined> {
    return readDossier({ ...order, ...this.reading(root) });
  }

  /** What is wrong with the question is an answer too: the model may ask again. */
  async answerTool({ root, tool, input }: ToolQuestion): Promise<string> {
    try {
      return await answerTool(this.reading(root), tool, input);
    } catch (error) {
      if (isAskersFault(error)) return error.message;
      throw error;
    }
  }

  /** What tells the outlet of a document from others, as a choice of the user has it. */
  async outletOf({ root, id, text }: AnalyzeDocumentParams): Promise<string> {
    return outletGroup(await this.recordOf(root, id, text));
  }

  /** With the evidence of its corpus once that is indexed, so that the editor and the trees agree. */
  async analyzeDocument({ root, id, text }: AnalyzeDocumentParams): Promise<ArticleAnalysis> {
    const record = await this.recordOf(root, id, text);
    const survey = root === undefined ? undefined : await this.surveyOf(root);
    const { curation } =
      root === undefined ? {} : await curationOf(this.clusters.curationFolder(root) ?? root);
    const own = curation && curationFor(curation, record);
    const evidence = { ...survey?.evidenceFor(record), ...(own && { curation: own }) };
    // Every offset is one of the text that was asked about, front matter included.
    // A model of the user's own is in the memory of the thread that has it, and nowhere else.
    const analysis =
      this.options.ownModel === undefined
        ? analyzeArticle(record, this.options.models(), evidence)
        : await this.options.pool().analyze(record, evidence);
    return { ...analysis, text, linked: curateLinked(analysis.linked, curation?.entities ?? []) };
  }

  /** The text of an article, for a document that shows it. */
  async readArticle(root: CorpusRoot, article: ArticleId): Promise<ArticleText> {
    if (isClusterAddress(root)) return this.clusters.read(root, article);
    const place = await this.get(root).shared.index.place(article);
    const found = await findArticle(root, article, place);
    return 'missing' in found ? found : { text: found.record.text, isChanged: found.isChanged };
  }

  /** Asks the index. When it turns out to be damaged, the answer rejects and the index is built anew meanwhile. */
  async query<T>(root: CorpusRoot, ask: (index: CorpusIndex) => Promise<T>): Promise<T> {
    const inCluster = this.clusters.of(root);
    if (inCluster) return ask(inCluster);
    const corpus = this.get(root);
    const { index } = corpus.shared;
    try {
      return await ask(index);
    } catch (error) {
      if (error instanceof IndexUnavailable && error.rule === 'damaged')
        this.replaceDamaged(root, corpus, index);
      throw error;
    }
  }

  async closeAll(): Promise<void> {
    this.closing.abort();
    clearInterval(this.looking);
    await Promise.all([...this.open.keys()].map((root) => this.closeCorpus(root)));
    await this.clusters.closeAll();
  }

  /** The record of a document: with all that its source says of it beside its text, while it shows that text. */
  private async recordOf(root: CorpusRoot | undefined, id: string, text: string): Promise<ArticleRecord> {
    if (root === undefined) return toArticle(id, text);
    // What its source said of it beside its text stayed where it was read.
    if (isClusterAddress(root)) return { id, text, readOn: readingDay(), ...sourceOf(id) };
    if (!isReadApart(id)) return toArticle(id, text, await (await readSettings(root)).statedOf(id));
    const record = await readArticle(root, id, await this.get(root).shared.index.place(id));
    return record?.text === text ? record : { id, text, readOn: readingDay(), ...sourceOf(id) };
  }

  private get(root: CorpusRoot): OpenCorpus {
    const known = this.open.get(root);
    if (known) return known;
    const file = indexFile(this.options.storageDir, root);
    const shared = new SharedIndex({
      file,
      root,
      onRebuilt: (reason) => {
        this.options.onRebuilt(root, reason);
      },
    });
    const corpus: OpenCorpus = {
      file,
      followsLinksOut: true,
      shared,
      closing: new AbortController(),
      queue: Promise.resolve(),
    };
    this.open.set(root, corpus);
    this.looking ??= setInterval(() => void this.lookAtAll(), lookMs).unref();
    return corpus;
  }

  /** Other windows may have written, or died of it. */
  private async lookAtAll(): Promise<void> {
    for (const [root, { shared }] of this.open) {
      try {
        const { generation, isAbandoned } = await shared.look();
        if (generation !== undefined) this.options.onChanged(root, generation);
        if (isAbandoned) this.options.onAbandoned(root);
      } catch {
        // Whatever is wrong with the index, the next question says so to somebody.
      }
    }
  }

  private tellWaiting(root: CorpusRoot): void {
    this.options.onProgress({ root, phase: 'waiting', done: 0, total: 0 });
  }

  /** Several questions may come upon the same damage: only the first one replaces that index. */
  private replaceDamaged(root: CorpusRoot, corpus: OpenCorpus, damaged: CorpusIndex): void {
    void this.write(corpus, {
      work: async ({ pool }) => {
        if (corpus.shared.index !== damaged) return;
        this.options.onRebuilt(root, 'damaged');
        await corpus.shared.startAnew();
        await this.bringUpToDate(root, corpus, { signal: this.closing.signal, pool });
      },
    }).catch((error: unknown) => {
      this.options.onRebuilt(root, String(error));
    });
  }

  /** What reads a corpus asks of it. */
  private reading(root: CorpusRoot) {
    const index = this.clusters.of(root);
    if (index) return { index, readText: (id: ArticleId) => this.clusters.text(root, id) };
    return { index: this.get(root).shared.index, readText: createTextReader(root) };
  }

  private async surveyOf(root: CorpusRoot): Promise<CorpusSurvey | undefined> {
    if (isClusterAddress(root)) return undefined;
    const { index } = this.get(root).shared;
    const { generation } = await index.status();
    return generation === 0 ? undefined : surveyOf(root, index);
  }

  /** One job after the other in this process, and one writer among all. Undefined when it did not come to its turn. */
  private write<T>(
    corpus: OpenCorpus,
    { work, signal, ...waiting }: WritingJob<T>,
  ): Promise<{ readonly done: T } | undefined> {
    const ends = [this.closing.signal, corpus.closing.signal, ...(signal ? [signal] : [])];
    const isAfterCrash = this.options.isAfterCrash;
    const job = (): Promise<{ readonly done: T } | undefined> =>
      corpus.shared.write(
        ({ isAfterDeath }) =>
          withGuardedPool(this.options.pool(), { file: corpus.file, isAfterCrash }, (pool) =>
            work({ isAfterDeath, pool }),
          ),
        { ...waiting, signal: AbortSignal.any(ends) },
      );
    const result = corpus.queue.then(job, job);
    corpus.queue = result.catch(() => undefined);
    return result;
  }

  private async takeAnalyser(root: CorpusRoot, { shared }: OpenCorpus): Promise<void> {
    await takeAnalyser({
      index: shared.index,
      file: indexFile(this.options.storageDir, root),
      version: await this.options.analyserVersion(),
      pool: this.options.pool(),
      startAnew: async () => {
        this.options.onRebuilt(root, 'otherAnalyser');
        await shared.startAnew();
      },
    });
  }

  private async bringUpToDate(
    root: CorpusRoot,
    corpus: OpenCorpus,
    { signal, pool }: { readonly signal: AbortSignal; readonly pool: AnalysisPool },
  ): Promise<IndexReport> {
    if (!signal.aborted) await this.takeAnalyser(root, corpus);
    return indexCorpus({
      root,
      index: corpus.shared.index,
      pool,
      isAsked: true,
      followsLinksOut: corpus.followsLinksOut,
      signal: AbortSignal.any([signal, this.closing.signal]),
      onProgress: (progress) => {
        this.options.onProgress({ root, ...progress });
      },
      onBatch: (generation) => {
        this.options.onChanged(root, generation);
      },
    });
  }
}

interface WritingJob<T> extends Pick<WritingOptions, 'signal' | 'onWaiting'> {
  /** `isAfterDeath`: the one who wrote before was killed. `pool` writes down what is in work. */
  readonly work: (job: { readonly isAfterDeath: boolean; readonly pool: AnalysisPool }) => Promise<T>;
}

/** Between two words on how far an export is. */
const progressStepMs = 100;

function throttled(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let since = 0;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - since < progressStepMs) return;
    since = now;
    tell(done, total);
  };
}
