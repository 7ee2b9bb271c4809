import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/**
 * The page of a webview: its own script and style sheet and nothing else. No network, no inline script, no markup from a
 * corpus: what is shown comes as data and is written as text.
 */
export function pageOf(webview: Webview, extensionUri: Uri, name: string, language: string): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'webview', `${name}.css`));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(language) ? language : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Corpus Explorer</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body><main id="root"></main><script nonce="${nonce}" src="${script.toString()}"></script></body>
</html>`;
}
