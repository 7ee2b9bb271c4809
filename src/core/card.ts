import type { EntityCard } from './index/corpusIndex.ts';

export type { EntityCard };
