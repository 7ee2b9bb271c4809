/** Stands in for `@vscode/native-watchdog`; VS Code's processes also look for their parent on a timer of their own. */
export function start(): void {
  // Nothing to watch natively.
}
