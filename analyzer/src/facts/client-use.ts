import type { MisplacedOption } from './setting.ts';
import type { MisusedCall } from './misused-call.ts';
import type { ProducerSetup } from './producer-setup.ts';

/** How the workspace sets its Kafka libraries up and calls them. */
export interface ClientUse {
  readonly misplacedOptions: readonly MisplacedOption[];
  readonly producerSetups: readonly ProducerSetup[];
  readonly misusedCalls: readonly MisusedCall[];
}

/** A workspace without any of it. */
export const noClientUse: ClientUse = { misplacedOptions: [], producerSetups: [], misusedCalls: [] };
