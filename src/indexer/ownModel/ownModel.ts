import type { RecognisedMention, Span } from '../../core/index.ts';
import { namesOfScores } from './namesOfScores.ts';
import { loadOnnxRuntime, requireOnnxRuntime, type OnnxRuntime, type OnnxSession } from './onnxRuntime.ts';
import { ownModelVersion, readOwnModelFiles, type OwnModelFiles } from './ownModelFiles.ts';
import { messageOf, OwnModelProblem } from './ownModelProblem.ts';
import { stretchesOf, type Stretch } from './stretches.ts';
import { readWordPieces, type WordPieces } from './wordPieces.ts';

/** Finds names with a model of the user's own. */
export interface OwnModel {
  /** The names inside `zones` of `text`, as `recogniseMentions` gives them. Rejects with `OwnModelProblem`. */
  recognise(text: string, zones: readonly Span[]): Promise<readonly RecognisedMention[]>;
}

/**
 * Opens a folder with a token classification model in ONNX: `config.json` with its labels, `tokenizer.json`, the model.
 * Nothing is downloaded; what runs it is a package that the user has installed. Rejects with `OwnModelProblem`.
 */
export async function openOwnModel(folder: string): Promise<OwnModel> {
  const files = readOwnModelFiles(folder);
  const pieces = readWordPieces(files);
  const runtime = await loadOnnxRuntime(folder);
  const session = await runtime.open(files.model).catch((error: unknown) => {
    throw failed(files, error);
  });
  const own: OwnModel = {
    async recognise(text, zones) {
      const longest = files.longest - pieces.before.length - pieces.after.length;
      const names: RecognisedMention[] = [];
      for (const stretch of stretchesOf(text, zones, pieces, longest)) {
        const scores = await scoreWords(stretch, files, pieces, runtime, session);
        names.push(...namesOfScores(text, stretch.words, scores, files.labels));
      }
      return names;
    },
  };
  // A model that cannot be run is told of now, not article by article.
  await own.recognise(trial, [{ start: 0, end: trial.length }]);
  return own;
}

const trial = 'Orsane.';

/** What tells the model in a folder from others, without loading it. Rejects with `OwnModelProblem` where something is missing. */
export async function inspectOwnModel(folder: string): Promise<string> {
  const files = readOwnModelFiles(folder);
  requireOnnxRuntime(folder);
  return ownModelVersion(files);
}

/** Row-major words × labels: a word has the scores of its first piece, as in training. */
async function scoreWords(
  { words, pieces, firsts }: Stretch,
  files: OwnModelFiles,
  { before, after }: WordPieces,
  runtime: OnnxRuntime,
  session: OnnxSession,
): Promise<Float32Array> {
  const ids = [...before, ...pieces, ...after];
  const inputs: Readonly<Record<string, readonly number[]>> = {
    input_ids: ids,
    attention_mask: ids.map(() => 1),
    token_type_ids: ids.map(() => 0),
  };
  try {
    const feeds = session.inputNames.map((name) => {
      const input = inputs[name];
      if (input === undefined) throw new Error(`it asks for “${name}”`);
      return [name, runtime.row(input)] as const;
    });
    const outputs = await session.run(Object.fromEntries(feeds));
    const logits = outputs.logits ?? outputs[session.outputNames[0] ?? ''];
    const count = files.labels.length;
    if (logits?.data.length !== ids.length * count)
      throw new Error(`it gave ${logits?.dims.join(' × ') ?? 'nothing'} for ${ids.length} × ${count}`);
    const scores = new Float32Array(words.length * count);
    firsts.forEach((first, word) => {
      const from = (before.length + first) * count;
      scores.set(logits.data.subarray(from, from + count), word * count);
    });
    return scores;
  } catch (error) {
    throw failed(files, error);
  }
}

function failed({ folder }: OwnModelFiles, error: unknown): OwnModelProblem {
  return new OwnModelProblem(
    { rule: 'ownModelFailed', values: { folder, message: messageOf(error) } },
    error,
  );
}
