import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import type {
  ArticleAnalysis,
  ArticleEntry,
  ArticleRecord,
  CorpusEvidence,
  Evidence,
} from '../core/index.ts';
import { OwnModelProblem } from './ownModel/ownModelProblem.ts';

/** Analyses articles, several at a time where it can. */
export interface AnalysisPool {
  /** Articles that are worth asking for at once. */
  readonly capacity: number;
  /** It reads a name better when it is told what the other articles take it for, and is quick enough to be asked for that first. */
  readonly heedsCorpus: boolean;
  /** Loads the models in the background: to be called when articles are about to come. */
  prepare(): void;
  /** Rejects with `AnalysisFailed` when this article cannot be analysed; others go on. */
  analyze(record: ArticleRecord, evidence?: CorpusEvidence): Promise<ArticleAnalysis>;
  /** The analysis as an index takes it: without the text when it comes from another thread. Rejects like `analyze`. */
  enter(record: ArticleRecord, evidence?: CorpusEvidence): Promise<Entered>;
  /** The first half of the analysis: no name is looked for. Rejects like `analyze`. */
  readPassages(record: ArticleRecord, evidence?: CorpusEvidence): Promise<Passages>;
  close(): Promise<void>;
}

/** What is boilerplate in an article, and who published what when. */
export type Passages = Pick<ArticleAnalysis, 'boilerplate' | 'metadata'>;

/** What an index is given of an analysed article. */
export type Entered = { readonly analysis: ArticleAnalysis } | { readonly entry: ArticleEntry };

/** One article could not be analysed. */
export class AnalysisFailed extends Error {
  override readonly name = 'AnalysisFailed';
  readonly evidence: Evidence;

  constructor(evidence: Evidence) {
    super(evidence.rule);
    this.evidence = evidence;
  }
}

export interface ThreadPoolOptions {
  /** The thread's script, `dist/thread.js` in a build. */
  readonly entry: string | URL;
  readonly modelsDir: string;
  /** Folder of a model of the user's own, which then finds the names. */
  readonly ownModel?: string | undefined;
  readonly threads?: number;
  readonly timeLimitMs?: number;
  /** Of one thread's heap: beyond it the thread dies alone, not the process. */
  readonly memoryMb?: number;
}

/** What is sent to a thread, and what comes back. */
export interface AnalysisRequest {
  readonly record: ArticleRecord;
  readonly evidence: CorpusEvidence | undefined;
  readonly wanted: 'analysis' | 'passages' | 'entry';
}
export type AnalysisReply = Entered | { readonly passages: Passages } | { readonly message: string };
/** Before `ready`: why there will be no answers. */
export interface ThreadProblem {
  readonly problem: Evidence;
}

/** An article takes milliseconds; a megabyte of text without a line break takes seconds. */
const defaultTimeLimitMs = 20_000;
/** A large model takes minutes for the longest articles. */
const ownModelTimeLimitMs = 600_000;
const notAsked = 'An analysis thread gave something that it was not asked for.';
/** Jobs a thread has at hand, so that it need not wait while the index is written. */
const jobsPerThread = 4;
const defaultMemoryMb = 1024;

export function createThreadPool(options: ThreadPoolOptions): AnalysisPool {
  return new ThreadPool(options);
}

/** Analyses where it is called, one article at a time: for tests and a few files. */
export function createInProcessPool(
  analyze: (record: ArticleRecord, evidence?: CorpusEvidence) => ArticleAnalysis,
): AnalysisPool {
  const run: AnalysisPool['analyze'] = (record, evidence) =>
    Promise.resolve().then(() => {
      try {
        return analyze(record, evidence);
      } catch (error) {
        throw new AnalysisFailed(failureEvidence(error));
      }
    });
  return {
    capacity: 1,
    heedsCorpus: false,
    prepare: () => undefined,
    analyze: run,
    enter: async (record, evidence) => ({ analysis: await run(record, evidence) }),
    readPassages: run,
    close: () => Promise.resolve(),
  };
}

/** Evidence of an analysis that threw. */
function failureEvidence(error: unknown): Evidence {
  return {
    rule: 'analysisFailed',
    values: { message: error instanceof Error ? error.message : String(error) },
  };
}

interface Job {
  readonly request: AnalysisRequest;
  readonly resolve: (reply: Exclude<AnalysisReply, { readonly message: string }>) => void;
  readonly reject: (error: Error) => void;
  /** Threads that died of it. */
  deaths: number;
}

interface Thread {
  readonly worker: Worker;
  /** In the order they were sent; the first one is being worked on. */
  readonly jobs: Job[];
  timer: NodeJS.Timeout | undefined;
  isReady: boolean;
  /** It was ended because of an article that is already set aside. */
  isStopped: boolean;
}

class ThreadPool implements AnalysisPool {
  readonly capacity: number;
  readonly heedsCorpus: boolean;
  private readonly options: ThreadPoolOptions;
  private readonly threadCount: number;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  private isClosed = false;

  constructor(options: ThreadPoolOptions) {
    this.options = options;
    this.heedsCorpus = options.ownModel === undefined;
    // A model of the user's own fills hundreds of megabytes, and what runs it uses all processors where it can.
    const most = options.ownModel === undefined ? 4 : 1;
    this.threadCount = options.threads ?? Math.max(1, Math.min(most, availableParallelism() - 1));
    this.capacity = this.threadCount * jobsPerThread;
  }

