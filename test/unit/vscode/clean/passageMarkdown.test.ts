import assert from 'node:assert/strict';
import type { Boilerplate } from '../../../../src/core/index.ts';
import { keptMarkdown, passageMarkdown } from '../../../../src/vscode/clean/passageMarkdown.ts';
import { english } from '../english.ts';

describe('passageMarkdown', () => {
  const passage: Boilerplate = {
    start: 0,
    end: 5,
    kind: 'teaser',
    evidence: { rule: 'linksAfterHeading', values: { heading: '[See](command:x) $(bug) <b>' } },
    confidence: 0.974,
  };
  const actions = [{ title: 'Keep This', link: 'command:a?b' }];

  it('says what it is, why, how sure, and what can be done', () => {
    const ticker = { ...passage, evidence: { rule: 'headlinesOnOneLine', values: { headlines: 48 } } };
    assert.equal(
      passageMarkdown(english, { ...ticker, kind: 'ticker' }, actions),
      '**Ticker** · 48 headlines on one line\n\nBoilerplate\\, 97 \\% sure\n\n[Keep This](command:a?b)',
    );
  });

  it('says that it is in doubt', () => {
    const doubtful = passageMarkdown(english, { ...passage, confidence: 0.62 }, actions);
    assert.match(doubtful, /In doubt\\: boilerplate at 62 /);
  });

  it('marks what the user decided with a pencil, and does not guess how sure that is', () => {
    const own = passageMarkdown(english, { ...passage, evidence: { rule: 'userChoice' }, confidence: 1 }, []);
    assert.equal(own, '$(edit) **Teasers** · your own choice');
  });

  it('says of what stays that the user said so', () => {
    assert.equal(keptMarkdown(english), '$(edit) **Part of the article** · your own choice');
  });

  it('lets nothing of the page become markup', () => {
    const [line = ''] = passageMarkdown(english, passage, actions).split('\n');
    assert.doesNotMatch(line, /(?<!\\)[[\]<`]|\$\(bug/);
  });
});
