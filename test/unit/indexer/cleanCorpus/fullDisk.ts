import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What the system says of a disk that takes nothing more. */
const full = (): NodeJS.ErrnoException =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });

/**
 * Runs something on a disk that takes so many bytes more: of what does not fit, the part that fits is written, as a
 * real disk does. All of Node's ways to write that the copies are written by.
 */
export async function withFullDisk<T>(bytes: number, use: () => Promise<T>): Promise<T> {
  let left = bytes;
  const probe = await fsPromises.open(process.execPath);
  const handle = Object.getPrototypeOf(probe) as { appendFile: typeof probe.appendFile };
  await probe.close();
  const before = { writeFile: fsPromises.writeFile, appendFile: handle.appendFile, write: fs.write };
  const fitting = (content: unknown): Buffer => {
    const wanted = Buffer.from(content as string);
    const taken = wanted.subarray(0, Math.max(0, left));
    left -= wanted.length;
    return taken;
  };
  fsPromises.writeFile = async (file, content, options) => {
    await before.writeFile(file, fitting(content), options);
    if (left < 0) throw full();
  };
  handle.appendFile = async function (this: unknown, content) {
    await before.appendFile.call(this as typeof probe, fitting(content));
    if (left < 0) throw full();
  };
  // Streams hand over all that they write here, and a function that hears of it as the last argument.
  const write = (...given: unknown[]): void => {
    left -= (given[1] as Uint8Array).length;
    if (left < 0) setImmediate(given.at(-1) as (error: Error) => void, full());
    else Reflect.apply(before.write, fs, given);
  };
  fs.write = write as typeof fs.write;
  syncBuiltinESMExports();
  try {
    return await use();
  } finally {
    Object.assign(fsPromises, { writeFile: before.writeFile });
    handle.appendFile = before.appendFile;
    fs.write = before.write;
    syncBuiltinESMExports();
  }
}
