import { assertFlow } from '../flow-text.test.ts';

describe('loops', () => {
  it('comes back to the head of for-of', () => {
    assertFlow(
      `
        for (const x of list()) {
          if (skip(x)) continue;
          if (stop(x)) break;
          f(x);
        }
        done();
      `,
      `
        1 call list() stored → 2 !→ 3
        2 each list() ↻ 4 → 5
        3 throw
        4 call skip(…) stored → 6 !→ 3
        5 call done() floating → 7 !→ 3
        6 branch skip(…) → 2 else 8
        7 return
        8 call stop(…) stored → 9 !→ 3
        9 branch stop(…) → 10 else 11
        10 leave break; → 5
        11 call f(…) floating → 2 !→ 3
      `,
    );
  });

  it('treats for-in and for await alike', () => {
    assertFlow(
      `
        for (const k in o) f(k);
        for await (const { a = g() } of stream) h(a);
      `,
      `
        1 each o ↻ 2 → 3
        2 call f(…) floating → 1 !→ 4
        3 each stream ↻ 5 → 6
        4 throw
        5 choice → 7 | 8
        6 return
        7 call g() stored → 8 !→ 4
        8 call h(…) floating → 3 !→ 4
      `,
    );
  });

  it('writes an element that is the loop variable', () => {
    assertFlow(
      `
        for (o[k] of list) f();
      `,
      `
        1 each list ↻ 2 → 3
        2 access o[k] → 4
        3 return
        4 call f() floating → 1 !→ 5
        5 throw
      `,
    );
  });

  it('tests a while before its body', () => {
    assertFlow(
      `
        while (more()) f();
        done();
      `,
      `
        1 repeat ↻ 2 → 6
        2 call more() stored → 3 !→ 4
        3 branch more() → 5 else 6
        4 throw
        5 call f() floating → 1 !→ 4
        6 call done() floating → 7 !→ 4
        7 return
      `,
    );
  });

  it('tests a do behind its body, also after continue', () => {
    assertFlow(
      `
        do {
          if (a) continue;
          f();
        } while (more());
      `,
      `
        1 repeat ↻ 2 → 7
        2 branch a → 3 else 4
        3 call more() stored → 5 !→ 6
        4 call f() floating → 3 !→ 6
        5 branch more() → 1 else 7
        6 throw
        7 return
      `,
    );
  });

  it('runs initializer, condition, body and incrementor of a for', () => {
    assertFlow(
      `
        for (let i = start(); i < n; step()) {
          if (i) continue;
          f();
        }
      `,
      `
        1 call start() stored → 2 !→ 3
        2 assign i → 4
        3 throw
        4 repeat ↻ 5 → 7
        5 branch i < n → 6 else 7
        6 branch i → 8 else 9
        7 return
        8 call step() floating → 4 !→ 3
        9 call f() floating → 8 !→ 3
      `,
    );
  });

  it('leaves an endless loop by break only', () => {
    assertFlow(
      `
        while (true) {
          if (f()) break;
        }
        for (;;) g();
      `,
      `
        1 repeat ↻ 2
        2 call f() stored → 3 !→ 4
        3 branch f() → 5 else 1
        4 throw
        5 leave break; → 6
        6 repeat ↻ 7
        7 call g() floating → 6 !→ 4
      `,
    );
  });
});
