// express 4 and 5: a handler runs for each request, several at a time.

interface Routes {
  /** @eos overlaps * */
  use(...handlers: any[]): this;
  /** @eos overlaps * */
  all(path: any, ...handlers: any[]): this;
  /** @eos overlaps * */
  get(path: any, ...handlers: any[]): any;
  /** @eos overlaps * */
  post(path: any, ...handlers: any[]): this;
  /** @eos overlaps * */
  put(path: any, ...handlers: any[]): this;
  /** @eos overlaps * */
  patch(path: any, ...handlers: any[]): this;
  /** @eos overlaps * */
  delete(path: any, ...handlers: any[]): this;
  route(path: any): any;
  param(name: any, handler: any): this;
  [member: string]: any;
}

declare function express(): express.Express;

declare namespace express {
  export { express as default };

  export interface Express extends Routes {
    listen(...where: any[]): any;
    set(name: string, value: any): this;
  }
  export type Application = Express;
  export interface IRouter extends Routes {}
  export interface Router extends Routes {}
  export function Router(options?: any): Router;
  export function json(options?: any): any;
  export function urlencoded(options?: any): any;
  export function raw(options?: any): any;
  export function text(options?: any): any;
  function staticFiles(root: string, options?: any): any;
  export { staticFiles as static };
  export type Request<A = any, B = any, C = any, D = any, E = any> = any;
  export type Response<A = any, B = any> = any;
  export type NextFunction = any;
  export type RequestHandler<A = any, B = any, C = any, D = any, E = any> = any;
  export type ErrorRequestHandler = any;
}

export = express;
