import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Workbench } from '../../scripts/vscodeHost/workbench.ts';
import { startSession, type Session } from './support/session.ts';

const body = (about: string): string =>
  Array.from(
    { length: 4 },
    (_, i) =>
      `Les ${about} de la vallée ont voté la réfection des digues avant la saison des crues, et la régie des eaux promet ${String(i + 3)} chantiers.`,
  ).join('\n');

/** One article for each thing that a date can be. */
const articles: Readonly<Record<string, string>> = {
  'gazette/digues.txt': `Les meuniers votent la réfection des digues\nPublié le 7 mai 2014\n\n${body('meuniers')}\n\nLe 3 mars 2013, la crue avait noyé deux quais, a rappelé le maire.\n`,
  'gazette/digues-reprise.txt': `Digues : les meuniers disent oui\nPublié le 9 juin 2014\n\n${body('meuniers')}\n\nLe 3 mars 2013, la crue avait noyé deux quais, a rappelé le maire.\n`,
  'gazette/2016-11-30-quais.txt': `Les quais seront rehaussés avant l’hiver\n\n${body('bateliers')}\n`,
  'gazette/2015-01-20-ecluses.txt': `Une écluse de plus pour le canal\nPublié le 4 février 2015\n\n${body('éclusiers')}\n`,
  'gazette/avenir.txt': `Un pont pour les deux rives\nPublié le 12 avril 2094\n\n${body('passeurs')}\n`,
  'gazette/sans-date.txt': `Le moulin cherche un repreneur\n\n${body('voisins')}\n`,
  'gazette/evenement.txt': `La halle a changé de mains\n\n${body('marchands')}\n\nDepuis le 12 décembre 2017, la halle a été reprise par une coopérative.\n`,
};

for (const { theme, language } of [
  { theme: 'Dark Modern', language: 'en' },
  { theme: 'Light Modern', language: 'fr' },
] as const) {
  describe(`Dates in ${theme}, ${language}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-dates-'));
    const isFrench = language === 'fr';
    const say = (english: string, french: string): string => (isFrench ? french : english);
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      for (const [name, text] of Object.entries(articles)) {
        mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      session = await startSession({ folder, theme, language, viewport: { width: 1280, height: 900 } });
      workbench = session.workbench;
    });
    after(async () => {
      await session.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed')
        await session.picture(`failed-dates-${language}-${this.currentTest.title}`);
    });

    it('says in the tree how sure a date is, and why there is none', async () => {
      await workbench.showContainer('Corpus');
      await workbench.row('Dates', /^2016/).waitFor();
      // Lists show the rows there is room for: the dates get that of the entities.
      await workbench.view(say('Entities', 'Entités')).locator('.pane-header').click();
      await workbench.expand('Dates', /^2016/);
      await workbench.expand('Dates', say('November', 'Novembre'));
      await workbench.expand('Dates', say('Undated', 'Sans date'));
      await workbench.row('Dates', say('Only dates of events', 'Seulement des dates d’événements')).waitFor();
      await session.picture(`dates-${language}-1-tree`);
    });

    it('has a view of what is in doubt', async () => {
      const view = say('Review', 'À vérifier');
      await workbench.view(view).locator('.pane-header').click();
      await workbench.expand(view, say('Two sources disagree', 'Deux sources se contredisent'));
      await workbench.expand(view, say('Same text under two dates', 'Même texte sous deux dates'));
      await session.picture(`dates-${language}-2-review`);
      await workbench
        .row(view, /digues/i)
        .first()
        .click();
      await workbench.page.locator('.editor-group-container.active .selected-text').first().waitFor();
    });

    it('tells over the dateline by what it was read', async () => {
      const card = await workbench.hover('juin 2014');
      assert.match(await card.innerText(), isFrench ? /date de publication/ : /date of publication/);
      await session.picture(`dates-${language}-3-hover`);
      await workbench.command(say('Corpus: Why This Date?', 'Corpus: Pourquoi cette date ?'));
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.first().waitFor();
      await session.picture(`dates-${language}-3-why`);
      assert.ok((await rows.count()) >= 2);
      await workbench.page.keyboard.press('Escape');
    });

    it('takes the date that the user chooses', async () => {
      await workbench.command(say('Corpus: Set Publication Date…', 'Corpus: Fixer la date de publication…'));
      const input = workbench.page.locator('.quick-input-widget input[type="text"]');
      await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await session.picture(`dates-${language}-4-set`);
      await input.fill('2013-02');
      await session.picture(`dates-${language}-5-typed`);
      await workbench.page.keyboard.press('Enter');
      await workbench.row('Dates', /^2013/).waitFor();
      await workbench.expand('Dates', /^2013/);
      await session.picture(`dates-${language}-6-followed`);
    });
  });
}
