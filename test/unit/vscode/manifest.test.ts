import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string; icon?: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly submenus: readonly { id: string }[];
    readonly keybindings: readonly { command: string }[];
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly walkthroughs: readonly {
      id: string;
      steps: readonly {
        id: string;
        title: string;
        description: string;
        media: { image: Readonly<Record<string, string>>; altText: string };
        completionEvents: readonly string[];
      }[];
    }[];
  };
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;
const { commands, menus } = contributes;
const declared = new Set(commands.map(({ command }) => command));

describe('the commands of the manifest', () => {
  const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));

  it('have titles and a category in the language of the user', () => {
    for (const { command, title, category } of commands) {
      assert.match(title, /^%command\.[\w.]+%$/, command);
      assert.equal(category, '%category%', command);
    }
  });

  it('are all reached by the keyboard: in the palette, or in the menu of what they are about', () => {
    const inMenus = new Set(
      Object.entries(menus).flatMap(([menu, items]) =>
        menu === 'commandPalette'
          ? []
          : // What stands only beside a row is shown to a mouse.
            items.filter(({ group = '' }) => !group.startsWith('inline')).map(({ command }) => command),
      ),
    );
    const unreachable = [...declared].filter((id) => palette.get(id) === 'false' && !inMenus.has(id));
    assert.deepEqual(unreachable, []);
  });

  it('stand in the palette only where they have a subject', () => {
    // They act on a row: without one, they would do nothing.
    const onRows = [
      'openToSide',
      'compareVersions',
      'revealInOtherTree',
      'copyName',
      'acceptName',
      'rejectName',
    ];
    for (const name of onRows) assert.equal(palette.get(`corpusExplorer.${name}`), 'false', name);
  });

  it('ask about dates wherever an article is, in Markdown too', () => {
    const inEditor = new Map(menus['editor/context']?.map(({ command, when }) => [command, when]));
    for (const menu of [palette, inEditor])
      for (const name of ['whyThisDate', 'setPublicationDate'])
        assert.match(menu.get(`corpusExplorer.${name}`) ?? '', /\|\| corpusExplorer\.isArticle$/, name);
  });

  it('have an icon where a title bar or a row shows them', () => {
    const icons = new Map(commands.map(({ command, icon }) => [command, icon]));
    for (const menu of ['view/title', 'editor/title', 'view/item/context'])
      for (const { command, group = '' } of menus[menu] ?? []) {
        const isButton = group.startsWith(menu === 'view/item/context' ? 'inline' : 'navigation');
        if (command !== undefined && isButton) assert.ok(icons.get(command), `${command} in ${menu}`);
      }
  });

  it('are named by no menu, key or view that does not exist', () => {
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const [menu, items] of Object.entries(menus))
      for (const { command, submenu } of items)
        assert.ok(
          command === undefined ? submenus.has(submenu!) : declared.has(command),
          `${menu}: ${command ?? submenu}`,
        );
    for (const { command } of contributes.keybindings) assert.ok(declared.has(command), command);
  });
});

describe('the first steps', () => {
  const [walkthrough] = contributes.walkthroughs;
  const tables = ['package.nls.json', 'package.nls.fr.json'].map(
    (name) => JSON.parse(read(name)) as Readonly<Record<string, string>>,
  );
  const steps = walkthrough?.steps ?? [];

  it('are four, each with words, pictures and something that ends it', () => {
    assert.equal(steps.length, 4);
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    for (const { completionEvents } of steps) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [kind, id = ''] = event.split(':');
        if (kind === 'onCommand') assert.ok(declared.has(id), event);
        else if (kind === 'onView') assert.ok(views.includes(id), event);
        else assert.equal(kind, 'onContext', event);
      }
    }
  });

  it('have their pictures in both languages, for light and dark, and small', () => {
    for (const { media } of steps)
      for (const key of Object.values(media.image))
        for (const table of tables) {
          const file = table[key.replaceAll('%', '')] ?? '';
          assert.ok(existsSync(path.join(root, file)), `${key}: ${file}`);
          assert.ok(statSync(path.join(root, file)).size <= 90_000, file);
        }
  });
});
