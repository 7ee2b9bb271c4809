import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { isClusterAddress } from '../../core/index.ts';
import type { Credentials } from '../../worker/protocol.ts';
import type { L10n } from '../l10n.ts';

/** Asks for the server and the name of the corpus; what was said before stands there. Undefined when the user gives up. */
export async function askAddress(l10n: L10n, before = ''): Promise<string | undefined> {
  const cut = /^(.*?[^/:])\/([^/]*)$/.exec(before);
  const server = await window.showInputBox({
    title: l10n.t('Connect to a Cluster (1 of 3)'),
    prompt: l10n.t('The address of the server; several nodes of one cluster are parted by commas'),
    placeHolder: 'https://host:9200',
    value: cut?.[1] ?? before,
    ignoreFocusOut: true,
    validateInput: (text) =>
      isClusterAddress(text.trim()) && !/\/\/[^/]*@/.test(text)
        ? undefined
        : l10n.t('Write an address such as https://host:9200, without user and password'),
  });
  if (server === undefined) return undefined;
  const whole = /^(https?:\/\/.*?)\/+([^/,]*)$/.exec(server.trim());
  const [, nodes = server.trim(), given = cut?.[2] ?? ''] = whole && whole[1] !== 'https:/' ? whole : [];
  const name = await window.showInputBox({
    title: l10n.t('Connect to a Cluster (2 of 3)'),
    prompt: l10n.t('The name of the corpus, or of the index'),
    value: given,
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^[a-z0-9][a-z0-9._-]*$/.test(text.trim())
        ? undefined
        : l10n.t('Small letters, digits, “.”, “_” and “-”, as the server has it'),
  });
  return name === undefined ? undefined : `${nodes.replace(/\/+$/, '')}/${name.trim()}`;
}

/** How one signs in; `none` when nobody has to. Undefined when the user gives up. */
export async function askCredentials(l10n: L10n): Promise<Credentials | 'none' | undefined> {
  const ways: (QuickPickItem & { way?: 'none' | 'password' | 'apiKey' | 'token' })[] = [
    { label: l10n.t('User and Password'), way: 'password' },
    { label: l10n.t('API Key'), way: 'apiKey' },
    { label: l10n.t('Bearer Token'), way: 'token' },
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('Nobody Has to Sign In'), way: 'none' },
  ];
  const choice = await window.showQuickPick(ways, {
    title: l10n.t('Connect to a Cluster (3 of 3)'),
    placeHolder: l10n.t('How does one sign in? It is kept in VS Code’s secret storage'),
    ignoreFocusOut: true,
  });
  switch (choice?.way) {
    case undefined:
      return undefined;
    case 'none':
      return 'none';
    case 'password': {
      const user = await askSecret(l10n, l10n.t('User'), false);
      const password = user === undefined ? undefined : await askSecret(l10n, l10n.t('Password'), true);
      return user === undefined || password === undefined ? undefined : { user, password };
    }
    case 'apiKey': {
      const apiKey = await askSecret(l10n, l10n.t('API Key'), true);
      return apiKey === undefined ? undefined : { apiKey };
    }
    case 'token': {
      const token = await askSecret(l10n, l10n.t('Bearer Token'), true);
      return token === undefined ? undefined : { token };
    }
  }
}

/** Which field of another program's index says when an article was published; `none` for none. Undefined when the user gives up. */
export async function askDateField(l10n: L10n, fields: readonly string[]): Promise<string | undefined> {
  const items: (QuickPickItem & { field?: string })[] = [
    ...fields.map((field) => ({ label: field, field })),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('None: Show All Articles Undated'), field: 'none' },
  ];
  const choice = await window.showQuickPick(items, {
    title: l10n.t('Date of Publication'),
    placeHolder: l10n.t('This index does not say when an article was published. Which of its dates does?'),
    ignoreFocusOut: true,
  });
  return choice?.field;
}

function askSecret(l10n: L10n, prompt: string, password: boolean): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Connect to a Cluster (3 of 3)'),
    prompt,
    password,
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' ? l10n.t('This must not be empty') : undefined),
  });
}

/** What is sent without encryption can be read on its way: asked before it is. True when it may be. */
export async function maySend(
  l10n: L10n,
  address: string,
  credentials: Credentials | 'none',
): Promise<boolean> {
  const nodes = address.split(',').map((node) => new URL(node.trim()));
  const isSafe = nodes.every(({ protocol, hostname }) => protocol === 'https:' || isHere(hostname));
  if (credentials === 'none' || isSafe) return true;
  const send = l10n.t('Send All the Same');
  const answer = await window.showWarningMessage(
    l10n.t('The address begins with http: whoever is on the way can read the password, key or token.'),
    { modal: true },
    send,
  );
  return answer === send;
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
