import { field, textField, type Callback } from '../world/callback.ts';
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
    return new Response(textOf(process.world.settings.answer), { status: 200 });
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

function textOf(answer: object | string): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}
