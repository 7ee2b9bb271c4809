import { ConfigurationTarget, workspace } from 'vscode';
import { isClusterAddress } from '../../core/index.ts';

/** One corpus in a cluster, as the settings name it: nothing of it is secret. */
export interface ClusterSetting {
  /** `https://host:9200/name`. */
  readonly address: string;
  /** As the views call it; the last part of the address when absent. */
  readonly name?: string;
  /** Of an index of Datashare or OpenAleph: the field that says when an article was published, or `none`. */
  readonly dateField?: string;
}

export const clustersKey = 'corpusExplorer.clusters';

/** The corpora in clusters that the settings name, each once. What is no address is left out: the editor says so. */
export function clusterSettings(): readonly ClusterSetting[] {
  // A workspace that is not trusted must not make this machine speak to servers of its choice.
  if (!workspace.isTrusted) return [];
  const found = workspace.getConfiguration().get<unknown>(clustersKey);
  const settings = Array.isArray(found) ? found.filter(isSetting) : [];
  return [...new Map(settings.map((setting) => [setting.address, setting])).values()];
}

export function nameOfCluster({ address, name }: ClusterSetting): string {
  return name ?? address.slice(address.lastIndexOf('/') + 1);
}

/** Names a corpus in the settings, of the workspace where there is one. */
export async function addClusterSetting(added: ClusterSetting): Promise<void> {
  const target = targetOf();
  const others = settingsIn(target).filter(({ address }) => address !== added.address);
  await workspace.getConfiguration().update(clustersKey, [...others, added], target);
}

/** Says which field dates the articles of a corpus, wherever it is named. */
export async function setDateField(address: string, dateField: string): Promise<void> {
  for (const target of [ConfigurationTarget.Workspace, ConfigurationTarget.Global]) {
    const before = settingsIn(target);
    if (!before.some((setting) => setting.address === address)) continue;
    const after = before.map((setting) =>
      setting.address === address ? { ...setting, dateField } : setting,
    );
    await workspace.getConfiguration().update(clustersKey, after, target);
  }
}

/** Names it no more, wherever it was named. */
export async function removeClusterSetting(address: string): Promise<void> {
  for (const target of [ConfigurationTarget.Workspace, ConfigurationTarget.Global]) {
    const before = settingsIn(target);
    const left = before.filter((setting) => setting.address !== address);
    if (left.length === before.length) continue;
    await workspace.getConfiguration().update(clustersKey, left.length === 0 ? undefined : left, target);
  }
}

function targetOf(): ConfigurationTarget {
  return (workspace.workspaceFolders?.length ?? 0) > 0
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
}

function settingsIn(target: ConfigurationTarget): readonly ClusterSetting[] {
  const { workspaceValue, globalValue } = workspace.getConfiguration().inspect<unknown>(clustersKey) ?? {};
  const value = target === ConfigurationTarget.Workspace ? workspaceValue : globalValue;
  return Array.isArray(value) ? value.filter(isSetting) : [];
}

function isSetting(value: unknown): value is ClusterSetting {
  const { address, name, dateField } = (value ?? {}) as Partial<Record<keyof ClusterSetting, unknown>>;
  return (
    typeof address === 'string' &&
    isClusterAddress(address) &&
    (name === undefined || typeof name === 'string') &&
    (dateField === undefined || typeof dateField === 'string')
  );
}
