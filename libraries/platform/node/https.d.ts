// As `http`, with certificates.

import {
  Agent as PlainAgent,
  ClientRequest,
  RequestListener,
  RequestOptions as PlainOptions,
  Server as PlainServer,
} from './http';

export interface RequestOptions extends PlainOptions {}
export class Agent extends PlainAgent {}
export class Server extends PlainServer {}
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
export let globalAgent: Agent;
