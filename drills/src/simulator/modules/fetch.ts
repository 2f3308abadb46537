import { field, isCallback, textField, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { sendRequest, urlOf } from './http-request.ts';
import { packaged } from './requests.ts';

/** `fetch`: the global, and what the packages `node-fetch` and `undici` export. */
export function fetchOf(process: SimulatedProcess): Callback {
  return async (target, options) => {
    await sendRequest(process, {
      method: textField(options, 'method') ?? textField(target, 'method') ?? 'GET',
      url: urlOf(target),
      headers: field(options, 'headers') ?? field(target, 'headers'),
      body: field(options, 'body'),
    });
    return responseWith(textOf(process.world.settings.answer));
  };
}

export function nodeFetch(process: SimulatedProcess): object {
  return packaged(fetchOf(process));
}

export function undici(process: SimulatedProcess): object {
  const { answer } = process.world.settings;
  const request: Callback = async (target, options) => {
    await fetchOf(process)(target, options);
    return {
      statusCode: 200,
      headers: {},
      body: { json: () => Promise.resolve(answer), text: () => Promise.resolve(textOf(answer)) },
    };
  };
  return packaged({ fetch: fetchOf(process), request });
}

/**
 * A real response takes longer to make than most runs take for a call, and programs look at little more of it than
 * whether it is one: it is made when anything else is asked for.
 */
function responseWith(text: string): object {
  let real: Response | undefined;
  return new Proxy<object>(response, {
    get: (_, name): unknown => {
      if (name === 'then') return undefined;
      if (name === 'ok') return true;
      if (name === 'status') return 200;
      real ??= new Response(text, { status: 200 });
      const found: unknown = Reflect.get(real, name);
      return isCallback(found) ? found.bind(real) : found;
    },
  });
}

/** What makes one an instance of `Response`. */
const response = {};
Reflect.setPrototypeOf(response, Response.prototype);

function textOf(answer: object | string): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}
