import { Uri, window, type ExtensionContext } from 'vscode';
import { CredentialStore } from './cluster/credentialStore.ts';
import { registerCluster } from './cluster/registerCluster.ts';
import { Corpora } from './corpora.ts';
import { CurationFiles } from './curation/curationFiles.ts';
import { registerEntityCommands } from './curation/entityCommands.ts';
import { registerOwnNames } from './curation/ownName.ts';
import { registerRenameName } from './curation/renameName.ts';
import { registerReviewNames } from './curation/reviewNames.ts';
import { DocumentAnalyses } from './documentAnalyses.ts';
import { CorpusFilter } from './filter/corpusFilter.ts';
import { registerClean } from './clean/registerClean.ts';
import { registerCleanCorpus } from './cleanCorpus/registerCleanCorpus.ts';
import { registerConcordance } from './concordance/registerConcordance.ts';
import { registerDates } from './dates/registerDates.ts';
import { registerFirstSteps } from './firstSteps.ts';
import { registerFilterCommands } from './filter/filterCommands.ts';
import { registerTools } from './answers/registerTools.ts';
import { registerCopies } from './copies/registerCopies.ts';
import { registerDossier } from './dossier/registerDossier.ts';
import { registerExport } from './export/registerExport.ts';
import { registerHover } from './hover/registerHover.ts';
import { registerIndexCommands } from './indexCommands.ts';
import { registerOpenArticle } from './openArticle.ts';
import { registerOpenSample, showCorpusViewOnce } from './openSample.ts';
import { registerOutline } from './outline/registerOutline.ts';
import { registerFieldSettings } from './recordDocuments/registerFieldSettings.ts';
import { registerRecordDocuments } from './recordDocuments/registerRecordDocuments.ts';
import { registerDefinition } from './gestures/registerDefinition.ts';
import { registerHighlights } from './gestures/registerHighlights.ts';
import { registerReferences } from './gestures/registerReferences.ts';
import { registerWorkspaceSymbols } from './gestures/registerWorkspaceSymbols.ts';
import { registerIndexReport } from './report/registerIndexReport.ts';
import { registerOverTime } from './overTime/registerOverTime.ts';
import { registerOwnModel } from './ownModel/registerOwnModel.ts';
import { registerPairs } from './pairs/registerPairs.ts';
import { registerSearch } from './search/registerSearch.ts';
import { uiL10n, type Services } from './services.ts';
import { createTesting, type Testing } from './testing.ts';
import { registerItemCommands } from './tree/itemCommands.ts';
import { registerTrees } from './tree/registerTrees.ts';
import { WorkerHost } from './workerHost.ts';

/** Builds and registers. Reads no file and starts no process: that waits until somebody looks. */
export function activate(context: ExtensionContext): { readonly testing: Testing } {
  const log = window.createOutputChannel('Corpus Explorer', { log: true });
  const worker = new WorkerHost(
    {
      entry: context.asAbsolutePath('dist/worker.js'),
      modelsDir: context.asAbsolutePath('models'),
      storageDir: Uri.joinPath(context.globalStorageUri, 'indexes').fsPath,
      curationsDir: Uri.joinPath(context.globalStorageUri, 'clusters').fsPath,
    },
    log,
  );
  const credentials = new CredentialStore(context.secrets);
  const corpora = new Corpora(worker, context.workspaceState, credentials, log);
  const filter = new CorpusFilter();
  const curation = new CurationFiles({ worker, corpora, l10n: uiL10n, log });
  const analyses = new DocumentAnalyses(worker, corpora, curation);
  const services: Services = {
    log,
    l10n: uiL10n,
    worker,
    corpora,
    curation,
    filter,
    analyses,
    workspaceMemory: context.workspaceState,
  };
  const trees = registerTrees(services);
  const search = registerSearch(services);
  const overTime = registerOverTime(services, context.extensionUri);
  const pairs = registerPairs(services, context.extensionUri);
  context.subscriptions.push(
    log,
    worker,
    corpora,
    filter,
    curation,
    analyses,
    trees,
    search,
    overTime,
    pairs,
    registerIndexCommands(services),
    registerCluster(services, credentials),
    registerOpenArticle(services),
    registerRecordDocuments(services),
    registerFieldSettings(services),
    registerItemCommands({ ...services, trees }),
    registerEntityCommands({ ...services, trees }),
    registerOwnNames(services),
    registerRenameName(services),
    registerReviewNames({ ...services, trees }),
    registerFilterCommands(services),
    registerHover(services),
    registerReferences(services),
    registerDefinition(services),
    registerHighlights(services),
    registerWorkspaceSymbols(services),
    registerConcordance(services),
    registerDates(services),
    registerOutline(services),
    registerClean(services),
    registerCleanCorpus(services),
    registerCopies(services),
    registerTools(services),
    registerDossier(services),
    registerExport(services),
    registerIndexReport(services),
    registerOpenSample(context),
    registerOwnModel(services),
    registerFirstSteps(context),
  );
  setImmediate(() => {
    void corpora.resume();
    void showCorpusViewOnce(context, services);
  });
  return { testing: createTesting({ ...services, trees, search, overTime, pairs }) };
}
