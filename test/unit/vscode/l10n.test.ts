import assert from 'node:assert/strict';
import { withoutLinks } from '../../../src/vscode/l10n.ts';
import { hostileStrings } from '../security/hostileStrings.ts';

/** As VS Code finds links in notifications and prompts (its `parseLinkedText`). */
const linked = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('withoutLinks', () => {
  it('keeps words of articles from becoming links of a notification', () => {
    assert.match('“[a](command:x)” cannot be opened', linked);
    for (const text of [...hostileStrings, '[a](COMMAND:x)', '[a](file:///etc/passwd)', '[a](http://x)'])
      assert.doesNotMatch(withoutLinks(`“${text}” cannot be opened`), linked);
  });

  it('changes nothing else', () => {
    assert.equal(withoutLinks('[a] (b) [c](d)'), '[a] (b) [c](d)');
    assert.equal(withoutLinks('[a](command:x)').replaceAll('\u2060', ''), '[a](command:x)');
  });
});
