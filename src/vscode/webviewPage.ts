import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { webviewHtml } from './webviewHtml.ts';

/** The page of a webview, with its script, what all pages look like, and its own style sheet. */
export function pageOf(webview: Webview, extensionUri: Uri, name: string, language: string): string {
  return webviewHtml({
    script: webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`)).toString(),
    styles: ['page', name].map((sheet) =>
      webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'webview', `${sheet}.css`)).toString(),
    ),
    styleSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    language,
  });
}
