import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.artifacts/', '**/*.mjs', '**/*.cjs', 'eslint.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `noUncheckedIndexedAccess` makes every table lookup possibly undefined; inside loops whose bound is the table's
      // length the assertion says so, where a check could never fail.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      // Scraped text holds every control character; patterns must be able to name them.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    languageOptions: { parserOptions: { project: ['./src/core/tsconfig.json'] } },
  },
  {
    files: ['src/webview/**/*.ts'],
    languageOptions: { parserOptions: { project: ['./src/webview/tsconfig.json'] } },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // mocha's describe/it callbacks and fast-check's assertions are the caller's to await.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
);
