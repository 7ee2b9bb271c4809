import * as vscode from 'vscode';
import { folder } from './extension.ts';
import { requestsFile } from './notingServer.ts';

/** The corpus in a cluster that the settings of the open folder name, as they stand on the disk, and what its server was asked. */
export async function namedServer(): Promise<{
  readonly address: string;
  readonly requests: () => Promise<readonly string[]>;
}> {
  const text = async (...parts: readonly string[]): Promise<string> =>
    Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), ...parts))).toString();
  const settings = JSON.parse(await text('.vscode', 'settings.json')) as {
    'corpusExplorer.clusters': readonly [{ readonly address: string }];
  };
  const [{ address }] = settings['corpusExplorer.clusters'];
  return {
    address,
    requests: async () => (await text('..', requestsFile)).split('\n').filter((line) => line !== ''),
  };
}
