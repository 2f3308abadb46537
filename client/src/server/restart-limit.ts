/** Restarts that are too many in this time: what crashes at once every time will do so again. */
const most = 4;
const milliseconds = 3 * 60 * 1000;

/** Says, at each crash, whether the server may be started again. */
export interface RestartLimit {
  readonly mayRestart: (now: number) => boolean;
  /** The user starts it by hand: earlier crashes do not count any more. */
  readonly forget: () => void;
}

export function openRestartLimit(): RestartLimit {
  let crashes: readonly number[] = [];
  return {
    mayRestart: (now) => {
      crashes = [...crashes.filter((crash) => now - crash < milliseconds), now];
      return crashes.length <= most;
    },
    forget: () => {
      crashes = [];
    },
  };
}
