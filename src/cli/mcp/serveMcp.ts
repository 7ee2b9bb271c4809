import type { Readable, Writable } from 'node:stream';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { isAskersFault } from '../../indexer/answers/toolInput.ts';
import { toolSpecs } from '../../indexer/answers/toolSpecs.ts';

export interface McpOptions {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly version: string;
  /** Rejects with a `ToolInputError` or a RangeError for what is wrong with the question. */
  readonly answer: (tool: string, input: unknown) => Promise<string>;
  readonly signal: AbortSignal;
}

/** Speaks the Model Context Protocol over a pair of streams until the other end closes them. */
export async function serveMcp({ stdin, stdout, version, answer, signal }: McpOptions): Promise<void> {
  // Our schemas are JSON already and stand in the manifest too; the high-level class wants them in a library's words.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const server = new Server({ name: 'corpus-explorer', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: toolSpecs.map(({ name, description, inputSchema }) => ({
      name,
      description,
      inputSchema: { ...inputSchema, required: [...inputSchema.required] },
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const text = await answer(params.name, params.arguments ?? {});
      return { content: [{ type: 'text', text }] };
    } catch (error) {
      // What is wrong with the question helps the model; what is wrong with this machine is nobody's but the user's.
      const text = isAskersFault(error) ? error.message : 'The corpus could not be read.';
      return { content: [{ type: 'text', text }], isError: true };
    }
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    stdin.once('end', resolve).once('close', resolve);
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  await server.connect(new StdioServerTransport(stdin, stdout));
  await closed;
  await server.close();
}
