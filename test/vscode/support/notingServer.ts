import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** The file that a server's requests are noted in. */
export const requestsFile = 'requests.txt';

/**
 * A server that holds nothing, and notes what it is asked in a file of `place`, a line for each request (`GET /path`). Returns the address
 * of a corpus there. It ends with the process.
 */
export async function notingServer(place: string): Promise<string> {
  const file = path.join(place, requestsFile);
  writeFileSync(file, '');
  const server = createServer(({ method = '', url = '' }, response) => {
    appendFileSync(file, `${method} ${url}\n`);
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/presse`;
}

/** Names a corpus in a cluster in the settings of a folder, as somebody else may have who made it. */
export function nameCluster(folder: string, address: string): void {
  mkdirSync(path.join(folder, '.vscode'));
  const settings = { 'corpusExplorer.clusters': [{ address }] };
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}
