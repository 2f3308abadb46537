/** What has gone into a question so far, with all the questions that it led to. */
export interface Effort {
  /** Does one piece of the work; the outermost one begins a new question. */
  readonly on: <T>(work: () => T) => T;
  /** True when the question that is being answered has taken as much as it may. */
  readonly isSpent: () => boolean;
}

export function openEffort(most: number): Effort {
  let depth = 0;
  let left = most;
  return {
    isSpent: () => depth > 0 && left <= 0,
    on: (work) => {
      if (depth === 0) left = most;
      depth += 1;
      left -= 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
  };
}
