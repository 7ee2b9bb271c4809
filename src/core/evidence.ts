/**
 * Why something was decided: a rule's id and the values a sentence about it needs. Views turn it into words in the
 * user's language with `describeEvidence`; nothing in core builds sentences.
 */
export interface Evidence {
  /** camelCase, stable: it stands in the command line's output as `rule`. */
  readonly rule: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
