import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onExit } from './onExit.ts';
import { readManifest } from './paths.ts';
import { must } from './process.ts';
import { quietSettings } from './settings.ts';
import { ensureVscodeServer, type VscodeServer } from './vscodeServer.ts';

export interface ServerOptions {
  /** Installed as a user would: a folder with a package.json, or a .vsix. */
  readonly extension?: string;
  /** Lets a page name an extension under development and a test module; no notification is shown then. */
  readonly isTestDriver?: boolean;
  /** Workspace trust asks, and an unknown folder opens in restricted mode. Otherwise every folder is trusted. */
  readonly hasWorkspaceTrust?: boolean;
  /** User settings, over `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
}

/** What a page opens: a folder, a `.code-workspace` file, or nothing. */
export interface PageOptions {
  readonly open?: string;
  /** VS Code's start parameters, such as `openFile`. */
  readonly payload?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** The server's own settings, logs and extensions; removed when it stops. */
  readonly dataFolder: string;
  url(options: PageOptions): string;
  /** A local path as the workbench names it: `vscode-remote://127.0.0.1:PORT/path`. */
  remote(localPath: string): string;
  /** Everything the server has printed. */
  log(): string;
  /** Called with each line the server prints from now on. */
  onLine(listener: (line: string) => void): void;
  onExit(listener: (code: number | null) => void): void;
  /** Copies VS Code's log files. */
  keepLogs(destination: string): void;
  stop(): Promise<void>;
}

/** Starts a VS Code server on a free port of 127.0.0.1, with its own data folder and its own process group. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const server = await ensureVscodeServer(options.say);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-vscode-'));
  const userFolder = path.join(dataFolder, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(
    path.join(userFolder, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );
  if (options.extension !== undefined) await install(options.extension, server, dataFolder);

  const child = spawn(server.node, [server.main, ...serverArguments(dataFolder, options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...isolation, ...options.env },
  });
  const output = collectOutput(child);
  const stop = stopper(child, dataFolder);
  const port = await listeningPort(child, output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  // The workbench takes the page's host as the name of the remote.
  const authority = `127.0.0.1:${port}`;
  return {
    dataFolder,
    url: (page) => pageAddress(authority, page),
    remote: (localPath) => remoteUri(authority, localPath),
    log: output.text,
    onLine: output.onLine,
    onExit: (listener) => child.once('exit', listener),
    keepLogs: (destination) => {
      const logs = path.join(dataFolder, 'data', 'logs');
      if (existsSync(logs)) cpSync(logs, destination, { recursive: true });
    },
    stop,
  };
}

/** No extension gallery; and no login shell to read the user's environment from, which could outlive the server. */
const isolation = { EXTENSIONS_GALLERY: '{}', VSCODE_CLI: '1' };

async function install(extension: string, server: VscodeServer, dataFolder: string): Promise<void> {
  if (extension.endsWith('.vsix')) {
    const said = await must(
      server.node,
      [
        server.main,
        '--install-extension',
        path.resolve(extension),
        '--server-data-dir',
        dataFolder,
        '--accept-server-license-terms',
      ],
      {
        env: { ...process.env, ...isolation },
      },
    );
    if (!said.includes('successfully installed'))
      throw new Error(`VS Code did not install ${extension}\n${said}`);
    return;
  }
  // The first start takes up whatever lies in the extensions folder.
  const manifest = readManifest(extension);
  const extensions = path.join(dataFolder, 'extensions');
  mkdirSync(extensions, { recursive: true });
  symlinkSync(
    path.resolve(extension),
    path.join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`),
    'dir',
  );
}

function serverArguments(
  dataFolder: string,
  { isTestDriver = false, hasWorkspaceTrust = false }: ServerOptions,
): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...[
      '--server-data-dir',
      dataFolder,
      '--telemetry-level',
      'off',
      '--disable-experiments',
      '--disable-update-check',
    ],
    ...['--disable-getting-started-override', '--force-disable-user-env', '--log', 'info'],
    ...(hasWorkspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(isTestDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

function pageAddress(authority: string, { open, payload = {} }: PageOptions): string {
  const query = new URLSearchParams();
  if (open === undefined) query.set('ew', 'true');
  else query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(open));
  query.set(
    'payload',
    JSON.stringify(Object.entries({ skipWelcome: 'true', skipReleaseNotes: 'true', ...payload })),
  );
  return `http://${authority}/?${query.toString()}`;
}

const remoteUri = (authority: string, localPath: string): string =>
  `vscode-remote://${authority}${path.resolve(localPath).split('/').map(encodeURIComponent).join('/')}`;

interface Output {
  readonly text: () => string;
  readonly onLine: (listener: (line: string) => void) => void;
}

function collectOutput(child: ChildProcess): Output {
  let text = '';
  let partial = '';
  const listeners: ((line: string) => void)[] = [];
  const take = (chunk: string): void => {
    text += chunk;
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) for (const listener of listeners) listener(line);
  };
  child.stdout?.setEncoding('utf8').on('data', take);
  child.stderr?.setEncoding('utf8').on('data', take);
  return { text: () => text, onLine: (listener) => listeners.push(listener) };
}

function listeningPort(child: ChildProcess, output: Output): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`VS Code's server did not start within 60 s\n${output.text()}`));
    }, 60_000);
    output.onLine((line) => {
      const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with ${code ?? 'a signal'}\n${output.text()}`));
    });
  });
}

/** Ends the server with its extension hosts, watchers and terminals; also when this process exits without asking for it. */
function stopper(child: ChildProcess, dataFolder: string): () => Promise<void> {
  const kill = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // The group is gone.
    }
  };
  const forget = onExit(() => {
    kill('SIGKILL');
    rmSync(dataFolder, { recursive: true, force: true });
  });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const isGone = child.exitCode !== null || child.signalCode !== null;
    const gone = isGone
      ? Promise.resolve()
      : new Promise<void>((resolve) =>
          child.once('exit', () => {
            resolve();
          }),
        );
    kill('SIGTERM');
    const timer = setTimeout(kill, 5000, 'SIGKILL');
    await gone;
    clearTimeout(timer);
    kill('SIGKILL');
    forget();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return () => (stopped ??= stop());
}