  prepare(): void {
    while (!this.isClosed && this.threads.size < this.threadCount) this.startThread();
  }

  async analyze(record: ArticleRecord, evidence?: CorpusEvidence): Promise<ArticleAnalysis> {
    const reply = await this.ask({ record, evidence, wanted: 'analysis' });
    if ('analysis' in reply) return reply.analysis;
    throw new Error(notAsked);
  }

  async enter(record: ArticleRecord, evidence?: CorpusEvidence): Promise<Entered> {
    const reply = await this.ask({ record, evidence, wanted: 'entry' });
    if ('entry' in reply) return reply;
    throw new Error(notAsked);
  }

  async readPassages(record: ArticleRecord, evidence?: CorpusEvidence): Promise<Passages> {
    const reply = await this.ask({ record, evidence, wanted: 'passages' });
    if ('passages' in reply) return reply.passages;
    throw new Error(notAsked);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const jobs = [...this.waiting.splice(0), ...[...this.threads].flatMap((thread) => thread.jobs.splice(0))];
    for (const job of jobs) job.reject(new Error('The analysis pool was closed.'));
    const threads = [...this.threads];
    this.threads.clear();
    for (const thread of threads) clearTimeout(thread.timer);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  private ask(request: AnalysisRequest): Promise<Parameters<Job['resolve']>[0]> {
    if (this.isClosed) return Promise.reject(new Error('The analysis pool is closed.'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject, deaths: 0 });
      this.assign();
    });
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      const thread = this.freeThread();
      if (!thread) return;
      const job = this.waiting.shift()!;
      thread.jobs.push(job);
      thread.worker.postMessage(job.request);
      if (thread.jobs.length === 1) this.startClock(thread);
    }
  }

  /** The thread with the fewest jobs; a new one before any has to queue. */
  private freeThread(): Thread | undefined {
    const idle = [...this.threads].find(({ jobs }) => jobs.length === 0);
    if (idle) return idle;
    if (this.threads.size < this.threadCount) return this.startThread();
    const [least] = [...this.threads].sort((a, b) => a.jobs.length - b.jobs.length);
    return least && least.jobs.length < jobsPerThread ? least : undefined;
  }

  private startThread(): Thread {
    const { entry, modelsDir, ownModel } = this.options;
    const worker = new Worker(entry, {
      workerData: { modelsDir, ...(ownModel !== undefined && { ownModel }) },
      resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMb ?? defaultMemoryMb },
    });
    const thread: Thread = { worker, jobs: [], timer: undefined, isReady: false, isStopped: false };
    this.threads.add(thread);
    let failure: Error | undefined;
    let problem: Error | undefined;
    worker.on('message', (message: 'ready' | AnalysisReply | ThreadProblem) => {
      if (typeof message === 'object' && 'problem' in message) problem = new OwnModelProblem(message.problem);
      else this.receive(thread, message);
    });
    worker.on('error', (error: Error) => {
      failure = error;
    });
    worker.on('exit', () => {
      this.bury(thread, problem ?? failure);
    });
    return thread;
  }

  private receive(thread: Thread, message: 'ready' | AnalysisReply): void {
    if (message === 'ready') {
      thread.isReady = true;
      this.startClock(thread);
      return;
    }
    const job = thread.jobs.shift();
    this.startClock(thread);
    if (!job) return;
    if ('message' in message) job.reject(new AnalysisFailed(failureEvidence(message.message)));
    else job.resolve(message);
    this.assign();
  }

  /** Loading the models is not held against the first article. */
  private startClock(thread: Thread): void {
    clearTimeout(thread.timer);
    const [job] = thread.jobs;
    if (!job || !thread.isReady) return;
    const usual = this.options.ownModel === undefined ? defaultTimeLimitMs : ownModelTimeLimitMs;
    const timeLimitMs = this.options.timeLimitMs ?? usual;
    thread.timer = setTimeout(() => {
      // Its answer may have come while this process was busy: let it in first.
      setImmediate(() => {
        if (thread.jobs[0] === job) this.stop(thread, job, timeLimitMs);
      });
    }, timeLimitMs);
  }

  private stop(thread: Thread, job: Job, timeLimitMs: number): void {
    thread.isStopped = true;
    thread.jobs.shift();
    job.reject(new AnalysisFailed({ rule: 'analysisTimedOut', values: { seconds: timeLimitMs / 1000 } }));
    void thread.worker.terminate();
  }

  /** The article that was being worked on is tried once more; those behind it have done nothing wrong. */
  private bury(thread: Thread, failure: Error | undefined): void {
    clearTimeout(thread.timer);
    if (!this.threads.delete(thread)) return;
    const jobs = thread.jobs.splice(0);
    if (!thread.isReady) {
      // The next thread would not start either.
      const error = failure ?? new Error('An analysis thread did not start.');
      for (const job of [...jobs, ...this.waiting.splice(0)]) job.reject(error);
      return;
    }
    const [first] = jobs;
    if (first && !thread.isStopped && ++first.deaths > 1) {
      jobs.shift();
      first.reject(new AnalysisFailed({ rule: 'analysisCrashed' }));
    }
    this.waiting.unshift(...jobs);
    this.assign();
  }
}
