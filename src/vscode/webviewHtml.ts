/** What a page is made of; addresses as the webview gives them. */
export interface WebviewParts {
  readonly script: string;
  /** In the order in which they hold. */
  readonly styles: readonly string[];
  /** Where style sheets may come from. */
  readonly styleSource: string;
  /** Of this page alone. */
  readonly nonce: string;
  readonly language: string;
}

/**
 * The page of a webview: its own script and style sheets and nothing else. No network, no inline script, no markup from a
 * corpus: what is shown comes as data and is written as text.
 */
export function webviewHtml({ script, styles, styleSource, nonce, language }: WebviewParts): string {
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(language) ? language : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Corpus Explorer</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body><main id="root"></main><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
