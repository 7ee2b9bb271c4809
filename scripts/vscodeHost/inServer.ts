import type { BrowserContext, Page } from 'playwright-core';
import {
  checkedCode,
  clearResults,
  followOutput,
  testModule,
  type HostRun,
  type HostRunCode,
} from './hostRun.ts';
import type { RunningServer } from './server.ts';

/**
 * Runs tests in the extension host of a page on `server`, which must be started as a test driver. Pages of one context share
 * the workbench's code.
 */
export async function runInServer(
  run: HostRun,
  server: RunningServer,
  context: BrowserContext,
): Promise<HostRunCode> {
  clearResults(run);
  const page = await context.newPage();
  const ended = endOfRun(page, server, run.timeoutMs);
  const stopFollowing = followOutput(run);
  await page.goto(
    server.url({
      ...(run.open === undefined ? {} : { open: run.open }),
      payload: {
        extensionDevelopmentPath: server.remote(run.extension),
        extensionTestsPath: server.remote(testModule(run)),
        logLevel: 'off',
      },
    }),
    { waitUntil: 'commit' },
  );
  const code = await ended;
  stopFollowing();
  await page.close().catch(() => undefined);
  return checkedCode(run, code);
}

function endOfRun(page: Page, server: RunningServer, timeoutMs: number): Promise<HostRunCode> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, 124);
    const end = (code: HostRunCode): void => {
      clearTimeout(timer);
      resolve(code);
    };
    void page.exposeFunction('codeAutomationLog', () => undefined);
    void page.exposeFunction('codeAutomationExit', (code: number) => {
      end(code === 0 ? 0 : 1);
    });
    page.on('crash', () => {
      end(98);
    });
    server.onExit(() => {
      end(97);
    });
    server.onLine((line) => {
      // A little later, so that tests that have just ended are heard first.
      if (/Extension Host Process exited with code: (?!0,)/.test(line)) setTimeout(end, 1000, 99);
    });
  });
}
