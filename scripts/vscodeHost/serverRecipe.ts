/**
 * What a VS Code server is made of when it comes from npm packages alone: code-server's package holds VS Code's own server and
 * workbench, and its lockfile names the libraries. Only the part that opening folders, editing, searching and extensions
 * need is kept.
 */

/** code-server 4.139.1 is VS Code 1.139.1. */
export const codeServerVersion = '4.139.1';

/** The Node that VS Code release is built for; the checkout's own is taken when it has that major version. */
export const serverNodeVersion = '24.21.0';

/** Raise when the steps in `vscodeServer.ts` or the lists below change, so that caches are built again. */
export const recipeVersion = 1;

/** Libraries that the server, the extension host, the file watcher, the terminal host and the workbench load. */
export const serverLibraries: readonly string[] = [
  ...['cookie', 'ws', 'minimist', 'undici', 'http-proxy-agent', 'https-proxy-agent', '@vscode/proxy-agent'],
  ...['yauzl', 'yazl', 'tas-client', '@microsoft/1ds-core-js', '@microsoft/1ds-post-js'],
  ...[
    '@parcel/watcher',
    '@vscode/ripgrep-universal',
    '@vscode/iconv-lite-umd',
    'jschardet',
    '@vscode/vscode-languagedetection',
  ],
  ...[
    'node-pty',
    '@xterm/headless',
    '@xterm/xterm',
    '@xterm/addon-clipboard',
    '@xterm/addon-image',
    '@xterm/addon-ligatures',
  ],
  ...[
    '@xterm/addon-progress',
    '@xterm/addon-search',
    '@xterm/addon-serialize',
    '@xterm/addon-unicode11',
    '@xterm/addon-webgl',
  ],
  ...['vscode-oniguruma', 'vscode-textmate', 'vscode-regexpp', '@vscode/tree-sitter-wasm', 'katex'],
];

/** Built-in extensions that need a network or a desktop, or bring libraries that are not kept. */
export const droppedExtensions: readonly string[] = [
  ...[
    'copilot',
    'mermaid-markdown-features',
    'mermaid-chat-features',
    'git',
    'github',
    'microsoft-authentication',
  ],
  ...['tunnel-forwarding', 'ms-vscode.vscode-js-profile-table', 'ms-vscode.js-debug-companion'],
];

/**
 * Native libraries that would have to be compiled: small stand-ins are written in their place. All others bring binaries
 * in their npm packages.
 */
export const standIns: Readonly<Record<string, string>> = {
  '@vscode/spdlog': 'spdlog.ts',
  '@vscode/native-watchdog': 'nativeWatchdog.ts',
  '@vscode/deviceid': 'deviceId.ts',
};
