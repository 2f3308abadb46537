import { field, textField, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { sendRequest, urlOf } from './http-request.ts';
import { packaged } from './requests.ts';

const methods = ['get', 'head', 'put', 'delete', 'post', 'patch'];

/**
 * The library `got`. Its own retries leave POST and PATCH alone, and what they make of the rest is the same state once
 * more, so a request that fails here is one whose retries have all failed.
 */
export function got(process: SimulatedProcess): object {
  return packaged(instance(process, ''), { got: instance(process, '') });
}

function instance(process: SimulatedProcess, prefix: string): object {
  const call =
    (method: string | undefined): Callback =>
    (target, options) =>
      withShapes(
        sendRequest(process, {
          method: method ?? textField(options, 'method') ?? 'GET',
          url: `${prefix}${urlOf(target)}`,
          headers: field(options, 'headers'),
          body: field(options, 'json') ?? field(options, 'body') ?? field(options, 'form'),
        }),
      );
  return Object.assign(call(undefined), Object.fromEntries(methods.map((method) => [method, call(method)])), {
    extend: (options: unknown) => instance(process, prefixIn(options)),
  });
}

function prefixIn(options: unknown): string {
  const prefix = field(options, 'prefixUrl');
  if (prefix === undefined) return '';
  const url = urlOf(prefix);
  return url.endsWith('/') ? url : `${url}/`;
}

/** The promise of a response, which can be asked for its body in the same breath. */
function withShapes(sent: Promise<void>): object {
  const response = sent.then(() => ({ statusCode: 200, body: '{}', headers: {} }));
  return Object.assign(response, {
    json: () => response.then(() => ({})),
    text: () => response.then(() => '{}'),
    buffer: () => response.then(() => Buffer.from('{}')),
    cancel: () => undefined,
  });
}
