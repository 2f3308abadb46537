/** What an editor says about itself at the start. */
export interface Options {
  /** For an editor that has no settings per folder. */
  readonly settings: unknown;
  /** The command that it runs when a code lens is chosen; empty where a lens is only there to be read. */
  readonly lensCommand: string;
}

/** Reads `initializationOptions`: `{ settings, lensCommand }`. */
export function readOptions(value: unknown): Options {
  const known: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { settings, lensCommand } = known;
  return { settings, lensCommand: typeof lensCommand === 'string' ? lensCommand : '' };
}
