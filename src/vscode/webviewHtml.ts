/** What a page is made of; addresses as the webview gives them. */
export interface WebviewParts {
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from. */
  readonly styleSource: string;
  /** Of this page alone. */
  readonly nonce: string;
  readonly language: string;
}

/**
 * The page of a webview: its own script and style sheet and nothing else. No network, no inline script, no markup from a
 * corpus: what is shown comes as data and is written as text.
 */
export function webviewHtml({ script, style, styleSource, nonce, language }: WebviewParts): string {
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(language) ? language : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Corpus Explorer</title>
<link rel="stylesheet" href="${style}">
</head>
<body><main id="root"></main><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
