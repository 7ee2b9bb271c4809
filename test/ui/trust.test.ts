import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nameCluster, notingServer, requestsFile } from '../vscode/support/notingServer.ts';
import { startSession, type Session } from './support/session.ts';

describe('A folder whose settings name a cluster', () => {
  let session: Session | undefined;
  const place = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-ui-'));
  const folder = path.join(place, 'articles');
  const requests = (): string => readFileSync(path.join(place, requestsFile), 'utf8');

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session?.picture('failed-trust');
    await session?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it('has it asked as soon as it is trusted, and not before', async () => {
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, 'quai.txt'),
      'Le quai rouvre\n\nLa capitainerie de Port-Ébène rouvre le quai.\n',
    );
    nameCluster(folder, await notingServer(place));
    session = await startSession({ folder, hasWorkspaceTrust: true });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    await workbench.row('Dates', /Undated/).waitFor();
    assert.equal(requests(), '');
    await workbench.command('Workspaces: Manage Workspace Trust');
    const editor = workbench.page.locator('.workspace-trust-editor');
    await editor.getByRole('button', { name: 'Trust', exact: true }).click();
    await workbench.row('Dates', 'presse').waitFor();
    await session.picture('trust-granted');
    assert.match(requests(), /^[A-Z]+ \/presse/m);
  });
});
