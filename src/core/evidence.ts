/**
 * Why something was decided: a rule's id and the values a sentence about it needs. The sentences
 * are tables by rule (`boilerplateRules`, `skipSentences`): core tells them in English, a view in its user's language.
 */
export interface Evidence {
  /** camelCase, stable: it stands in the command line's output as `rule`. */
  readonly rule: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
