import { field, isCallback, textField, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { sendRequest, urlOf } from './http-request.ts';
import { packaged } from './requests.ts';

/** An error as the library throws it when no answer came: with a code of the network, never one of the other side. */
class AxiosError extends Error {
  readonly isAxiosError = true;
  readonly code = 'ECONNRESET';
  readonly config: unknown;

  constructor(message: string, config: unknown) {
    super(message);
    this.name = 'AxiosError';
    this.config = config;
  }
}

interface Settings {
  readonly baseURL: string;
  readonly headers: object;
}

const bodiless = new Set(['get', 'delete', 'head', 'options']);
const withBody = new Set(['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm']);

/** The library `axios`. */
export function axios(process: SimulatedProcess): object {
  return packaged(instance(process, { baseURL: '', headers: {} }), {
    AxiosError,
    isAxiosError: (error: unknown) => error instanceof AxiosError,
    isCancel: () => false,
    all: (values: readonly unknown[]) => Promise.all(values),
  });
}

function instance(process: SimulatedProcess, settings: Settings): object {
  const hooks: Callback[] = [];
  const request = async (config: object): Promise<unknown> => {
    const method = textField(config, 'method') ?? 'get';
    const send = () =>
      sendRequest(process, {
        method: method.replace('Form', ''),
        url: `${settings.baseURL}${urlOf(field(config, 'url'))}`,
        headers: { ...settings.headers, ...objectOf(field(config, 'headers')) },
        body: field(config, 'data'),
      }).catch((error: unknown) => {
        throw new AxiosError(textField(error, 'message') ?? '', config);
      });
    const [hook] = hooks;
    await (hook ? hook(send, method) : send());
    return { data: process.world.settings.answer, status: 200, statusText: 'OK', headers: {}, config };
  };
  const call = (target: unknown, config?: unknown): Promise<unknown> =>
    request(typeof target === 'string' ? { ...objectOf(config), url: target } : objectOf(target));
  const members: object = Object.assign(call, {
    request: call,
    create: (config?: unknown) => instance(process, settingsOf(settings, config)),
    defaults: { headers: { common: {} } },
    interceptors: { request: noInterceptors, response: noInterceptors },
    getUri: () => settings.baseURL,
    /** Where `axios-retry` takes hold. */
    [retryHook]: (hook: unknown) => {
      if (isCallback(hook)) hooks.splice(0, 1, hook);
    },
  });
  return new Proxy(members, {
    get: (target, name): unknown =>
      (typeof name === 'string' ? methodNamed(name, request) : undefined) ?? Reflect.get(target, name),
  });
}

export const retryHook = 'kafka-eos:retry';

const noInterceptors = { use: () => 0, eject: () => undefined, clear: () => undefined };

/** `get(url, config)`, `post(url, data, config)` and the rest; undefined for what is no method. */
function methodNamed(name: string, request: (config: object) => Promise<unknown>): Callback | undefined {
  if (bodiless.has(name)) return (url, config) => request({ ...objectOf(config), method: name, url });
  if (withBody.has(name)) return (url, data, config) => request({ ...objectOf(config), method: name, url, data });
  return undefined;
}

function settingsOf(base: Settings, config: unknown): Settings {
  return {
    baseURL: textField(config, 'baseURL') ?? base.baseURL,
    headers: { ...base.headers, ...objectOf(field(config, 'headers')) },
  };
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
