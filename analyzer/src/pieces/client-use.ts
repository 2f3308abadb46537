import { noClientUse, type ClientUse } from '../facts/client-use.ts';
import type { Notice } from '../facts/notice.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import type { SharedKnowledge } from '../recognize/share-knowledge.ts';
import { findClientUse } from '../scopes/find-client-use.ts';

/** How Kafka libraries are set up and called: few calls, whose answers lean on each other, so they are read together. */
export function clientUseOf(
  shared: SharedKnowledge,
  dualWrites: ClientUse['dualWrites'],
  failures: Notice[],
): ClientUse {
  try {
    return { ...findClientUse(openKnowledge(shared)), dualWrites };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `How libraries are set up could not be analysed, which is a bug in kafka-eos: ${reason}`;
    failures.push({ message, incomplete: true });
    return { ...noClientUse, dualWrites };
  }
}
