/** What VS Code gives a page in a webview. */
interface WebviewHost {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): WebviewHost;

let host: WebviewHost | undefined;

/** Sends a message to the extension. */
export function tell(message: unknown): void {
  host ??= acquireVsCodeApi();
  host.postMessage(message);
}

/** An element with classes and a text; never markup, since names come from scraped pages. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}
