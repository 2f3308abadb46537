// superagent 5 to 10. The key is set by a later step of the chain, so it can only be believed, not judged.

declare const request: request.SuperAgentStatic;

declare namespace request {
  interface SuperAgent {
    /** @eos read http resource=0 */
    get(url: string, ...args: any[]): Request;
    /** @eos read http resource=0 */
    head(url: string, ...args: any[]): Request;
    /** @eos write http idempotent resource=0 */
    put(url: string, ...args: any[]): Request;
    /** @eos write http idempotent resource=0 */
    delete(url: string, ...args: any[]): Request;
    /** @eos write http idempotent resource=0 */
    del(url: string, ...args: any[]): Request;
    /** @eos write http non-idempotent resource=0 */
    post(url: string, ...args: any[]): Request;
    /** @eos write http non-idempotent resource=0 */
    patch(url: string, ...args: any[]): Request;
  }

  interface SuperAgentStatic extends SuperAgent {
    agent(options?: any): SuperAgent;
    default: SuperAgentStatic;
  }

  interface Request extends Promise<Response> {
    /** @eos when 0=Idempotency-Key,X-Idempotency-Key refine idempotent */
    set(field: any, value?: any): this;
    send(data?: any): this;
    query(value: any): this;
    type(value: string): this;
    accept(value: string): this;
    auth(...args: any[]): this;
    timeout(value: any): this;
    retry(count?: number, callback?: any): this;
    ok(callback: any): this;
    redirects(count: number): this;
    end(callback?: any): any;
  }

  type SuperAgentRequest = Request;

  interface Response {
    ok: boolean;
    status: number;
    text: string;
    body: any;
    headers: any;
  }
}

export = request;
