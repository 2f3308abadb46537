import type { Deduplicator } from './ports';

export class MemoryDeduplicator implements Deduplicator {
  private readonly marks = new Map<string, Date>();

  seen(id: string): boolean {
    return this.marks.has(id);
//         ^^^^^^^^^^^^^^ in-memory-dedup guard
  }

  mark(id: string): void {
    this.marks.set(id, new Date());
  }
}
