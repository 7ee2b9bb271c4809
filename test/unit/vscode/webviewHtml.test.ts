import assert from 'node:assert/strict';
import { webviewHtml } from '../../../src/vscode/webviewHtml.ts';

const parts = {
  script: 'https://x/a.js',
  styles: ['https://x/page.css', 'https://x/a.css'],
  styleSource: 'https://x',
  nonce: 'bm9uY2U=',
};

describe('webviewHtml', () => {
  it('lets in its own script and style sheets, and nothing else', () => {
    const html = webviewHtml({ ...parts, language: 'fr' });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, "default-src 'none'; style-src https://x; script-src 'nonce-bm9uY2U='");
    assert.match(html, /<html lang="fr">/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(html.indexOf('page.css') < html.indexOf('a.css'));
    assert.ok(html.includes('<script nonce="bm9uY2U=" src="https://x/a.js">'));
  });

  it('takes no markup for a language', () => {
    assert.match(webviewHtml({ ...parts, language: 'fr"><script>' }), /<html lang="en">/);
  });
});
