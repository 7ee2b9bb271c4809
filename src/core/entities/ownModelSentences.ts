import type { Evidence } from '../evidence.ts';

/**
 * Why names cannot be read with a model of the user's own, and what to do, by rule; `{name}` stands for a value of the
 * evidence. Data, so that a view can put its own language in their place.
 */
export const ownModelSentences: Readonly<Record<string, string>> = {
  ownModelFolderMissing:
    'There is no folder {folder}, where a model for names is said to be. Correct the path, or leave it empty.',
  ownModelFileMissing:
    'The model folder {folder} holds no {file}. Export the model for token classification to ONNX with its tokenizer.',
  ownModelFileUnreadable:
    'The file {file} of the model folder {folder} cannot be read ({message}). Copy or export the model again.',
  ownModelNoNames:
    'The model in {folder} knows no label for organizations, people or places, only: {labels}. Choose a model that finds names.',
  ownModelNoRuntime:
    'Nothing that runs the model in {folder} is installed. Run “npm install onnxruntime-node” in that folder, or “npm install onnxruntime-web”.',
  ownModelRuntimeFailed:
    'The package {runtime} cannot be loaded ({message}). Install it again in {folder}, or onnxruntime-web in its place.',
  ownModelFailed:
    'The model in {folder} cannot be run ({message}). It must take the ids of word pieces and give a score for each label.',
};

/** The sentence for one problem. A rule nobody knows is shown as it is. */
export function describeOwnModelProblem(
  { rule, values }: Evidence,
  sentences: Readonly<Record<string, string>> = ownModelSentences,
): string {
  const sentence = sentences[rule] ?? rule;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole));
}
