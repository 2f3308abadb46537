// Streams that are awaited: a function among them runs until its source ends.

/**
 * @eos calls 0 once
 * @eos calls 1 once
 * @eos calls 2 once
 * @eos calls 3 once
 */
export function pipeline(...streams: any[]): Promise<void>;
export function finished(stream: any, options?: any): Promise<void>;
