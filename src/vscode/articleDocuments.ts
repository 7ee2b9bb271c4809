import type { DocumentFilter } from 'vscode';

/** Documents that may be articles, saved or not. `corpus` are records of files that hold many; nobody can write there. */
export const articleDocuments: readonly DocumentFilter[] = [
  { language: 'plaintext', scheme: 'file' },
  { language: 'plaintext', scheme: 'untitled' },
  { language: 'plaintext', scheme: 'vscode-vfs' },
  { scheme: 'corpus' },
  // Of these only the articles of an indexed corpus: see DocumentAnalyses.
  { language: 'markdown', scheme: 'file' },
];
