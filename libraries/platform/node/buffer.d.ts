// Bytes, by import.

declare const AnyBuffer: BufferConstructor;
type AnyBuffer = globalThis.Buffer;
export { AnyBuffer as Buffer };
export const constants: any;
