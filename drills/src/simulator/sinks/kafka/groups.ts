import { BrokerError } from './broker-error.ts';

export interface GroupOffset {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The next offset to read. */
  readonly offset: number;
}

/** Consumer groups: who is a member now, and where the group reads on. */
export class Groups {
  private readonly generations = new Map<string, number>();
  private readonly offsets = new Map<string, number>();

  /** A new generation; members of earlier ones may no longer commit. */
  join(group: string): number {
    const generation = this.generationOf(group) + 1;
    this.generations.set(group, generation);
    return generation;
  }

  isCurrent(group: string, generation: number): boolean {
    return this.generationOf(group) === generation;
  }

  /** A member's own commit. Refused once the group has moved on without it. */
  commit(generation: number, offset: GroupOffset): void {
    if (!this.isCurrent(offset.group, generation)) throw new BrokerError('ILLEGAL_GENERATION');
    this.set(offset);
  }

  set(offset: GroupOffset): void {
    this.offsets.set(keyOf(offset), offset.offset);
  }

  committed(place: Omit<GroupOffset, 'offset'>): number | undefined {
    return this.offsets.get(keyOf(place));
  }

  private generationOf(group: string): number {
    return this.generations.get(group) ?? 0;
  }
}

function keyOf({ group, topic, partition }: Omit<GroupOffset, 'offset'>): string {
  return `${group}\n${topic}\n${partition}`;
}
