/**
 * What the extension (or any client) and the worker say to each other, over JSON-RPC on the child process's IPC
 * channel. Requests are cancellable by token. All data are plain and serializable; paths are absolute file paths.
 */
import type {
  ArticleAnalysis,
  ArticleId,
  CorpusIndex,
  CorpusStatus,
  Curation,
  CurationProblem,
  Dossier,
  Evidence,
  SkippedFile,
} from '../core/index.ts';
import type { Credentials } from '../engines/opensearch/cluster.ts';
import type { ClusterRule } from '../engines/opensearch/clusterError.ts';
import type { ClusterFinding, ClusterPreset } from '../engines/opensearch/inspectCluster.ts';
import type { CurationWriting } from '../formats/curation/curationStorage.ts';
import type { CurationEdit, CurationEditing } from '../formats/curation/editCuration.ts';
import type { DossierOrder } from '../indexer/dossier/readDossier.ts';
import type { ExportOrder, ExportReport } from '../indexer/export/exportCorpus.ts';
import type { CleaningOrder, CleaningProgress, CleaningReport } from '../indexer/cleanCorpus/cleaningJob.ts';
import type { RunState } from '../indexer/cleanCorpus/targetFolder.ts';
import { notification, request } from './message.ts';
import type { ConnectionState } from './watchedIndex.ts';

export type { AnyChoice } from '../formats/curation/choiceLine.ts';
export type { CurationWriting } from '../formats/curation/curationStorage.ts';
export type { CurationEdit, CurationEditing, CurationUndo } from '../formats/curation/editCuration.ts';
export type { Credentials } from '../engines/opensearch/cluster.ts';
export type { ClusterFinding, ClusterPreset } from '../engines/opensearch/inspectCluster.ts';
export type { ConnectionState } from './watchedIndex.ts';
export type { ExportReport } from '../indexer/export/exportCorpus.ts';
export type { CleaningProgress, CleaningReport } from '../indexer/cleanCorpus/cleaningJob.ts';

/** The absolute path of a corpus's root folder is its handle; of a corpus in a cluster its address is. */
export type CorpusRoot = string;

export interface InitializeParams {
  /** Folder that holds the indexes, one sub-folder per corpus. Created when missing. */
  readonly storageDir: string;
  /** Folder of the shipped models. */
  readonly modelsDir: string;
  /** Folder with a model of the user's own, which finds names in place of ours: one that they trust. */
  readonly ownModel?: string | undefined;
  /** The worker before this one ended by itself: an article that it was at may have been too much for it. */
  readonly isAfterCrash: boolean;
}

/** Code of the error that tells what is wrong with the user's own model; its data are the evidence. */
export const ownModelError = -31001;
/** Code of the error that tells why a folder cannot be indexed; its data are the evidence. */
export const indexError = -31002;

export interface InitializeResult {
  /** The embedded engine, or why there is none and what to do. */
  readonly engine:
    | { readonly isAvailable: true; readonly version: string }
    | { readonly isAvailable: false; readonly evidence: Evidence };
  readonly processId: number;
}

export interface OpenCorpusResult {
  readonly status: CorpusStatus;
  /** False when this corpus was never indexed: `status` is all zeros then. */
  readonly isIndexed: boolean;
  /** Of a corpus in a cluster: whose index it is. */
  readonly preset?: ClusterPreset;
}

export interface IndexReport {
  readonly outcome: 'complete' | 'cancelled';
  readonly analyzed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly skipped: readonly SkippedFile[];
  readonly elapsedMs: number;
}

export interface IndexProgress {
  readonly root: CorpusRoot;
  /** `waiting`: another window writes, and this one comes after it. */
  readonly phase: 'waiting' | 'listing' | 'surveying' | 'analyzing';
  readonly done: number;
  /** 0 while not known. */
  readonly total: number;
}

