import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/core/text/span.ts';
import { boilerplateFlags, sampleCorpus } from './sampleCorpus.ts';

/** A text with its labelled names, and the parts of it that are article. */
export interface Labelled {
  readonly text: string;
  readonly language: string;
  readonly zones: readonly Span[];
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** French news with labels, in the evaluation kit that lies beside the project, if at all. */
export const news = new URL('../../../shared/eval/entities/dev/open/winer-fr.dev.jsonl.gz', import.meta.url);

export function sampleRecords(): readonly Labelled[] {
  return sampleCorpus().map((article) => ({
    text: article.record.text,
    language: article.labels.metadata.lang,
    zones: articleZones(boilerplateFlags(article)),
    mentions: article.labels.mentions,
  }));
}

/** The stretches that the labels do not call boilerplate. */
function articleZones(flags: Uint8Array): readonly Span[] {
  const zones: Span[] = [];
  let start = 0;
  for (let i = 0; i <= flags.length; i++) {
    if (i < flags.length && flags[i] === 0) continue;
    if (i > start) zones.push({ start, end: i });
    start = i + 1;
  }
  return zones;
}

export function readNews(): readonly Labelled[] {
  const lines = gunzipSync(readFileSync(news)).toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { text, ents } = JSON.parse(line) as {
        text: string;
        ents: (readonly [number, number, string])[];
      };
      const mentions = ents.map(([start, end, type]) => ({ start, end, type }));
      return { text, language: 'fr', zones: [{ start: 0, end: text.length }], mentions };
    });
}
