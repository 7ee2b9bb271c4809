import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/vscodeHost/paths.ts';
import { copyOfSample, startSession, type Session } from '../support/session.ts';

/** Takes the README's three pictures: the trees, a card, a cleaned article. */
describe('The pictures of the README', () => {
  const sample = copyOfSample();
  const article = 'teranga-ondes-change-de-mains.txt';
  const monthName =
    /^(January|February|March|April|May|June|July|August|September|October|November|December)/;
  const largestBytes = 160_000;
  let session: Session;

  before(async () => {
    session = await startSession({
      folder: sample.folder,
      viewport: { width: 1100, height: 660 },
      settings: {
        'breadcrumbs.enabled': false,
        'corpusExplorer.clean.review': 'never',
        'window.zoomLevel': -0.3,
      },
    });
    const { workbench } = session;
    await workbench.showContainer('Corpus');
    await workbench.widenSideBar(120);
    await workbench.row('Dates', /^20\d\d/).waitFor();
    await workbench.openFile(article);
  });
  after(async () => {
    await session.stop();
    sample.remove();
  });

  it('show the trees', async () => {
    const { workbench } = session;
    const [, first] = await workbench.rows('Entities');
    assert.ok(first);
    await workbench.expand('Entities', first.label);
    await workbench.row('Entities', /^(19|20)\d\d/).waitFor();
    await workbench.expand('Entities', /^(19|20)\d\d/);
    await workbench.expand('Dates', /^20\d\d/);
    await workbench.row('Dates', monthName).waitFor();
    await workbench.expand('Dates', monthName);
    await shoot('trees');
  });

  it('show a card', async () => {
    // Below the title, which has a hover of its own.
    await session.workbench.revealLine(19);
    await session.workbench.hover('Téranga Ondes');
    await shoot('hover');
    await session.workbench.page.keyboard.press('Escape');
  });

  it('show a cleaned article', async () => {
    const { workbench } = session;
    await workbench.command('Corpus: Clean Boilerplate');
    const message = await workbench.notification('Removed');
    await message.getByText('Show Diff').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await shoot('clean');
  });

  async function shoot(name: string): Promise<void> {
    const file = path.join(root, 'media', 'readme', `${name}.png`);
    await session.workbench.screenshot(file);
    const { size } = statSync(file);
    assert.ok(size <= largestBytes, `${name}.png has ${size} bytes`);
  }
});