export interface AnalyzeDocumentParams {
  /** The corpus the document belongs to, if any: its repetitions and names are evidence. */
  readonly root?: CorpusRoot;
  /** Relative to the root, with `/`; or any name for a document outside a corpus. */
  readonly id: string;
  readonly text: string;
}

/** The text of an article as its source file is now; or why there is none. */
export type ArticleText =
  | {
      readonly text: string;
      /** The file is another one than when it was indexed: the record of this number may be another article. */
      readonly isChanged: boolean;
    }
  | { readonly missing: Evidence };

/** A corpus in a cluster, and how one is let in: over this channel only, never in a file or a log. */
export interface ConnectParams {
  /** Its address. */
  readonly root: CorpusRoot;
  readonly credentials?: Credentials;
  /** Of another program's index: which field says when an article was published, or `none`. */
  readonly dateField?: string;
  /** Folder whose curation file says what this reader put right; nothing is put right when absent. */
  readonly curationFolder?: string;
}

/** What became of corrections that were written into a corpus in a cluster; or why they were not. */
export type PushedCorrections =
  | {
      /** Choices on entities. */
      readonly entities: number;
      readonly dated: number;
      /** Articles that were given a date and that the corpus does not hold. */
      readonly unknown: readonly ArticleId[];
    }
  | { readonly problem: ClusterProblem };

/** What is wrong: a rule of `ClusterError`, or `address`, with the server's or the system's own word. */
export interface ClusterProblem {
  readonly rule: ClusterRule | 'address';
  readonly server: string;
  readonly detail: string;
}

/** What lies at an address, or why that cannot be told. */
export type ClusterInspection = ClusterFinding | { readonly problem: ClusterProblem };

/** A connection is another than it was. */
export interface ConnectionNews {
  readonly root: CorpusRoot;
  readonly state: ConnectionState;
}

/** Methods of `CorpusIndex`, called by name. */
export interface QueryParams {
  readonly root: CorpusRoot;
  readonly method: keyof CorpusIndex;
  readonly args: readonly unknown[];
}

/** A corpus to be cleaned into a folder. */
export type CleanCorpusParams = Omit<
  CleaningOrder,
  'index' | 'pool' | 'version' | 'today' | 'signal' | 'onProgress'
>;

/** What a folder says of itself, before a corpus is cleaned into it. */
export interface CleaningTarget {
  /** Why it cannot be used. */
  readonly problem?: Evidence;
  /** The run that it holds. */
  readonly earlier?: EarlierCleaning;
}

/** What an earlier run left in a folder, and by which rules. */
export type EarlierCleaning = Omit<RunState, 'root'>;

/** How far the cleaning into a folder is. */
export interface CleaningNews {
  readonly target: string;
  readonly progress: CleaningProgress;
}

/** A corpus, a list or a concordance to be written into a file. */
export type ExportParams = Omit<ExportOrder, 'index' | 'readText' | 'signal' | 'onProgress'>;

/** A dossier that is wanted. */
export type DossierParams = Omit<DossierOrder, 'index' | 'readText'> & { readonly root: CorpusRoot };

/** A question of a language model: the name of a tool, and what it sent. */
export interface ToolQuestion {
  readonly root: CorpusRoot;
  readonly tool: string;
  readonly input: unknown;
}

/** How far the export into a file is. */
export interface ExportNews {
  readonly target: string;
  readonly done: number;
  readonly total: number;
}

/** What the user has put right was taken up. */
export interface CurationUpdate {
  /** Articles that were analysed again. */
  readonly amended: number;
  readonly problems: readonly CurationProblem[];
}

export interface LogParams {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly message: string;
}

export const initialize = request<InitializeParams, InitializeResult>('initialize');
/** A corpus, and whether the user trusts whoever made its folder: else no link leads out of it. */
export interface OpenCorpusParams {
  readonly root: CorpusRoot;
  /** True when it is not given. */
  readonly isTrusted?: boolean;
}

