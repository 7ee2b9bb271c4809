import { env, l10n as translations, type LogOutputChannel, type Memento } from 'vscode';
import type { Corpora } from './corpora.ts';
import type { CurationFiles } from './curation/curationFiles.ts';
import type { CorpusFilter } from './filter/corpusFilter.ts';
import type { DocumentAnalyses } from './documentAnalyses.ts';
import { withoutLinks, type L10n } from './l10n.ts';
import type { CorpusTrees } from './tree/corpusTrees.ts';
import type { WorkerHost } from './workerHost.ts';

/** What the features share. Built once, in `activate`. */
export interface Services {
  readonly log: LogOutputChannel;
  readonly l10n: L10n;
  readonly worker: WorkerHost;
  readonly corpora: Corpora;
  readonly curation: CurationFiles;
  readonly filter: CorpusFilter;
  readonly analyses: DocumentAnalyses;
  readonly workspaceMemory: Memento;
}

/** Features that lead into the trees need them beside the rest. */
export interface ServicesWithTrees extends Services {
  readonly trees: CorpusTrees;
}

export const uiL10n: L10n = {
  t: (message, ...values) => withoutLinks(translations.t(message, ...values)),
  language: env.language,
};
