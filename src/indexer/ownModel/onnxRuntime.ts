import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf, OwnModelProblem } from './ownModelProblem.ts';

/** As much of onnxruntime as we use: of the package that the user has installed. */
export interface OnnxTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}
interface Onnx {
  readonly InferenceSession: {
    create(model: string | Uint8Array, options?: object): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
  readonly env: { readonly wasm?: { numThreads?: number; proxy?: boolean } };
}

export interface OnnxRuntime {
  open(model: string): Promise<OnnxSession>;
  /** One row of whole numbers. */
  row(values: readonly number[]): unknown;
}

/** The native one is several times faster; the other one runs everywhere and needs nothing but its package. */
const packages = ['onnxruntime-node', 'onnxruntime-web'] as const;

/**
 * What runs a model: from `node_modules` of the model's folder or of one above it, else of ours. Runs code of that folder:
 * call it only for a folder that the user named, in a place that they trust. Throws `OwnModelProblem`.
 */
export async function loadOnnxRuntime(folder: string): Promise<OnnxRuntime> {
  const found = findPackage(folder);
  if (found === undefined) throw new OwnModelProblem({ rule: 'ownModelNoRuntime', values: { folder } });
  try {
    const loaded = (await import(pathToFileURL(found.file).href)) as Onnx | { readonly default: Onnx };
    const onnx = 'default' in loaded ? loaded.default : loaded;
    const isNative = found.name === 'onnxruntime-node';
    // Threads of its own inside of our analysis thread would outlive it.
    if (!isNative && onnx.env.wasm) Object.assign(onnx.env.wasm, { numThreads: 1, proxy: false });
    return {
      open: (model) =>
        onnx.InferenceSession.create(isNative ? model : readFileSync(model), { logSeverityLevel: 3 }),
      row: (values) => new onnx.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]),
    };
  } catch (error) {
    const values = { folder, runtime: found.name, message: messageOf(error) };
    throw new OwnModelProblem({ rule: 'ownModelRuntimeFailed', values }, error);
  }
}

/** Throws `OwnModelProblem` when nothing is installed; loads nothing. */
export function requireOnnxRuntime(folder: string): void {
  if (findPackage(folder) === undefined)
    throw new OwnModelProblem({ rule: 'ownModelNoRuntime', values: { folder } });
}

function findPackage(
  folder: string,
): { readonly name: (typeof packages)[number]; readonly file: string } | undefined {
  for (const from of [path.join(folder, 'index.js'), import.meta.url]) {
    for (const name of packages) {
      try {
        return { name, file: createRequire(from).resolve(name) };
      } catch {
        // Not installed there.
      }
    }
  }
  return undefined;
}
