import { window } from 'vscode';

export interface Dialogs {
  /** What was asked and said, with the details of a dialog; oldest first. */
  readonly said: readonly string[];
  /** Gives VS Code its own dialogs back. */
  restore(): void;
}

type Shown = string | { readonly detail?: string };

/** Answers in the user's place: each message with the button that has this label, if it has one; with nothing else. */
export function answerDialogs(label: string): Dialogs {
  const { showInformationMessage, showWarningMessage, showErrorMessage } = window;
  const said: string[] = [];
  const answer = (message: string, ...rest: readonly Shown[]): Promise<string | undefined> => {
    const details = rest.flatMap((each) => (typeof each === 'string' ? [] : (each.detail ?? [])));
    said.push([message, ...details].join(' '));
    return Promise.resolve(rest.includes(label) ? label : undefined);
  };
  const all = { showInformationMessage: answer, showWarningMessage: answer, showErrorMessage: answer };
  Object.assign(window, all);
  return {
    said,
    restore: () => Object.assign(window, { showInformationMessage, showWarningMessage, showErrorMessage }),
  };
}
