import type { InputMessage, SimulatedUnit, SimulationOptions } from '../simulator/api.ts';
import { simulate } from '../simulator/simulate.ts';

/** Two messages whose value has a field of each name, with text that only this message has. */
export function messagesWith(fields: readonly string[]): readonly [InputMessage, InputMessage] {
  return [messageWith('first-1', fields), messageWith('second-2', fields)];
}

function messageWith(id: string, fields: readonly string[]): InputMessage {
  const value = { id, ...Object.fromEntries(fields.map((field) => [field, `${id}-${field}`])) };
  return { id, key: id, value: JSON.stringify(value) };
}

export interface Given extends SimulationOptions {
  readonly fields?: readonly string[];
  readonly messages?: readonly [InputMessage, InputMessage];
  readonly files?: Readonly<Record<string, string>>;
}

/** Simulates one file of TypeScript, or several of which it is the entry. */
export async function simulateSource(source: string, given: Given = {}): Promise<readonly SimulatedUnit[]> {
  const { fields = [], messages = messagesWith(fields), files = {}, ...options } = given;
  const program = { files: new Map([['main.ts', source], ...Object.entries(files)]), entry: 'main.ts' };
  return simulate(program, [messages], options);
}

/** The effects of all units, one line each: `INSERT INTO ledger: at-least-once (duplicate)`. */
export function verdictsOf(units: readonly SimulatedUnit[]): readonly string[] {
  return units.flatMap(({ effects, incomplete }) =>
    incomplete === undefined
      ? effects.map(({ label, guarantee, anomalies }) => {
          const kinds = anomalies.map(({ kind }) => kind).join(', ');
          return kinds === '' ? `${label}: ${guarantee}` : `${label}: ${guarantee} (${kinds})`;
        })
      : [`incomplete: ${incomplete}`],
  );
}

/** The story of the run that shows an anomaly of the effect with this label. */
export function storyOf(units: readonly SimulatedUnit[], label: string, kind: string): readonly string[] {
  const effect = units.flatMap(({ effects }) => effects).find((candidate) => candidate.label === label);
  const anomaly = effect?.anomalies.find((candidate) => candidate.kind === kind);
  return (anomaly?.run.events ?? []).map(({ process, text }) => `${process} ${text}`);
}

/** A handler of single messages of the topic `in`, with a producer, a pool, Redis, `axios` and `stripe` at hand. */
export function handlerOf(body: string, options: { readonly run?: string; readonly top?: string } = {}): string {
  return `${prelude}
${options.top ?? ''}
export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({ ${options.run ?? ''} eachMessage: async ({ topic, partition, message }) => {
    const event = JSON.parse(String(message.value));
    ${body}
  } });
}`;
}

/** The same for a handler of batches. */
export function batchHandlerOf(body: string, options: { readonly run?: string } = {}): string {
  return `${prelude}
export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({ ${options.run ?? ''} eachBatch: async (payload) => {
    const { batch, resolveOffset } = payload;
    ${body}
  } });
}`;
}

const prelude = `
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Redis from 'ioredis';
import axios from 'axios';
import Stripe from 'stripe';
const kafka = new Kafka({ clientId: 'c', brokers: ['b:9092'] });
const producer = kafka.producer({ transactionalId: 'tx-1', idempotent: true });
const consumer = kafka.consumer({ groupId: 'group' });
const pool = new Pool();
const redis = new Redis();
const stripe = new Stripe('key');
const next = (message: { offset: string }) => (BigInt(message.offset) + 1n).toString();
`;
