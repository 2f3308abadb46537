import { assertFlow } from '../flow-text.test.ts';

describe('branching', () => {
  it('joins behind if, else if and else', () => {
    assertFlow(
      `
        if (a) f();
        else if (b) g();
        else h();
        i();
      `,
      `
        1 branch a → 2 else 3
        2 call f() floating → 4 !→ 5
        3 branch b → 6 else 7
        4 call i() floating → 8 !→ 5
        5 throw
        6 call g() floating → 4 !→ 5
        7 call h() floating → 4 !→ 5
        8 return
      `,
    );
  });

  it('compares the cases in order, falls through, and takes the default last', () => {
    assertFlow(
      `
        switch (k()) {
          case 1:
            a();
          case two():
            b();
            break;
          default:
            c();
          case 3:
            d();
        }
      `,
      `
        1 call k() stored → 2 !→ 3
        2 branch 1 → 4 else 5
        3 throw
        4 call a() floating → 6 !→ 3
        5 call two() stored → 7 !→ 3
        6 call b() floating → 8 !→ 3
        7 branch two() → 6 else 9
        8 return
        9 branch 3 → 10 else 11
        10 call d() floating → 8 !→ 3
        11 call c() floating → 10 !→ 3
      `,
    );
  });

  it('leaves a switch without default when no case fits', () => {
    assertFlow(
      `
        switch (k) {
          case 1:
            return f();
        }
        g();
      `,
      `
        1 branch 1 → 2 else 3
        2 call f() returned → 4 !→ 5
        3 call g() floating → 6 !→ 5
        4 return f()
        5 throw
        6 return
      `,
    );
  });
});
