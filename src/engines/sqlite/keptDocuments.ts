/** Numbers kept in memory, of all answers together: 8 MB. */
const mostNumbers = 2_000_000;

/** The articles that were found last, by the question: pages, counts and trees under one filter, and the years and the card of one entity, ask for the same ones. */
export class KeptDocuments {
  private readonly kept = new Map<string, Uint32Array>();
  private numbers = 0;

  get(key: string, find: () => Uint32Array): Uint32Array {
    const known = this.take(key) ?? find();
    this.kept.set(key, known);
    this.numbers += known.length;
    for (const oldest of this.kept.keys()) {
      if (this.numbers <= mostNumbers) break;
      this.take(oldest);
    }
    return known;
  }

  forget(): void {
    this.kept.clear();
    this.numbers = 0;
  }

  private take(key: string): Uint32Array | undefined {
    const known = this.kept.get(key);
    this.kept.delete(key);
    this.numbers -= known?.length ?? 0;
    return known;
  }
}
