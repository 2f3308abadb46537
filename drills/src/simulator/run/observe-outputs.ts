import type { World } from '../world/world.ts';

/** Writes down what readers of the topics see in the end. */
export function observeOutputs({ broker, ledger }: World): void {
  for (const topic of broker.topics()) {
    for (const { origin, transaction } of broker.read(topic, 'read_uncommitted')) {
      const visible = transaction?.state !== 'aborted';
      ledger.output(origin, { visible, transactional: transaction !== undefined });
    }
  }
}
