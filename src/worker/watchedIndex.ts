import type { CorpusIndex } from '../core/index.ts';

/** How a connection is, as the user is told. */
export type ConnectionState =
  | { readonly kind: 'connected' | 'slow' }
  /** `rule` as in `ClusterError`; `detail` is the server's or the system's own word. */
  | { readonly kind: 'lost'; readonly rule: string; readonly server: string; readonly detail: string };

/** An answer that takes longer is one that somebody waits for. */
const slowMs = 2500;

/** Follows what becomes of questions, and tells when that says something new of the connection. */
export class ConnectionWatch {
  private readonly tell: (state: ConnectionState) => void;
  private readonly toState: (error: unknown) => ConnectionState | undefined;
  private said: ConnectionState | undefined;
  /** Questions that somebody waits for. */
  private readonly slow = new Set<object>();

  /** `toState` gives the state that an error speaks of; undefined when it says nothing of the connection. */
  constructor(
    toState: (error: unknown) => ConnectionState | undefined,
    tell: (state: ConnectionState) => void,
  ) {
    this.toState = toState;
    this.tell = tell;
  }

  /** The last that was heard of it. */
  get isLost(): boolean {
    return this.said?.kind === 'lost';
  }

  async follow<T>(ask: () => Promise<T>): Promise<T> {
    const question = {};
    const before = this.said;
    const timer = setTimeout(() => {
      this.slow.add(question);
      // While it is lost, one more question that waits is no news.
      if (this.said?.kind !== 'lost') this.say({ kind: 'slow' });
    }, slowMs);
    try {
      const answer = await ask();
      this.slow.delete(question);
      if (this.slow.size === 0) this.say({ kind: 'connected' });
      return answer;
    } catch (error) {
      const state = this.toState(error);
      // Asked while it was lost, and once only: that is no news when another question has been answered meanwhile.
      const isOld = before?.kind === 'lost' && this.said?.kind !== 'lost';
      if (state && !isOld) this.say(state);
      throw error;
    } finally {
      clearTimeout(timer);
      this.slow.delete(question);
    }
  }

  private say(state: ConnectionState): void {
    if (JSON.stringify(state) === JSON.stringify(this.said)) return;
    this.said = state;
    this.tell(state);
  }
}

/** An index of which every question is followed by a watch. */
export function watchedIndex(index: CorpusIndex, watch: ConnectionWatch): CorpusIndex {
  return new Proxy(index, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown =>
        watch.follow(() => (value as (...args: unknown[]) => Promise<unknown>).apply(target, [...args]));
    },
  });
}
