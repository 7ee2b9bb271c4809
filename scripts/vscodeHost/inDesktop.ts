import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkedCode,
  clearResults,
  followOutput,
  testModule,
  type HostRun,
  type HostRunCode,
} from './hostRun.ts';
import { onExit } from './onExit.ts';
import { cacheFolder } from './paths.ts';
import { quietSettings } from './settings.ts';

/** Whether a window can be shown. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** The program of a desktop VS Code, downloaded once; nothing where the download fails. */
export async function downloadedVscode(): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(cacheFolder, 'desktop') });
  } catch {
    return undefined;
  }
}

/** Runs tests in the extension host of a desktop VS Code with a profile of its own. */
export async function runInDesktop(
  run: HostRun,
  program: string,
  hasWorkspaceTrust: boolean,
): Promise<HostRunCode> {
  clearResults(run);
  const profile = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-vscode-'));
  mkdirSync(path.join(profile, 'User'), { recursive: true });
  writeFileSync(path.join(profile, 'User', 'settings.json'), JSON.stringify(quietSettings));
  const forget = onExit(() => {
    rmSync(profile, { recursive: true, force: true });
  });
  const stopFollowing = followOutput(run);
  const code = await exitCode(program, desktopArguments(run, profile, hasWorkspaceTrust), run.timeoutMs);
  stopFollowing();
  forget();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return checkedCode(run, code);
}

function desktopArguments(run: HostRun, profile: string, hasWorkspaceTrust: boolean): string[] {
  return [
    ...(run.open === undefined ? ['--new-window'] : [run.open]),
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
    ...[
      '--disable-extensions',
      '--user-data-dir',
      profile,
      '--extensions-dir',
      path.join(profile, 'extensions'),
    ],
    ...(hasWorkspaceTrust ? [] : ['--disable-workspace-trust']),
    `--extensionDevelopmentPath=${run.extension}`,
    `--extensionTestsPath=${testModule(run)}`,
  ];
}

function exitCode(program: string, args: readonly string[], timeoutMs: number): Promise<HostRunCode> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(124);
    }, timeoutMs);
    const end = (code: HostRunCode): void => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => {
      end(97);
    });
    child.once('exit', (code) => {
      end(code === 0 ? 0 : code === 1 ? 1 : 97);
    });
  });
}
