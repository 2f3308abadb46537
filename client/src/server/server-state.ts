/** What the server is doing, as far as a reader cares. */
export type ServerState = 'starting' | 'running' | 'stopped';
