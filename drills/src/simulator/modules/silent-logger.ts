/** Takes any message of any level: `console`, and the loggers that libraries hand out. */
export const silentLogger: object = new Proxy(
  {},
  {
    get: (_, name) => (name === 'then' ? undefined : () => silentLogger),
  },
);
