import { emptyCuration, type Curation, type CurationProblem } from '../../core/index.ts';
import { readCuration, type CurationReading } from '../../formats/curation/curationFile.ts';
import { loadCurationText } from '../../formats/curation/curationStorage.ts';

/** What the curation file of a corpus says now. */
export interface CurationNow {
  /** Undefined when the file cannot be read at present, and never could be by this process. */
  readonly curation: Curation | undefined;
  readonly problems: readonly CurationProblem[];
}

interface Known extends CurationNow {
  readonly text: string | undefined;
}

/** By corpus root: most questions come while the file is what it was. */
const known = new Map<string, Known>();
const keptRoots = 16;

/**
 * Reads what the user has put right in a corpus. While the file is broken, or cannot be read, what it said before holds.
 * Never rejects.
 */
export async function curationOf(root: string): Promise<CurationNow> {
  const before = known.get(root);
  let text: string | undefined;
  try {
    text = await loadCurationText(root);
  } catch {
    return before ?? { curation: undefined, problems: [] };
  }
  if (before?.text === text && before !== undefined) return before;
  const { curation, problems }: CurationReading =
    text === undefined ? { curation: emptyCuration, problems: [] } : readCuration(text);
  const now: Known = { text, curation: curation ?? before?.curation, problems };
  if (known.size >= keptRoots) known.delete(known.keys().next().value!);
  known.set(root, now);
  return now;
}
