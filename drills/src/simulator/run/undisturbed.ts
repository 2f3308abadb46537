import process from 'node:process';

let running = 0;
let listeners: readonly NodeJS.UnhandledRejectionListener[] = [];
let stackTraceLimit = Error.stackTraceLimit;

function ignore(): void {
  // Programs under test leave promises alone on purpose.
}

/**
 * While it runs, a promise that a program has left alone ends neither the tests nor the tool, and errors, of which runs
 * throw thousands, carry no stacks. Simulations may overlap; all is as it was after the last one.
 */
export async function undisturbed<T>(run: () => Promise<T>): Promise<T> {
  if (running === 0) begin();
  running += 1;
  try {
    return await run();
  } finally {
    // Node tells of a promise that was left alone only after the code that has left it.
    await new Promise<void>((resolve) => setImmediate(resolve));
    running -= 1;
    if (running === 0) end();
  }
}

function begin(): void {
  ({ stackTraceLimit } = Error);
  Error.stackTraceLimit = 0;
  listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', ignore);
}

function end(): void {
  Error.stackTraceLimit = stackTraceLimit;
  process.removeListener('unhandledRejection', ignore);
  for (const listener of listeners) process.on('unhandledRejection', listener);
}
