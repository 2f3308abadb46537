import type { ClientUse } from '../facts/client-use.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { findMisplacedOptions } from './find-misplaced-options.ts';

/** What is wrong in how the slice sets its Kafka libraries up and calls them. */
export function findClientUse(knowledge: Knowledge): ClientUse {
  return { misplacedOptions: findMisplacedOptions(knowledge) };
}
