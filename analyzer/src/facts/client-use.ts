import type { DualWrite } from './dual-write.ts';
import type { WrongOffset } from './handler-outcome.ts';
import type { MisplacedOption } from './setting.ts';
import type { MisusedCall } from './misused-call.ts';
import type { Overlap } from './overlap.ts';
import type { ProducerSetup } from './producer-setup.ts';
import type { TransactionalIdentity } from './transactional-identity.ts';

/** How the workspace sets its Kafka libraries up and calls them. */
export interface ClientUse {
  readonly misplacedOptions: readonly MisplacedOption[];
  readonly producerSetups: readonly ProducerSetup[];
  readonly misusedCalls: readonly MisusedCall[];
  readonly overlaps: readonly Overlap[];
  readonly transactionalIds: readonly TransactionalIdentity[];
  readonly dualWrites: readonly DualWrite[];
  /** Seen at the calls themselves; those of units are among the units' outcomes, too. */
  readonly wrongOffsets: readonly WrongOffset[];
}

/** A workspace without any of it. */
export const noClientUse: ClientUse = {
  misplacedOptions: [],
  producerSetups: [],
  misusedCalls: [],
  overlaps: [],
  transactionalIds: [],
  dualWrites: [],
  wrongOffsets: [],
};
