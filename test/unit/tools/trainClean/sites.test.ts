import assert from 'node:assert/strict';
import { registeredDomain, siteOfPage } from '../../../../tools/trainClean/sites.ts';

describe('sites of saved pages', () => {
  it('are told by the name that was registered', () => {
    assert.equal(registeredDomain('news.example.org'), 'example.org');
    assert.equal(registeredDomain('www.example.co.uk'), 'example.co.uk');
    assert.equal(registeredDomain('example.de'), 'example.de');
  });

  it('are read from the canonical link before the address for sharing', () => {
    const sharing = '<meta property="og:url" content="https://share.example.com/a">';
    const canonical = '<link href="https://www.example.org/a" rel="canonical">';
    assert.equal(siteOfPage(`<head>${sharing}${canonical}</head>`), 'example.org');
    assert.equal(siteOfPage(`<head>${sharing}</head>`), 'example.com');
    assert.equal(siteOfPage('<link rel=canonical href=https://example.net/b>'), 'example.net');
  });

  it('are not guessed', () => {
    assert.equal(siteOfPage('<link rel="canonical" href="/a"><p>www.example.org</p>'), undefined);
    assert.equal(siteOfPage('<link rel="stylesheet" href="https://example.org/a.css">'), undefined);
    assert.equal(siteOfPage('<link rel="canonical" href="https://">'), undefined);
  });
});
