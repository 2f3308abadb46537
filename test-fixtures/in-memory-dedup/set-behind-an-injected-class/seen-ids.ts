/** Remembers what was handled. */
export class SeenIds {
  private readonly ids = new Set<string>();

  knows(id: string): boolean {
    return this.ids.has(id);
//         ^^^^^^^^^^^^ in-memory-dedup guard
  }

  remember(id: string): void {
    this.ids.add(id);
  }
}
