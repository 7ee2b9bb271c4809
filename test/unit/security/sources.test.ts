import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../cli/runInMemory.ts';

const sources = readdirSync(path.join(projectDir, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'))
  .sort();

/** The sources in which something stands. */
function holding(pattern: RegExp, under = ''): string[] {
  return sources.filter(
    (name) =>
      name.startsWith(under) && pattern.test(readFileSync(path.join(projectDir, 'src', name), 'utf8')),
  );
}

/** What a review would have to look for in every change: places that may do a thing are named here. */
describe('the sources', () => {
  it('were found', () => {
    assert.ok(sources.length > 300);
  });

  it('speak to a network in one place', () => {
    const modules = /from '(?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector)(?:\/promises)?'/;
    assert.deepEqual(holding(modules), []);
    assert.deepEqual(holding(/\bfetch\(|\bWebSocket\b|XMLHttpRequest|EventSource|sendBeacon/), [
      'engines/opensearch/cluster.ts',
    ]);
  });

  it('start one program, their own worker, and run no text', () => {
    assert.deepEqual(holding(/from '(?:node:)?child_process'/), ['worker/client.ts']);
    assert.deepEqual(holding(/\beval\(|new Function\(|node:vm|createTerminal|tasks\.executeTask/), []);
  });

  it('trust no Markdown as a whole, and render no HTML in it', () => {
    assert.deepEqual(holding(/\.isTrusted\s*=\s*true|supportHtml/), []);
    const trusting = holding(/\.isTrusted = \{ enabledCommands \}/);
    assert.deepEqual(trusting, [
      'vscode/clean/boilerplateHover.ts',
      'vscode/dates/dateHover.ts',
      'vscode/hover/registerHover.ts',
    ]);
    for (const name of trusting) {
      const source = readFileSync(path.join(projectDir, 'src', name), 'utf8');
      const list = /const enabledCommands = \[([^\]]*)\];/.exec(source)?.[1] ?? '';
      const commands = [...list.matchAll(/'([^']*)'/g)].map(([, command]) => command!);
      assert.ok(commands.length > 0, name);
      for (const command of commands) assert.match(command, /^corpusExplorer\.[a-zA-Z]+$/);
    }
    // In a tooltip, words go through one door.
    assert.deepEqual(holding(/new MarkdownString\(/), [...trusting, 'vscode/plainTooltip.ts']);
  });

  it('write text into pages, never markup', () => {
    assert.deepEqual(
      holding(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser/),
      [],
    );
    assert.deepEqual(holding(/\.webview\.html =/), holding(/html = pageOf\(/));
  });
});
