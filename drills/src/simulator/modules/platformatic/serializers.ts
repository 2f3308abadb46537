import { field, isCallback, plainText } from '../../world/callback.ts';

const stringSerializer = (data?: unknown): unknown => (data === undefined ? undefined : Buffer.from(plainText(data)));
const stringDeserializer = (data?: unknown): unknown => (data === undefined ? undefined : plainText(data));
const jsonSerializer = (data?: unknown): unknown => Buffer.from(JSON.stringify(data));
const jsonDeserializer = (data?: unknown): unknown => (data === undefined ? undefined : JSON.parse(plainText(data)));

/** The same for keys, values and headers. */
function ofAll(convert: unknown): object {
  return { key: convert, value: convert, headerKey: convert, headerValue: convert };
}

export const serializers = {
  stringSerializer,
  stringDeserializer,
  jsonSerializer,
  jsonDeserializer,
  serializersFrom: ofAll,
  deserializersFrom: ofAll,
  stringSerializers: ofAll(stringSerializer),
  stringDeserializers: ofAll(stringDeserializer),
};

/** Converts with what the options name, and leaves alone what they do not. */
export function converted(converters: unknown, part: string, data: unknown): unknown {
  const convert = field(converters, part);
  return isCallback(convert) ? convert(data) : data;
}
