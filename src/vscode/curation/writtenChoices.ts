import { commands } from 'vscode';
import type { CurationUndo } from '../../worker/protocol.ts';

/** What was written into the curation file of a corpus, with the way back. */
export interface WrittenChoice {
  readonly root: string;
  readonly undo: CurationUndo;
}

/** Of choices that can be taken back one after the other. */
const mostUndos = 100;

/** What was written in this window and can be taken back; the menus are told whether there is any. */
export class WrittenChoices {
  /** The last one last. */
  private readonly choices: WrittenChoice[] = [];

  get last(): WrittenChoice | undefined {
    return this.choices.at(-1);
  }

  has(choice: WrittenChoice): boolean {
    return this.choices.includes(choice);
  }

  remember(choice: WrittenChoice): void {
    this.choices.push(choice);
    if (this.choices.length > mostUndos) this.choices.shift();
    this.tell();
  }

  forget(choice: WrittenChoice): void {
    const at = this.choices.indexOf(choice);
    if (at >= 0) this.choices.splice(at, 1);
    this.tell();
  }

  private tell(): void {
    const canUndo = this.choices.length > 0;
    void commands.executeCommand('setContext', 'corpusExplorer.canUndoCuration', canUndo);
  }
}
