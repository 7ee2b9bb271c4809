/**
 * Watches this thread until `stop` is called, which returns the longest time, in milliseconds, that it computed without coming back
 * to its event loop. Processor time counts and not the clock: a machine with other work to do makes every process wait.
 */
export function longestBusyStretch(): { stop(): number } {
  let longestMs = 0;
  let before = processorMs();
  const look = (): void => {
    const now = processorMs();
    longestMs = Math.max(longestMs, now - before);
    before = now;
  };
  const timer = setInterval(look, 5);
  return {
    stop() {
      look();
      clearInterval(timer);
      return longestMs;
    },
  };
}

/** Processor time this thread has used since it began, in milliseconds. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
