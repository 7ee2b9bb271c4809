import type { TextEditor } from 'vscode';
import type { ArticleAnalysis } from '../../core/index.ts';
import type { Services } from '../services.ts';
import type { TextSnapshots } from './textSnapshots.ts';

/** One article that is being cleaned. */
export interface Cleaning {
  readonly services: Services;
  readonly snapshots: TextSnapshots;
  readonly editor: TextEditor;
  /** Of the text that the editor shows, with the passages that may go: all of it, or what lies in the selection. */
  readonly analysis: Pick<ArticleAnalysis, 'text' | 'boilerplate'>;
}
