// fastify 4 and 5: a handler runs for each request, several at a time.

declare function fastify(options?: any): fastify.FastifyInstance;

declare namespace fastify {
  export { fastify as default, fastify };

  export interface FastifyInstance {
    /** @eos overlaps * */
    get(path: string, ...handlers: any[]): this;
    /** @eos overlaps * */
    post(path: string, ...handlers: any[]): this;
    /** @eos overlaps * */
    put(path: string, ...handlers: any[]): this;
    /** @eos overlaps * */
    patch(path: string, ...handlers: any[]): this;
    /** @eos overlaps * */
    delete(path: string, ...handlers: any[]): this;
    /** @eos overlaps 0.handler */
    route(options: any): this;
    register(plugin: any, options?: any): any;
    addHook(name: string, hook: any): this;
    decorate(name: string, value: any): this;
    listen(...where: any[]): Promise<string>;
    ready(): Promise<any>;
    close(): Promise<any>;
    [member: string]: any;
  }
  export type FastifyRequest<A = any> = any;
  export type FastifyReply<A = any> = any;
  export type FastifyPluginAsync<A = any> = any;
}

export = fastify;
