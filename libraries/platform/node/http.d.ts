// Requests by hand. What a request does on the other side depends on what is written into it later.

import { Readable, Writable } from './stream';
import EventEmitter = require('./events');

export interface RequestOptions {
  method?: string;
  host?: string | null;
  hostname?: string | null;
  port?: number | string | null;
  path?: string | null;
  headers?: { [name: string]: any };
  [option: string]: any;
}

export class IncomingMessage extends Readable {
  readonly headers: IncomingHttpHeaders;
  readonly method?: string;
  readonly url?: string;
  readonly statusCode?: number;
  readonly statusMessage?: string;
  readonly socket: any;
}

export interface IncomingHttpHeaders {
  [name: string]: any;
}

export interface OutgoingHttpHeaders {
  [name: string]: any;
}

export class ClientRequest extends Writable {
  setHeader(name: string, value: any): this;
  /** @eos calls 1 later */
  setTimeout(ms: number, callback?: () => void): this;
}

export class ServerResponse extends Writable {
  statusCode: number;
  statusMessage: string;
  setHeader(name: string, value: any): this;
  writeHead(status: number, ...rest: any[]): this;
  readonly headersSent: boolean;
}

export class Server extends EventEmitter {
  /**
   * @eos calls 0 later
   * @eos calls 1 later
   * @eos calls 2 later
   */
  listen(...args: any[]): this;
  /** @eos calls 0 later */
  close(callback?: (error?: Error) => void): this;
  address(): any;
  closeAllConnections(): void;
  readonly listening: boolean;
}

export class Agent {
  constructor(options?: any);
  destroy(): void;
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * @eos write http unknown resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function request(url: string | URL | RequestOptions, ...rest: any[]): ClientRequest;
/**
 * @eos read http resource=0
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function get(url: string | URL | RequestOptions, ...rest: any[]): ClientRequest;
/**
 * @eos calls 0 later
 * @eos overlaps 0
 */
export function createServer(listener?: RequestListener): Server;
/**
 * @eos calls 1 later
 * @eos overlaps 1
 */
export function createServer(options: any, listener?: RequestListener): Server;
export const STATUS_CODES: { [status: number]: string | undefined };
export const METHODS: string[];
export let globalAgent: Agent;
