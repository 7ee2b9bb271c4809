// Import boundaries: one rule per line of the layer table in ARCHITECTURE.md. Type-only imports count too.
const only = (layer, ...allowed) => ({
  name: `${layer}-imports-only-what-its-layer-allows`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [`${layer}/`, ...allowed].map((l) => `^src/${l}`) },
});

module.exports = {
  forbidden: [
    only('formats', 'core/'),
    only('engines', 'core/'),
    only('indexer', 'core/', 'formats/', 'engines/'),
    only('worker', 'core/', 'formats/', 'engines/', 'indexer/'),
    only('cli', 'core/', 'formats/', 'engines/', 'indexer/'),
    only('webview'),
    only('vscode', 'core/', 'webview/messages/', 'worker/client\\.ts$', 'worker/protocol\\.ts$'),
    {
      name: 'core-has-no-outside',
      comment: 'eld is a pure table lookup without I/O; every other library stays outside core.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', '^node_modules/eld/', '^eld/'] },
    },
    {
      name: 'vscode-api-only-in-adapter',
      severity: 'error',
      from: { pathNot: '^(src/vscode|test/vscode)/' },
      to: { path: '^(vscode$|node_modules/@types/vscode/)' },
    },
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^src/(vscode/extension|worker/main|indexer/thread|cli/main)\\.ts$' },
    },
    { name: 'src-does-not-import-tests-or-tools', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|tools|scripts)/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.js', '.json'] },
  },
};
