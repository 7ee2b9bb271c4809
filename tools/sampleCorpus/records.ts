// Prints the sample corpus as records for `corpus-explorer analyze --jsonl --corpus`; a folder is a source.
import { readArticleText, readLabels } from './readLabels.ts';

for (const labels of readLabels()) {
  const record = { id: labels.file, text: readArticleText(labels), source: labels.file.split('/')[0] };
  console.log(JSON.stringify(record));
}
