/**
 * Launches: one start of a real VS Code each, with the tests of one folder in its extension host; on a desktop VS Code where a window can
 * be shown and one can be had, else on the server from npm packages. CORPUS_EXPLORER_HOST=server or =desktop decides.
 */
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Launch } from '../../test/vscode/launches.ts';
import { tallyOfResult, type Tally } from '../tally.ts';
import { startBrowser } from './browser.ts';
import type { HostRun, HostRunCode } from './hostRun.ts';
import { downloadedVscode, hasDisplay, runInDesktop } from './inDesktop.ts';
import { runInServer } from './inServer.ts';
import { artifacts, root } from './paths.ts';
import { startServer, type RunningServer } from './server.ts';

const say = (line: string): void => {
  console.log(line);
};
const launchTimeoutMs = 240_000;

/** Where a launch runs. */
interface Host {
  run(run: HostRun, launch: Launch): Promise<HostRunCode>;
  close(): Promise<void>;
}

/** Runs launches one after the other; the extension is built already. */
export async function runLaunches(chosen: readonly Launch[]): Promise<readonly Tally[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-tests-'));
  const host = await hostToUse();
  const tallies: Tally[] = [];
  try {
    for (const launch of chosen) tallies.push(await runLaunch(launch, host, scratch));
  } finally {
    await host.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return tallies;
}

async function runLaunch(launch: Launch, host: Host, scratch: string): Promise<Tally> {
  const started = Date.now();
  const folder = path.join(artifacts, 'vscode', launch.name);
  const place = path.join(scratch, launch.name);
  mkdirSync(place);
  const open = await launch.prepare(place);
  await bundleTests(launch, folder, open !== undefined);
  say(`\n${launch.name}: ${launch.description}`);
  const run = { extension: root, folder, timeoutMs: launchTimeoutMs, ...(open !== undefined && { open }) };
  let code = await host.run(run, launch);
  if (existsSync(path.join(folder, 'unopened'))) {
    // Now and then VS Code in a browser has not read its workspace file in time, and shows an empty window for good.
    say(`${launch.name}: VS Code opened its window without the folder; started again`);
    code = await host.run(run, launch);
  }
  launch.release?.(place);
  const tally = tallyOfResult(path.join(folder, 'result.json'), code);
  const failures = tally.failures.map((failure) => ({
    ...failure,
    fullTitle: `${launch.name}: ${failure.fullTitle}`,
  }));
  if (tally.failed > failures.length)
    failures.push({ fullTitle: `${launch.name}: ended with code ${code}`, err: {} });
  say(
    `${launch.name}: ${tally.passed} passed, ${tally.failed} failed, code ${code}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return { ...tally, failures };
}

/** One CommonJS file with all tests of a launch; mocha and VS Code's API stay outside. */
async function bundleTests(launch: Launch, folder: string, opensFolder: boolean): Promise<void> {
  const source = path.join(root, 'test', 'vscode');
  const files = readdirSync(path.join(source, launch.name)).filter((name) => name.endsWith('.test.ts'));
  const requires = files.map((name) => `require('./${launch.name}/${name}');`).join(' ');
  await build({
    stdin: {
      contents: `import { runInHost } from './support/run.ts';\nexport const run = () => runInHost(__dirname, ${opensFolder}, () => { ${requires} });`,
      resolveDir: source,
      loader: 'ts',
    },
    outfile: path.join(folder, 'tests.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
}

async function hostToUse(): Promise<Host> {
  const wanted = process.env['CORPUS_EXPLORER_HOST'];
  if (wanted !== 'server' && (hasDisplay() || wanted === 'desktop')) {
    const program = await downloadedVscode();
    if (program !== undefined) {
      say(`Desktop VS Code: ${program}`);
      return {
        run: (run, launch) => runInDesktop(run, program, launch.hasWorkspaceTrust),
        close: () => Promise.resolve(),
      };
    }
    say('No desktop VS Code could be downloaded.');
    if (wanted === 'desktop') process.exit(1);
  }
  say('VS Code server from npm packages, in Chromium');
  const browser = await startBrowser(say);
  return serverHost(browser, await browser.newContext({ viewport: { width: 1200, height: 800 } }));
}

/** One server for all trusted launches and one for the others: a page is quicker to open on a server it knows. */
function serverHost(browser: Browser, context: BrowserContext): Host {
  const servers = new Map<boolean, Promise<RunningServer>>();
  const serverFor = (hasWorkspaceTrust: boolean): Promise<RunningServer> => {
    const present = servers.get(hasWorkspaceTrust);
    if (present !== undefined) return present;
    const started = startServer({ isTestDriver: true, hasWorkspaceTrust, say });
    servers.set(hasWorkspaceTrust, started);
    return started;
  };
  return {
    async run(run, launch) {
      const server = await serverFor(launch.hasWorkspaceTrust);
      const code = await runInServer(run, server, context);
      if (code !== 0) {
        const logs = path.join(run.folder, 'logs');
        rmSync(logs, { recursive: true, force: true });
        server.keepLogs(logs);
        if (existsSync(logs)) say(`VS Code's logs: ${logs}`);
      }
      return code;
    },
    async close() {
      await browser.close();
      for (const server of servers.values()) await (await server).stop();
    },
  };
}
