import { commands, window, type QuickPickItem } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countCorrections } from '../l10n.ts';
import type { Services } from '../services.ts';
import { askDateField } from './askCluster.ts';
import type { ClusterCorpus } from './clusterCorpus.ts';
import { removeClusterSetting, setDateField } from './clusterSettings.ts';
import { connectCluster, signInAgain, type ConnectArguments } from './connectCluster.ts';
import {
  clusterActions,
  connectionText,
  describeConnection,
  registerConnectionStatus,
} from './connectionStatus.ts';
import { isAboutSigningIn, mayPass, problemText } from './connectionTexts.ts';
import type { CredentialStore } from './credentialStore.ts';
import { countPushed, pushCorrections } from './pushCorrections.ts';

/** Connect, Disconnect and Retry; the status item; and one word to the user when a connection is lost. */
export function registerCluster(services: Services, credentials: CredentialStore): Disposable {
  const { corpora, l10n } = services;
  const store = new DisposableStore();
  const find = (argument: unknown): ClusterCorpus | undefined => {
    const root = rootOf(argument);
    return corpora.inClusters.find((corpus) => corpus.root === root);
  };
  store.add(registerConnectionStatus(corpora, l10n));
  store.add(
    commands.registerCommand('corpusExplorer.connectCluster', (given?: ConnectArguments) =>
      connectCluster(services, credentials, typeof given?.address === 'string' ? given : {}),
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.disconnectCluster', async (root?: unknown) => {
      const corpus = find(root) ?? (await chooseCluster(services));
      if (corpus) await disconnect(credentials, corpus);
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.retryCluster', async (root?: unknown) => {
      const chosen = find(root);
      await Promise.all((chosen ? [chosen] : corpora.inClusters).map((corpus) => corpus.refresh()));
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.pushCorrections', async (root?: unknown) => {
      const corpus = find(root) ?? (await chooseCluster(services));
      if (corpus) await pushCorrections(services, corpus);
    }),
  );
  store.add(
    commands.registerCommand(clusterActions, async () => {
      const corpus = await chooseCluster(services);
      if (corpus) await chooseAction(services, credentials, corpus);
    }),
  );
  store.add(sayWhenLost(services, credentials));
  return store;
}

/** An address, or the node of a tree that stands for a corpus. */
function rootOf(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null) return argument;
  return (argument as { readonly corpus?: { readonly root?: unknown } }).corpus?.root;
}

async function disconnect(credentials: CredentialStore, { root }: ClusterCorpus): Promise<void> {
  await credentials.set(root, undefined);
  await removeClusterSetting(root);
}

async function chooseCluster({ corpora, l10n }: Services): Promise<ClusterCorpus | undefined> {
  const [first, ...others] = corpora.inClusters;
  if (others.length === 0) return first;
  const items = corpora.inClusters.map((corpus) => ({
    label: corpus.name,
    detail: describeConnection(l10n, corpus),
    corpus,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which corpus?') }))?.corpus;
}

async function chooseAction(
  services: Services,
  credentials: CredentialStore,
  corpus: ClusterCorpus,
): Promise<void> {
  const { l10n } = services;
  const said = await services.curation.read(corpus.root);
  const isKept = said.passages.length + (said.searches?.length ?? 0) + countPushed(said) > 0;
  const actions: (QuickPickItem & { run: () => Promise<unknown> })[] = [
    {
      label: `$(refresh) ${corpus.connection?.kind === 'lost' ? l10n.t('Retry') : l10n.t('Refresh')}`,
      run: () => corpus.refresh(),
    },
    {
      label: `$(key) ${l10n.t('Sign In Again…')}`,
      run: () => signInAgain(services, credentials, corpus.root),
    },
    ...(corpus.preset === undefined || corpus.preset === 'corpusExplorer'
      ? []
      : [
          {
            label: `$(calendar) ${l10n.t('Choose the Date of Publication…')}`,
            run: () => changeDateField(services, credentials, corpus),
          },
        ]),
    ...(isKept
      ? [
          {
            label: `$(edit) ${l10n.t('Open What You Put Right')}`,
            detail: l10n.t('Kept on this machine, and shown to nobody else'),
            run: () => services.curation.open(corpus.root),
          },
        ]
      : []),
    ...(countPushed(said) > 0 && !corpus.isForeign
      ? [
          {
            label: `$(cloud-upload) ${l10n.t('Push Corrections…')}`,
            detail: l10n.t(
              '{0} of entities and dates, for all who read it.',
              countCorrections(l10n, countPushed(said)),
            ),
            run: () => pushCorrections(services, corpus),
          },
        ]
      : []),
    {
      label: `$(debug-disconnect) ${l10n.t('Disconnect')}`,
      detail: l10n.t('Takes it out of the views and forgets how one signs in; the corpus stays as it is'),
      run: () => disconnect(credentials, corpus),
    },
    {
      label: `$(add) ${l10n.t('Connect Another Cluster…')}`,
      run: () => connectCluster(services, credentials),
    },
  ];
  const choice = await window.showQuickPick(actions, {
    title: corpus.root,
    // In one line, which must not be cut off where it says what to do.
    placeHolder: connectionText(l10n, corpus),
  });
  await choice?.run();
}

/** Asks again which field dates the articles of another program's index. */
async function changeDateField(
  { worker, l10n }: Services,
  store: CredentialStore,
  { root }: ClusterCorpus,
): Promise<void> {
  const credentials = await store.of(root);
  const found = await worker.client.inspectCluster({ root, ...(credentials && { credentials }) });
  if ('problem' in found) {
    void window.showErrorMessage(problemText(l10n, found.problem));
    return;
  }
  const dateField = await askDateField(l10n, found.dateFields ?? []);
  if (dateField !== undefined) await setDateField(root, dateField);
}

/** Once each time, and after every Retry: what is on screen stays, and the view says so. */
function sayWhenLost(services: Services, credentials: CredentialStore): Disposable {
  const { corpora, l10n } = services;
  const told = new Set<string>();
  const tell = async (corpus: ClusterCorpus): Promise<void> => {
    const { connection, root, name } = corpus;
    if (connection?.kind !== 'lost' || told.has(root)) return;
    told.add(root);
    const retry = l10n.t('Retry');
    const signIn = l10n.t('Sign In Again…');
    const buttons = isAboutSigningIn(connection.rule) ? [signIn, retry] : [retry];
    const problem = problemText(l10n, connection);
    const message = mayPass(connection.rule)
      ? l10n.t('{0}: {1} It is also asked again by itself every half minute.', name, problem)
      : l10n.t('{0}: {1}', name, problem);
    const answer = await window.showWarningMessage(message, ...buttons);
    if (answer === undefined) return;
    if (answer === retry) await corpus.refresh();
    else await signInAgain(services, credentials, root);
    told.delete(root);
    await tell(corpus);
  };
  return corpora.onDidChangeState(() => {
    for (const corpus of corpora.inClusters) {
      if (corpus.connection?.kind === 'connected') told.delete(corpus.root);
      void tell(corpus);
    }
  });
}
