import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nameLabels, type NameLabel } from './nameLabels.ts';
import { messageOf, OwnModelProblem } from './ownModelProblem.ts';

/** What a folder with a model says of it. */
export interface OwnModelFiles {
  /** Absolute. */
  readonly folder: string;
  /** The ONNX file; absolute. */
  readonly model: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly labels: readonly NameLabel[];
  /** Word pieces that the model takes at once, the special ones among them. */
  readonly longest: number;
}

/** Where exporters put it; of several the smaller one, which is faster. */
const modelNames = ['onnx/model_quantized.onnx', 'model_quantized.onnx', 'onnx/model.onnx', 'model.onnx'];

/** Positions of the commonest models, and more words than a sentence has: longer stretches cost more than they help. */
const mostPieces = 512;

/** Reads all of a model folder but the weights. Throws `OwnModelProblem`. */
export function readOwnModelFiles(folder: string): OwnModelFiles {
  if (!isFolder(folder)) throw new OwnModelProblem({ rule: 'ownModelFolderMissing', values: { folder } });
  const config = readJson(folder, 'config.json');
  const model = modelNames.find((name) => existsSync(path.join(folder, name)));
  if (model === undefined) throw missing(folder, 'model.onnx');
  const tokenizer = readJson(folder, 'tokenizer.json');
  const hasConfig = existsSync(path.join(folder, 'tokenizer_config.json'));
  const tokenizerConfig = hasConfig ? readJson(folder, 'tokenizer_config.json') : {};
  return {
    folder,
    model: path.join(folder, model),
    tokenizer,
    tokenizerConfig,
    labels: nameLabels(config.id2label, folder),
    longest: Math.min(mostPieces, ...limitsOf(config, tokenizerConfig)),
  };
}

/** Tells a model from every other one: by what is in its files, wherever they lie. */
export async function ownModelVersion({ folder, model }: OwnModelFiles): Promise<string> {
  const hash = createHash('sha256');
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
  const weights = [model, `${model}_data`, `${model}.data`];
  for (const file of [...names.map((name) => path.join(folder, name)), ...weights]) {
    if (!existsSync(file)) continue;
    hash.update(`${path.basename(file)}\n`);
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  }
  return `own:${hash.digest('hex').slice(0, 16)}`;
}

/** RoBERTa numbers its positions from 2. */
const unusedPositions = 2;

function limitsOf(config: Json, tokenizerConfig: Json): number[] {
  const positions = config.max_position_embeddings;
  const stated = tokenizerConfig.model_max_length;
  return [
    ...(typeof positions === 'number' && positions > 16 ? [positions - unusedPositions] : []),
    ...(typeof stated === 'number' && stated > 16 ? [Math.floor(stated)] : []),
  ];
}

type Json = Readonly<Record<string, unknown>>;

function readJson(folder: string, file: string): Json {
  const full = path.join(folder, file);
  if (!existsSync(full)) throw missing(folder, file);
  try {
    const value: unknown = JSON.parse(readFileSync(full, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Json;
    throw new Error('no JSON object');
  } catch (error) {
    const values = { folder, file, message: messageOf(error) };
    throw new OwnModelProblem({ rule: 'ownModelFileUnreadable', values }, error);
  }
}

function missing(folder: string, file: string): OwnModelProblem {
  return new OwnModelProblem({ rule: 'ownModelFileMissing', values: { folder, file } });
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
