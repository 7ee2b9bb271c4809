import { describeOwnModelProblem, type Evidence } from '../../core/index.ts';

/** Names cannot be read with the user's own model: the message says why and what to do. */
export class OwnModelProblem extends Error {
  override readonly name = 'OwnModelProblem';
  readonly evidence: Evidence;

  constructor(evidence: Evidence, cause?: unknown) {
    super(describeOwnModelProblem(evidence), { cause });
    this.evidence = evidence;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
