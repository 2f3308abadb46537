import type { Words } from '../kafka/transaction-state.ts';

export class GenericError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export class UserError extends GenericError {
  constructor(message: string) {
    super('PLT_KFK_USER', message);
  }
}

export class ProtocolError extends GenericError {
  readonly apiId: string;
  readonly canRetry = false;

  constructor(apiId: string) {
    super('PLT_KFK_PROTOCOL', `The broker answered ${apiId}`);
    this.apiId = apiId;
  }
}

export const words: Words = {
  refused: ({ type }) => new ProtocolError(type),
  wrongState: (message) => new UserError(message),
};
