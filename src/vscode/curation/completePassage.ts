import { fillsLines, shortPassage, type ArticleId, type PassageChoice } from '../../core/index.ts';
import type { WorkerHost } from '../workerHost.ts';

/** Up to here a passage is one that may stand inside a sentence as well. UTF-16 code units. */
const longestLabel = 120;

/** An article as it stands in a document. */
export interface ShownArticle {
  readonly root: string;
  readonly article: ArticleId;
  readonly text: string;
}

/** A choice as the curation file is to hold it: cut short where it is long, and said to hold for whom. */
export async function completePassage(
  worker: WorkerHost,
  { root, article, text }: ShownArticle,
  choice: PassageChoice,
): Promise<PassageChoice> {
  const wholeLines = choice.wholeLines ?? standsOnLines(text, choice.text);
  const said = {
    ...choice,
    ...(choice.long ? {} : shortPassage(choice.text)),
    ...(wholeLines && { wholeLines }),
  };
  if (choice.outlet !== undefined || choice.article !== undefined) return said;
  const outlet = await worker.client.outletOf({ root, id: article, text });
  return outlet === '' ? said : { ...said, outlet, article };
}

/** Whether a short text fills its lines somewhere: then it is the line that is meant, not the words in any sentence. */
function standsOnLines(text: string, passage: string): boolean {
  const words = passage.trim();
  if (words.length > longestLabel || words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (fillsLines(text, { start: at, end: at + words.length })) return true;
  }
  return false;
}
