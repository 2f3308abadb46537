import { assertFlow } from '../flow-text.test.ts';

describe('try', () => {
  it('leads calls, awaits and throws to the catch', () => {
    assertFlow(
      `
        try {
          await f();
          await p;
          throw g();
        } catch (e) {
          h(e);
        }
        done();
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 await p → 4 !→ 3
        3 catch → 5
        4 call g() stored → 3 !→ 3
        5 call h(…) floating → 6 !→ 7
        6 call done() floating → 8 !→ 7
        7 throw
        8 return
      `,
    );
  });

  it('leads failures in the catch out', () => {
    assertFlow(
      `
        try {
          f();
        } catch {
          try {
            g();
          } catch ({ code = h() }) {}
          throw i();
        }
      `,
      `
        1 call f() floating → 2 !→ 3
        2 return
        3 catch → 4
        4 call g() floating → 5 !→ 6
        5 call i() stored → 7 !→ 8
        6 catch → 9
        7 throw i()
        8 throw
        9 choice → 10 | 5
        10 call h() stored → 5 !→ 8
      `,
    );
  });

  it('copies finally per way out: normal and failed', () => {
    assertFlow(
      `
        try {
          f();
        } finally {
          g();
        }
        done();
      `,
      `
        1 call f() floating → 2 !→ 3
        2 finally → 4
        3 finally → 5
        4 call g() floating → 6 !→ 7
        5 call g() floating → 7 !→ 7
        6 call done() floating → 8 !→ 7
        7 throw
        8 return
      `,
    );
  });

  it('runs finally between a returned call and the return', () => {
    assertFlow(
      `
        try {
          return await f();
        } catch (e) {
          return g();
        } finally {
          h();
        }
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 finally → 4
        3 catch → 5
        4 call h() floating → 6 !→ 7
        5 call g() returned → 8 !→ 9
        6 return await f()
        7 throw
        8 finally → 10
        9 finally → 11
        10 call h() floating → 12 !→ 7
        11 call h() floating → 7 !→ 7
        12 return g()
      `,
    );
  });

  it('ends every return without a value in one place', () => {
    assertFlow(
      `
        try {
          if (a) return;
          if (b) return;
          f();
        } finally {
          g();
        }
      `,
      `
        1 branch a → 2 else 3
        2 finally → 4
        3 branch b → 2 else 5
        4 call g() floating → 6 !→ 7
        5 call f() floating → 2 !→ 8
        6 return
        7 throw
        8 finally → 9
        9 call g() floating → 7 !→ 7
      `,
    );
  });

  it('runs finally on break and continue', () => {
    assertFlow(
      `
        for (const x of xs) {
          try {
            if (a) break;
            if (b) continue;
            f();
          } finally {
            g();
          }
        }
      `,
      `
        1 each xs ↻ 2 → 3
        2 branch a → 4 else 5
        3 return
        4 leave break; → 6
        5 branch b → 7 else 8
        6 finally → 9
        7 finally → 10
        8 call f() floating → 7 !→ 11
        9 call g() floating → 3 !→ 12
        10 call g() floating → 1 !→ 12
        11 finally → 13
        12 throw
        13 call g() floating → 12 !→ 12
      `,
    );
  });

  it('runs nested finally blocks from the inside out, up to the target', () => {
    assertFlow(
      `
        for (const x of xs) {
          try {
            for (const y of ys) {
              try {
                if (a) break;
                return;
              } finally {
                inner();
              }
            }
          } finally {
            outer();
          }
        }
      `,
      `
        1 each xs ↻ 2 → 3
        2 each ys ↻ 4 → 5
        3 return
        4 branch a → 6 else 7
        5 finally → 8
        6 leave break; → 9
        7 leave return; → 10
        8 call outer() floating → 1 !→ 11
        9 finally → 12
        10 finally → 13
        11 throw
        12 call inner() floating → 5 !→ 14
        13 call inner() floating → 15 !→ 14
        14 finally → 16
        15 finally → 17
        16 call outer() floating → 11 !→ 11
        17 call outer() floating → 3 !→ 11
      `,
    );
  });

  it('lets a return in finally override what led there', () => {
    assertFlow(
      `
        try {
          throw f();
        } finally {
          return g();
        }
      `,
      `
        1 call f() stored → 2 !→ 2
        2 finally → 3
        3 call g() returned → 4 !→ 5
        4 return g()
        5 throw
      `,
    );
  });

  it('lets a break in finally override a return', () => {
    assertFlow(
      `
        while (true) {
          try {
            return f();
          } finally {
            break;
          }
        }
        g();
      `,
      `
        1 repeat ↻ 2
        2 leave return f(); → 3
        3 call f() returned → 4 !→ 5
        4 finally → 6
        5 finally → 7
        6 leave break; → 8
        7 leave break; → 8
        8 call g() floating → 9 !→ 10
        9 return
        10 throw
      `,
    );
  });
});
