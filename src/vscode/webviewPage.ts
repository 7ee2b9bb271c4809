import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { webviewHtml } from './webviewHtml.ts';

/** The page of a webview, with its script and its style sheet. */
export function pageOf(webview: Webview, extensionUri: Uri, name: string, language: string): string {
  return webviewHtml({
    script: webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`)).toString(),
    style: webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'webview', `${name}.css`)).toString(),
    styleSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    language,
  });
}
