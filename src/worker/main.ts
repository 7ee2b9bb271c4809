import { fileURLToPath } from 'node:url';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import { serve } from './server.ts';

const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
const server = serve(connection, { threadEntry: fileURLToPath(new URL('./thread.js', import.meta.url)) });
// The client is gone: nothing is left to do, and nothing may be left behind.
process.once('disconnect', () => {
  void server.dispose().finally(() => process.exit(0));
});
connection.listen();
