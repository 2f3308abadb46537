import type { ClientUse } from '../facts/client-use.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { findConsumers } from './find-consumers.ts';
import { findHandlers } from './find-entries.ts';
import { findMisplacedOptions } from './find-misplaced-options.ts';
import { findMisusedCalls } from './find-misused-calls.ts';
import { findOverlaps } from './find-overlaps.ts';
import { findProducerSetups } from './find-producer-setups.ts';
import { findTransactionalIds } from './find-transactional-ids.ts';
import { settingsUses } from './settings-objects.ts';

/** How the slice sets its Kafka libraries up and calls them. */
export function findClientUse(knowledge: Knowledge): Omit<ClientUse, 'dualWrites'> {
  const uses = settingsUses(knowledge);
  return {
    misplacedOptions: findMisplacedOptions(knowledge, uses),
    producerSetups: findProducerSetups(knowledge, uses),
    misusedCalls: findMisusedCalls(knowledge),
    overlaps: findOverlaps(knowledge, findHandlers(knowledge)),
    transactionalIds: findTransactionalIds(knowledge, findConsumers(knowledge)),
  };
}
