import type { ClientUse } from '../facts/client-use.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { findMisplacedOptions } from './find-misplaced-options.ts';
import { findMisusedCalls } from './find-misused-calls.ts';
import { findProducerSetups } from './find-producer-setups.ts';
import { settingsUses } from './settings-objects.ts';

/** How the slice sets its Kafka libraries up and calls them. */
export function findClientUse(knowledge: Knowledge): ClientUse {
  const uses = settingsUses(knowledge);
  return {
    misplacedOptions: findMisplacedOptions(knowledge, uses),
    producerSetups: findProducerSetups(knowledge, uses),
    misusedCalls: findMisusedCalls(knowledge),
  };
}
