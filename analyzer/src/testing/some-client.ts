import type { ClientProfile } from '../facts/client-profile.ts';

/** A made-up Kafka library that leaves as much as possible to its users. */
export const someClient: ClientProfile = {
  autoCommitDefault: true,
  autoCommitMoves: 'after-handler',
  autoCommitMayStepBack: false,
  afterThrow: 'the consumer starts again',
  throwRedelivers: 'in-process',
  failedSettlement: 'producer-unusable',
  sendOffsetsCarryGeneration: false,
  offsetCommitsCarryGeneration: true,
  sendDuringTransaction: 'outside',
  awaitsHandlerBeforeRevocation: false,
  staleAfter: 'expulsion',
  transactionTimeoutMs: 60_000,
};
