import assert from 'node:assert/strict';
import {
  hostsOfPage,
  hostsOfPath,
  isOfReservedSite,
  isReserved,
  registeredDomain,
} from '../../../../tools/trainClean/sites.ts';

describe('sites of saved pages', () => {
  it('are told by the name that was registered', () => {
    assert.equal(registeredDomain('news.example.org'), 'example.org');
    assert.equal(registeredDomain('www.example.co.uk'), 'example.co.uk');
    assert.equal(registeredDomain('example.de'), 'example.de');
  });

  it('are all that a page names itself by, a sister paper too, the canonical one first', () => {
    const sharing = '<meta property="og:url" content="https://share.example.com/a">';
    const canonical = '<link href="https://www.example.org/a" rel="canonical">';
    assert.deepEqual(hostsOfPage(`<head>${sharing}${canonical}</head>`), [
      'example.org',
      'share.example.com',
    ]);
    assert.deepEqual(hostsOfPage(`<head>${sharing}</head>`), ['share.example.com']);
    assert.deepEqual(hostsOfPage('<link rel=canonical href=https://example.net/b>'), ['example.net']);
  });

  it('are also those that its file and folders are named after', () => {
    assert.deepEqual(hostsOfPath('tests/sites/example.org/article-2.html'), ['example.org']);
    assert.deepEqual(hostsOfPath('news.example.com_1.html'), []);
    assert.deepEqual(hostsOfPath('html/example.com.html'), ['example.com']);
  });

  it('are not guessed', () => {
    assert.deepEqual(hostsOfPage('<link rel="canonical" href="/a"><p>www.example.org</p>'), []);
    assert.deepEqual(hostsOfPage('<link rel="stylesheet" href="https://example.org/a.css">'), []);
    assert.deepEqual(hostsOfPage('<link rel="canonical" href="https://">'), []);
    assert.deepEqual(hostsOfPage('<link rel="canonical" href="http://localname/2009/a">'), []);
  });

  it('are reserved where one of the hosts is, for it may be a sister paper that is named first', () => {
    assert.deepEqual(
      ['example.org', 'example.com', 'news.example.org', 'example.net', 'news.example.net'].map(isReserved),
      [false, false, true, true, false],
    );
    assert.ok(!isOfReservedSite(['example.org', 'example.com']));
    assert.ok(isOfReservedSite(['example.org', 'example.net']));
    assert.ok(isOfReservedSite(['news.example.org']), 'by its host');
    assert.ok(isOfReservedSite(['news.example.net']), 'by its registered domain');
  });
});
