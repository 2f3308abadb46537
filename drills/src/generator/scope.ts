import type { Lines } from './emitter.ts';
import type { Names } from './print-names.ts';
import type { Program } from './program.ts';

/** What the printed text around a statement offers it. */
export interface Scope {
  readonly program: Program;
  readonly names: Names;
  /** Inside a loop over the items of the message. */
  readonly item: boolean;
  /** The handle of the database transaction around it. */
  readonly db?: string;
  /** The handle of the Kafka transaction around it. */
  readonly txn?: string;
  /** How the work on this message is left early. */
  readonly exit: Lines;
}

/** A module-level object as the handler sees it: a field in a class, else the constant. */
export function refer(scope: Scope, name: 'pool' | 'producer' | 'redis' | 'mailer' | 'stripe' | 'consumer'): string {
  scope.names.need(MODULE_OF[name]);
  return scope.program.shape === 'method' && name !== 'consumer' ? `this.${name}` : name;
}

export const MODULE_OF = {
  pool: 'pg',
  producer: 'producer',
  redis: 'ioredis',
  mailer: 'nodemailer',
  stripe: 'stripe',
  consumer: 'consumer',
} as const;

export function isTyped({ program }: Scope): boolean {
  return program.language === 'typescript';
}

/** What names the message, and the item where there is one, as an expression. */
export function identityText(scope: Scope): string {
  return scope.item ? '${order.id}:${item.sku}' : '${order.id}';
}

export function identityList(scope: Scope): string {
  return scope.item ? 'order.id, item.sku' : 'order.id';
}

export function identityFields(scope: Scope): string {
  return scope.item ? 'id: order.id, sku: item.sku' : 'id: order.id';
}
