// NATS 3 over TCP.

import type { NatsConnection } from '@nats-io/nats-core';

export * from '@nats-io/nats-core';
export function connect(options?: any): Promise<NatsConnection>;
