import type { MisplacedOption } from './setting.ts';

/** How the workspace sets its Kafka libraries up and calls them, as far as it is wrong. */
export interface ClientUse {
  readonly misplacedOptions: readonly MisplacedOption[];
}

/** Nothing wrong in sight. */
export const soundClientUse: ClientUse = { misplacedOptions: [] };
