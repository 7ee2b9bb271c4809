/**
 * Knows which answers about a tree still hold. What VS Code asks and what a refresh asks are under way at one time, and an
 * answer may come when its subject has moved on, or after that of a later question.
 */
export class AnswerOrder {
  /** Counts questions and changes in the order in which they come. */
  private clock = 0;
  private changedAt = 0;
  private readonly answered = new Map<string | undefined, number>();

  /** Contents or filter are others from now on. */
  change(): void {
    this.changedAt = ++this.clock;
  }

  /** A question about a node, or the root; to be named when its answer comes. */
  ask(): number {
    return ++this.clock;
  }

  /** Takes an answer, unless that of a later question about the same node was taken: then it is to be thrown away. */
  take(node: string | undefined, question: number): boolean {
    if ((this.answered.get(node) ?? 0) > question) return false;
    this.answered.set(node, question);
    return true;
  }

  /** Whether something has changed since a question was asked: its answer may be of before. */
  isOld(question: number): boolean {
    return question < this.changedAt;
  }

  forget(node: string): void {
    this.answered.delete(node);
  }
}
