/** Which part of a list is wanted. A limit below 1 or a cursor that no page gave throws a RangeError. */
export interface PageRequest {
  /** Items at most. */
  readonly limit: number;
  /** Opaque, from the page before. */
  readonly cursor?: string;
}

/** One part of a list; `cursor` is absent on its last page. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Number of items without paging. */
  readonly total: number;
  readonly cursor?: string;
  /** The generation of the index the answer was read from. */
  readonly generation: number;
  /** The counts are approximate (distributed engines). */
  readonly isApproximate?: boolean;
}

/** A page before it is told which generation of the index it was read from. */
export type Slice<T> = Omit<Page<T>, 'generation'>;