/** Opens the index of a corpus; reads no file of it. */
export const openCorpus = request<OpenCorpusParams, OpenCorpusResult>('corpus/open');
export const closeCorpus = request<{ root: CorpusRoot }, undefined>('corpus/close');
/** Brings the index up to date with the folder. Cancelling keeps what is done. */
export const indexCorpus = request<{ root: CorpusRoot }, IndexReport>('corpus/index');
/** Forgets the index of a corpus and builds it anew. */
export const rebuildCorpus = request<{ root: CorpusRoot }, IndexReport>('corpus/rebuild');
/** Files or folders were created, changed or deleted. */
export const updateFiles = request<{ root: CorpusRoot; paths: readonly string[] }, undefined>(
  'corpus/update',
);
export const analyzeDocument = request<AnalyzeDocumentParams, ArticleAnalysis>('document/analyze');
/** The curation file may have changed: what it bears on is analysed again. */
export const updateCuration = request<{ root: CorpusRoot }, CurationUpdate>('curation/update');
/** Edits of a curation file, all of them or none; `after`: only where the file still says that. */
export interface CurationEdits {
  readonly edits: readonly CurationEdit[];
  readonly after?: readonly CurationEdit[];
}

/** Makes the curation file of a folder say choices, or say them no more. */
export const writeCuration = request<{ folder: string } & CurationEdits, CurationWriting>('curation/write');
/** The same for a text in an editor: which edits do it. */
export const editCuration = request<{ text: string } & CurationEdits, CurationEditing>('curation/edit');
/** The outlet that a document counts to when a choice holds for all of an outlet; empty when it counts to none. */
export const outletOf = request<AnalyzeDocumentParams, string>('document/outlet');
/** What the curation file of a folder says; empty when it cannot be read. */
export const readCuration = request<{ folder: string }, Curation>('curation/read');
/** What is wrong with the text of a curation file. */
export const checkCuration = request<{ text: string }, readonly CurationProblem[]>('curation/check');
export const readArticle = request<{ root: CorpusRoot; article: ArticleId }, ArticleText>('article/read');
/** Looks what lies at an address, before it is connected. */
export const inspectCluster = request<ConnectParams, ClusterInspection>('cluster/inspect');
/** Gets ready to ask a corpus in a cluster, which is then opened like any other; asks nothing yet. */
export const connectCluster = request<ConnectParams, undefined>('cluster/connect');
/** Writes what the reader put right into a corpus in a cluster, for all who read it. */
export const pushCuration = request<{ root: CorpusRoot }, PushedCorrections>('cluster/push');
export const connectionChanged = notification<ConnectionNews>('cluster/state');
export const query = request<QueryParams, unknown>('corpus/query');

/** Looks at a folder that a corpus may be cleaned into, in the format of the run it holds; writes nothing. */
export const inspectTarget = request<{ root: CorpusRoot; target: string }, CleaningTarget>('clean/inspect');
/** Writes cleaned copies and a report. Cancelling keeps what is done. */
export const cleanCorpus = request<CleanCorpusParams, CleaningReport>('clean/corpus');
export const cleaningProgress = notification<CleaningNews>('clean/progress');

/** Writes an export. Cancelling leaves nothing behind. */
export const exportCorpus = request<ExportParams, ExportReport>('export/corpus');
/** What is known of an entity; null when no article that the filter lets in names it. */
export const readDossier = request<DossierParams, Dossier | null>('dossier/read');
/** Quotes, or what is wrong with the question. */
export const answerTool = request<ToolQuestion, { readonly text: string }>('tool/answer');
export const exportProgress = notification<ExportNews>('export/progress');

export const progress = notification<IndexProgress>('corpus/progress');
/** This worker, or that of another window, has written to an index. */
export const changed = notification<{ root: CorpusRoot; generation: number }>('corpus/changed');
/** Another window was closed or died while it wrote an index: somebody has to go on. */
export const abandoned = notification<{ root: CorpusRoot }>('corpus/abandoned');
export const log = notification<LogParams>('log');
