import { BrokerError } from '../../sinks/kafka/broker-error.ts';
import type { Operation } from '../../world/operation.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import type { PartitionOffset } from '../kafkajs/messages.ts';
import type { GroupMember, Words } from './transaction-state.ts';

/** A consumer in its group: where it was told to begin, and the commits that it asks for. */
export class Membership implements GroupMember {
  readonly groupId: string;
  generation = 0;
  topic = '';
  private readonly process: SimulatedProcess;
  private readonly words: Words;
  private committed: number | undefined;

  constructor(process: SimulatedProcess, groupId: string, words: Words) {
    this.process = process;
    this.groupId = groupId;
    this.words = words;
  }

  join(topic: string): void {
    this.topic = topic;
    this.committed = undefined;
    this.generation = this.process.world.broker.groups.join(this.groupId);
  }

  /** As they are given. Rejects if the group has gone on without this member. */
  commit(offsets: readonly PartitionOffset[]): Promise<void> {
    return this.process.perform(this.committing(offsets));
  }

  /** The same for a call that waits for the answer and throws. */
  commitNow(offsets: readonly PartitionOffset[]): void {
    this.process.performNow(this.committing(offsets));
  }

  /** What the library does by itself; nobody hears of its failure. */
  async commitByItself(partition: number, offset: number): Promise<void> {
    if (this.committed === offset) return;
    const { topic } = this;
    await this.process
      .perform({
        label: `auto-commit moves the group to offset ${offset}`,
        point: 'library',
        asMember: true,
        apply: () => {
          this.apply({ topic, partition, offset });
        },
      })
      .catch(() => undefined);
  }

  private committing(offsets: readonly PartitionOffset[]): Operation<void> {
    return {
      label: `commits offset ${offsets.map(({ offset }) => offset).join(', ')}`,
      point: 'write',
      asMember: true,
      apply: () => {
        for (const offset of offsets) this.apply(offset);
      },
    };
  }

  private apply(offset: PartitionOffset): void {
    const { groups } = this.process.world.broker;
    try {
      groups.commit(this.generation, { group: this.groupId, ...offset });
    } catch (error) {
      throw error instanceof BrokerError ? this.words.refused(error) : error;
    }
    this.committed = offset.offset;
  }
}
