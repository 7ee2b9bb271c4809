/**
 * Trains the model of the finder for HTML pages alone: `node tools/trainClean/trainPages.ts DIR...`, where each DIR holds
 * `docs.jsonl.gz` and the raw pages it names. Writes models/cleanPage.json.
 */
import { writePageModel } from './pageTraining.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Usage: trainPages.ts DIR...');
writePageModel(folders, 'models/cleanPage.json');
