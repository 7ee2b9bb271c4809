const cleanups = new Set<() => void>();
let isListening = false;

/**
 * Runs `cleanup` (synchronous) when the process ends, by itself or by Ctrl+C, SIGTERM or SIGHUP. Returns a function that forgets it.
 */
export function onExit(cleanup: () => void): () => void {
  listen();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.once('exit', () => {
    for (const cleanup of cleanups) cleanup();
  });
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      process.exit(code);
    });
  }
}
