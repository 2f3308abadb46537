/**
 * States explored per effect and kind of fault unless somebody says otherwise: enough for a handler of a thousand steps,
 * with a breaker and a cache around each call, of which it takes all but a few.
 */
export const MOST_STATES = 100_000;
