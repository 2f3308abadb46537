import type { EachMessagePayload } from 'kafkajs';

export async function pack({ message }: EachMessagePayload): Promise<void> {
  console.info('packing', String(message.value));
}
