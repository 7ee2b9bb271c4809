import { randomUUID } from 'node:crypto';
import type { CorpusStore } from './corpusStore.ts';

const lockId = '.settling';
/** A holder that has not been heard of for so long is gone. */
const heldMs = 60_000;
const renewMs = 15_000;
const askMs = 500;

interface Held {
  readonly holder: string;
  readonly until: number;
}

/**
 * One process at a time makes the entities of a corpus. The lock is a document that its holder renews; when the holder dies,
 * another takes it over a minute later. Two holders at once, after a clock that is off, would do the same work twice and no harm.
 */
export class SettlingLock {
  private readonly store: CorpusStore;
  private readonly holder: string;
  private readonly timer: NodeJS.Timeout;

  private constructor(store: CorpusStore, holder: string) {
    this.store = store;
    this.holder = holder;
    this.timer = setInterval(() => void put(store, holder, 'index').catch(() => undefined), renewMs);
    this.timer.unref();
  }

  static async take(store: CorpusStore): Promise<SettlingLock> {
    for (;;) {
      const lock = await SettlingLock.tryToTake(store);
      if (lock) return lock;
      await new Promise((resolve) => setTimeout(resolve, askMs));
    }
  }

  /** Undefined while another process holds it. */
  static async tryToTake(store: CorpusStore): Promise<SettlingLock | undefined> {
    const holder = randomUUID();
    return (await isTaken(store, holder)) ? new SettlingLock(store, holder) : undefined;
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    const held = await heldBy(this.store);
    if (held?.holder !== this.holder) return;
    await this.store.cluster.ask({ method: 'DELETE', path: pathOf(this.store), allowed: [404] });
  }
}

const pathOf = (store: CorpusStore): string => `/${store.names.files}/_doc/${lockId}`;

async function isTaken(store: CorpusStore, holder: string): Promise<boolean> {
  if (await put(store, holder, 'create')) return true;
  const held = await heldBy(store);
  if (held?.holder === holder) return true;
  if (held !== undefined && held.until > Date.now()) return false;
  await store.cluster.ask({ method: 'DELETE', path: pathOf(store), allowed: [404] });
  return put(store, holder, 'create');
}

async function put(store: CorpusStore, holder: string, operation: 'create' | 'index'): Promise<boolean> {
  const corpus: Held = { holder, until: Date.now() + heldMs };
  const { status } = await store.cluster.ask({
    method: 'PUT',
    path: `${pathOf(store)}?op_type=${operation}`,
    body: { corpus },
    allowed: [409],
  });
  return status !== 409;
}

async function heldBy(store: CorpusStore): Promise<Held | undefined> {
  const { body } = await store.cluster.ask<{ _source?: { corpus: Held } }>({
    method: 'GET',
    path: pathOf(store),
    allowed: [404],
  });
  return body._source?.corpus;
}
