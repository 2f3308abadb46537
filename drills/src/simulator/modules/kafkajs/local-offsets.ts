/**
 * What the producers and consumers of one `Kafka` object tell each other: the offsets that were committed, or were sent
 * to a transaction, whatever became of it.
 */
export class LocalOffsets {
  private readonly offsets = new Map<string, number>();

  mark(topic: string, partition: number, offset: number): void {
    this.offsets.set(`${topic}\n${partition}`, offset);
  }

  marked(topic: string, partition: number): number | undefined {
    return this.offsets.get(`${topic}\n${partition}`);
  }
}
