import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';

/** How the function is written that a catch asks, and whether its yes is a violation. */
const helpers: readonly (readonly [written: string, isYes: boolean])[] = [
  ['const asked = (e: any) => e.code === "23505";', true],
  ['const asked = (e: any) => e.code !== "23505";', false],
  ['const asked = (e: any) => !(e.code === "23505");', false],
  ['function asked(e: any) { return e.code === "23505"; }', true],
  ['function asked(e: any) { return e.code !== "23505"; }', false],
  ['function asked(e: any) { return !other(e); } const other = (e: any) => e.code !== "23505";', true],
  ['const asked = (e: any): boolean => ["23505"].some((code) => code === e.code);', true],
  ['function asked(e: any) { if (typeof e !== "object") return false; return e.code === "23505"; }', true],
  ['function asked(e: any): boolean { if (e.code === "23505") return true; return asked(e.cause); }', true],
  ['const asked = (e: any): boolean => asked(e.cause) === (e.code === "23505");', true],
];

describe('a function that asks for a unique violation', () => {
  for (const [written, isYes] of helpers) {
    it(written, () => {
      const body =
        'try { await database.insert("seen", {}); } catch (error) { if (asked(error)) return; throw error; }';
      const { conditions } = unitOf(handlerFile(body, written));
      const tests = [...conditions.tests.values()].filter(({ kind }) => kind === 'violation');
      assert.deepEqual(tests.at(-1), { kind: 'violation', positive: isYes });
    });
  }
});
