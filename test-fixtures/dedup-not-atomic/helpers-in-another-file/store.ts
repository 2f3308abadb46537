import { Redis } from 'ioredis';

const redis = new Redis();

export async function isKnown(id: string): Promise<boolean> {
  return (await redis.exists(`renewal:${id}`)) === 1;
}

export async function remember(id: string): Promise<void> {
  await redis.set(`renewal:${id}`, '1');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
}