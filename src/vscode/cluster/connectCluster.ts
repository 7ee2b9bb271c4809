import { ProgressLocation, window, workspace } from 'vscode';
import type { ClusterFinding, ClusterInspection, Credentials } from '../../worker/protocol.ts';
import { countArticles, type L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import { askAddress, askCredentials, askDateField, maySend } from './askCluster.ts';
import { addClusterSetting, nameOfCluster } from './clusterSettings.ts';
import { mayPass, presetName, problemText, unknownThere } from './connectionTexts.ts';
import type { CredentialStore } from './credentialStore.ts';

/** What another command may say already; the rest is asked. */
export interface ConnectArguments {
  readonly address?: string;
  readonly credentials?: Credentials | 'none';
  readonly dateField?: string;
}

/** Connect to Cluster…: asks where and how, looks what lies there, and takes it up beside the other corpora. True when it did. */
export async function connectCluster(
  services: Services,
  store: CredentialStore,
  given: ConnectArguments = {},
): Promise<boolean> {
  const { l10n } = services;
  if (!workspace.isTrusted) {
    void window.showWarningMessage(
      l10n.t('A cluster is connected in a workspace that you trust only: Manage Workspace Trust.'),
    );
    return false;
  }
  let { address, credentials } = given;
  for (let before = ''; ;) {
    const place = address ?? (await askAddress(l10n, before));
    if (place === undefined) return false;
    before = place;
    const secret = credentials ?? (await askCredentials(l10n));
    if (secret === undefined || !(await maySend(l10n, place, secret))) return false;
    const own = secret === 'none' ? {} : { credentials: secret };
    const found = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Looking what lies at {0}…', place) },
      () => services.worker.client.inspectCluster({ root: place, ...own }),
    );
    const problem = problemOf(l10n, place, found);
    if (problem === undefined) {
      const finding = found as ClusterFinding;
      const dateField =
        given.dateField ?? (finding.dateFields && (await askDateField(l10n, finding.dateFields)));
      if (finding.dateFields && dateField === undefined) return false;
      await store.set(place, own.credentials);
      await addClusterSetting({ address: place, ...(dateField !== undefined && { dateField }) });
      await services.corpora.at(place)?.start();
      sayWhatWasFound(services, place, finding);
      return true;
    }
    services.log.warn(`${place}: ${problem}`);
    // A command that says all has nobody to ask.
    if (given.address !== undefined && given.credentials !== undefined) {
      void window.showErrorMessage(problem);
      return false;
    }
    const [change, retry] = [l10n.t('Change…'), l10n.t('Retry')];
    const isPassing = 'problem' in found && mayPass(found.problem.rule);
    const answer = await window.showErrorMessage(problem, ...(isPassing ? [retry, change] : [change]));
    if (answer === undefined) return false;
    [address, credentials] = answer === retry ? [place, secret] : [];
  }
}

/** Asks again how one signs in, and looks whether it is accepted. */
export async function signInAgain(
  services: Services,
  store: CredentialStore,
  address: string,
): Promise<void> {
  const secret = await askCredentials(services.l10n);
  if (secret === undefined || !(await maySend(services.l10n, address, secret))) return;
  await store.set(address, secret === 'none' ? undefined : secret);
  await services.corpora.inClusters.find(({ root }) => root === address)?.reconnect();
}

function problemOf(l10n: L10n, address: string, found: ClusterInspection): string | undefined {
  if ('problem' in found) return problemText(l10n, found.problem);
  switch (found.preset) {
    case 'corpusExplorer':
    case 'datashare':
    case 'openaleph':
      return undefined;
    case undefined:
      return l10n.t(
        '“{0}” is an index of another program: Corpus Explorer does not know its fields.',
        address,
      );
  }
}

function sayWhatWasFound(
  { l10n }: Services,
  address: string,
  { preset, documents, server }: ClusterFinding,
): void {
  const name = nameOfCluster({ address });
  const articles = countArticles(l10n, documents);
  void window.showInformationMessage(
    preset === 'datashare' || preset === 'openaleph'
      ? l10n.t(
          'Connected: {0}, an index of {1} with {2} ({3}).',
          name,
          presetName(preset),
          articles,
          server,
        ) + ` ${unknownThere(l10n)}`
      : l10n.t('Connected: {0}, a corpus of Corpus Explorer with {1} ({2}).', name, articles, server),
  );
}
