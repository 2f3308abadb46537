import { field, plainText } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { read, write } from './requests.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: unknown;
  readonly body: unknown;
}

/**
 * What any HTTP library sends. A `PUT` or `DELETE` leaves one state; anything else that is not a read is applied again
 * unless it carries a key. The other side honours `Idempotency-Key`.
 */
export function sendRequest(process: SimulatedProcess, request: HttpRequest): Promise<void> {
  const method = request.method.toUpperCase();
  const label = `${method} ${request.url}`;
  if (/^(?:GET|HEAD|OPTIONS)$/.test(method)) {
    return read(process, process.world.effects.generic(label), () => undefined);
  }
  return write(process, {
    effect: { kind: 'external-write', role: 'effect', category: 'http', resource: request.url, label },
    payload: [request.url, request.headers, request.body],
    // With another key it is the same request all the same.
    content: [request.url, request.body],
    apply: (applications) => {
      process.world.ledger.apply(applications, /^(?:PUT|DELETE)$/.test(method) ? '' : keyIn(request.headers));
    },
  });
}

function keyIn(headers: unknown): string | undefined {
  const entries = headers instanceof Headers ? [...headers.entries()] : entriesOf(headers);
  const key = entries.find(([name]) => /^(?:x-)?idempotency-key$/i.test(name))?.[1];
  return key === undefined ? undefined : plainText(key);
}

function entriesOf(headers: unknown): readonly (readonly [string, unknown])[] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Array.isArray(headers)
    ? headers.map((pair: unknown) => [String(field(pair, '0')), field(pair, '1')] as const)
    : Object.entries(headers);
}

export function urlOf(target: unknown): string {
  if (typeof target === 'string') return target;
  return target instanceof URL ? target.href : plainText(field(target, 'url'));
}
