/** Of a question, in code units: one that lists thousands of articles would itself fill the memory. */
const longestKey = 2000;

/** Answers by what was asked: the last ones, as many as their sizes allow. */
export class KeptAnswers<Answer> {
  private readonly kept = new Map<string, Answer>();
  private readonly most: number;
  private readonly sizeOf: (answer: Answer) => number;
  private size = 0;

  /** Without sizes, `most` is how many are kept. */
  constructor(most: number, sizeOf: (answer: Answer) => number = () => 1) {
    this.most = most;
    this.sizeOf = sizeOf;
  }

  get(key: string, answer: () => Answer): Answer {
    if (key.length > longestKey) return answer();
    const found = this.take(key) ?? answer();
    this.kept.set(key, found);
    this.size += this.sizeOf(found);
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most || oldest === key) break;
      this.take(oldest);
    }
    return found;
  }

  /** What is kept, without making it. */
  known(key: string): Answer | undefined {
    return this.kept.get(key);
  }

  forget(): void {
    this.kept.clear();
    this.size = 0;
  }

  private take(key: string): Answer | undefined {
    const known = this.kept.get(key);
    if (known === undefined) return undefined;
    this.kept.delete(key);
    this.size -= this.sizeOf(known);
    return known;
  }
}
