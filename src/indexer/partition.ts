import { createHash } from 'node:crypto';

/** One of several parts that a corpus is filled in, on as many machines as one likes. */
export interface Partition {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Reads `3/16`; undefined for what is none. */
export function parsePartition(text: string): Partition | undefined {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [number, of] = [Number(match?.[1]), Number(match?.[2])];
  return match && number >= 1 && number <= of ? { number, of } : undefined;
}

export function formatPartition({ number, of }: Partition): string {
  return `${number}/${of}`;
}

/** Whether an article, by its id, is of a part: the same on every machine and in every run. */
export function isInPartition(id: string, partition: Partition | undefined): boolean {
  if (!partition) return true;
  return createHash('sha256').update(id).digest().readUInt32BE(0) % partition.of === partition.number - 1;
}
