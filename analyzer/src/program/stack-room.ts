/** Deeper than anything a person wrote; a worker with a stack of 64 MB holds it with room to spare. */
const mostNesting = 10_000;
/** Calls of the probe below that fit in the stack which one level of nesting takes in the compiler and in the analysis. */
const callsPerLevel = 40;
/** Fits into any stack on which the analysis may run at all. */
const alwaysFits = 150;

/** Whether a text of this estimated nesting can be walked on the current thread's stack. */
export function hasRoomFor(nesting: number): boolean {
  if (nesting <= alwaysFits) return true;
  return nesting <= mostNesting && canNest(nesting * callsPerLevel);
}

function canNest(calls: number): boolean {
  try {
    return probe(calls) === calls;
  } catch {
    return false;
  }
}

function probe(calls: number): number {
  return calls === 0 ? 0 : 1 + probe(calls - 1);
}

/** The engine's own signal for an exhausted stack. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
