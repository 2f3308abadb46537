// Timers, by import.

import * as promises from './timers-promises';

export { promises };
export const setTimeout: typeof globalThis.setTimeout;
export const setInterval: typeof globalThis.setInterval;
export const setImmediate: typeof globalThis.setImmediate;
export const clearTimeout: typeof globalThis.clearTimeout;
export const clearInterval: typeof globalThis.clearInterval;
export const clearImmediate: typeof globalThis.clearImmediate;
