import type { SecretStorage } from 'vscode';
import type { Credentials } from '../../worker/protocol.ts';

/** How one is let into clusters, in VS Code's secret storage and nowhere else. */
export class CredentialStore {
  private readonly secrets: SecretStorage;

  constructor(secrets: SecretStorage) {
    this.secrets = secrets;
  }

  async of(address: string): Promise<Credentials | undefined> {
    const stored = await this.secrets.get(keyOf(address));
    return stored === undefined ? undefined : (JSON.parse(stored) as Credentials);
  }

  async set(address: string, credentials: Credentials | undefined): Promise<void> {
    if (credentials === undefined) await this.secrets.delete(keyOf(address));
    else await this.secrets.store(keyOf(address), JSON.stringify(credentials));
  }
}

/** An address decides which server is sent the secret: another address is never sent it. */
const keyOf = (address: string): string => `cluster:${address}`;
