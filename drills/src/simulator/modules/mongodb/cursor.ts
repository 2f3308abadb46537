import { isCallback } from '../../world/callback.ts';
import { isDocument, valueAt, type Document } from '../../sinks/documents/document.ts';

/** What `find` gives: it asks the server when somebody first wants a document. */
export class FindCursor {
  private readonly ask: () => Promise<readonly Document[]>;
  private found: Promise<readonly Document[]> | undefined;
  private order: readonly (readonly [string, number])[] = [];
  private most = Number.POSITIVE_INFINITY;
  private from = 0;
  private index = 0;

  constructor(ask: () => Promise<readonly Document[]>) {
    this.ask = ask;
  }

  sort(order: unknown, direction?: unknown): this {
    const fields = typeof order === 'string' ? { [order]: direction ?? 1 } : isDocument(order) ? order : {};
    this.order = Object.entries(fields).map(([field, way]) => [field, way === -1 || way === 'desc' ? -1 : 1]);
    return this;
  }

  limit(most: number): this {
    this.most = most;
    return this;
  }

  skip(from: number): this {
    this.from = from;
    return this;
  }

  project(): this {
    return this;
  }

  batchSize(): this {
    return this;
  }

  async toArray(): Promise<readonly Document[]> {
    this.found ??= this.ask();
    const found = [...(await this.found)].sort((a, b) => this.compare(a, b));
    return found.slice(this.from, this.from + this.most);
  }

  async next(): Promise<Document | null> {
    const documents = await this.toArray();
    this.index += 1;
    return documents[this.index - 1] ?? null;
  }

  async hasNext(): Promise<boolean> {
    return this.index < (await this.toArray()).length;
  }

  async forEach(run: unknown): Promise<void> {
    for (const document of await this.toArray()) if (isCallback(run)) run(document);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Document> {
    yield* await this.toArray();
  }

  private compare(a: Document, b: Document): number {
    for (const [field, way] of this.order) {
      const [x, y] = [String(valueAt(a, field)), String(valueAt(b, field))];
      if (x !== y) return way * (x < y ? -1 : 1);
    }
    return 0;
  }
}
