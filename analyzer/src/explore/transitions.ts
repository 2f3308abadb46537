import { controlTransitions } from './control-transitions.ts';
import { databaseTransitions } from './database-transitions.ts';
import { deliveryTransitions } from './delivery-transitions.ts';
import { effectTransitions } from './effect-transitions.ts';
import { faultTransitions } from './faults.ts';
import { loopTransitions } from './loop-transitions.ts';
import { transactionTransitions } from './transaction-transitions.ts';
import type { Transitions } from './transition.ts';

/** The crash model. */
export const TRANSITIONS: Transitions = {
  ...controlTransitions,
  ...loopTransitions,
  ...effectTransitions,
  ...databaseTransitions,
  ...transactionTransitions,
  ...deliveryTransitions,
  ...faultTransitions,
};
