/**
 * Trains the model of the finder for HTML pages alone: `node tools/trainClean/trainPages.ts DIR [OUTPUT]`, where DIR
 * holds `docs.jsonl.gz` and the raw pages it names, and OUTPUT is models/cleanPage.json unless told.
 */
import { writePageModel } from './pageTraining.ts';

const [folder, output] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: trainPages.ts DIR [OUTPUT]');
writePageModel(folder, output);
