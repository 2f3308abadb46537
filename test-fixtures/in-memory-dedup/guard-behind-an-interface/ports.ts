export interface Deduplicator {
  seen(id: string): boolean;
  mark(id: string): void;
}
