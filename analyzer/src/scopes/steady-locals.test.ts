import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';

interface Case {
  readonly title: string;
  readonly body: string;
  readonly steady: readonly string[];
}

const ORDER = 'const order = JSON.parse(String(message.value));';
const CHARGE = 'try { await bank.charge({}); } catch {}';
const SEND = 'if (ok) await database.find("x", {});';

const cases: readonly Case[] = [
  { title: 'what the message says', body: `let ok = order.urgent; ${CHARGE} ${SEND}`, steady: ['always'] },
  {
    title: 'what the message decides, ahead of everything that may fail',
    body: `let ok = false; if (order.urgent) ok = true; ${CHARGE} ${SEND}`,
    steady: ['unguarded'],
  },
  {
    title: 'not what is set behind a call',
    body: `let ok = false; try { await bank.charge({}); ok = true; } catch {} ${SEND}`,
    steady: [],
  },
  {
    title: 'not what is set in a catch',
    body: `let ok = order.urgent; try { await bank.charge({}); } catch { ok = false; } ${SEND}`,
    steady: [],
  },
  {
    title: 'not what a call has answered',
    body: `let ok = await bank.charge(order).then(() => order.urgent, () => false); ${SEND}`,
    steady: [],
  },
  {
    title: 'what the message says in each turn of a loop',
    body: `for (const item of order.items) { let ok = false; if (item.gift) ok = true; ${CHARGE} ${SEND} }`,
    steady: ['unguarded'],
  },
  {
    title: 'not what an earlier turn of a loop has set',
    body: `let ok = false; for (const item of order.items) { if (item.gift) ok = true; ${CHARGE} } ${SEND}`,
    steady: [],
  },
];

describe('variables that hold the same whether something fails or not', () => {
  for (const { title, body, steady } of cases) {
    it(title, () => {
      const { conditions } = unitOf(handlerFile(`${ORDER} ${body}`));
      assert.deepEqual([...conditions.steady.values()], steady);
    });
  }
});
