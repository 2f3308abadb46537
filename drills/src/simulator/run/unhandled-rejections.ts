import process from 'node:process';

let running = 0;
let others: readonly NodeJS.UnhandledRejectionListener[] = [];

function ignore(): void {
  // Programs under test leave promises alone on purpose.
}

/**
 * While it runs, a promise that a program has left alone ends neither the tests nor the tool. Simulations may overlap;
 * whoever listened before listens again after the last one.
 */
export async function ignoringRejections<T>(run: () => Promise<T>): Promise<T> {
  if (running === 0) {
    others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', ignore);
  }
  running += 1;
  try {
    return await run();
  } finally {
    running -= 1;
    if (running === 0) {
      process.removeListener('unhandledRejection', ignore);
      for (const listener of others) process.on('unhandledRejection', listener);
    }
  }
}
