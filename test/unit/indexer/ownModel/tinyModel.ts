import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onnxLookup } from './onnxFile.ts';

export const tinyLabels = ['O', 'B-ORG', 'I-ORG', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-MISC'] as const;
export type TinyLabel = (typeof tinyLabels)[number];

/** So much likelier than any other is a label that a tiny model gives. */
export const tinyLead = 6;

/**
 * Writes the folder of a model that knows a few words, and gives each its label; all others are in no name. Words are
 * parted as in BERT: a word that is not among `words` falls into the letters it is made of.
 */
export function writeTinyModel(folder: string, words: Readonly<Record<string, TinyLabel>>): string {
  mkdirSync(folder, { recursive: true });
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?’«»()-');
  const pieces = [
    ...['[PAD]', '[UNK]', '[CLS]', '[SEP]'],
    ...Object.keys(words),
    ...letters,
    ...letters.map((letter) => `##${letter}`),
  ];
  const table = pieces.map((piece) => {
    const label = tinyLabels.indexOf(words[piece] ?? 'O');
    return tinyLabels.map((_, i) => (i === label ? tinyLead : 0));
  });
  writeFileSync(path.join(folder, 'model.onnx'), onnxLookup(table));
  writeJson(folder, 'config.json', { id2label: Object.fromEntries(tinyLabels.entries()) });
  writeJson(folder, 'tokenizer_config.json', { model_max_length: 48 });
  writeJson(folder, 'tokenizer.json', {
    version: '1.0',
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content, id) => ({
      ...{ id, content, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false },
    })),
    normalizer: null,
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [],
      special_tokens: { '[CLS]': ids('[CLS]', 2), '[SEP]': ids('[SEP]', 3) },
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
    },
  });
  return folder;
}

const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
const ids = (token: string, id: number) => ({ id: token, ids: [id], tokens: [token] });

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value));
}
