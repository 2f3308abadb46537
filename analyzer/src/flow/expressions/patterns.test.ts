import { assertFlow } from '../flow-text.test.ts';

describe('patterns', () => {
  it('may evaluate a default', () => {
    assertFlow(
      `
        const { a = f(), b: [c = g()] = [], d = 1 } = h();
      `,
      `
        1 call h() stored → 2 !→ 3
        2 choice → 4 | 5
        3 throw
        4 call f() stored → 5 !→ 3
        5 choice → 6 | 7
        6 call g() stored → 7 !→ 3
        7 return
      `,
    );
  });

  it('evaluates computed names', () => {
    assertFlow(
      `
        const { [f()]: a } = b;
        ({ [g()]: a } = b);
      `,
      `
        1 call f() stored → 2 !→ 3
        2 call g() stored → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });

  it('does the same in a destructuring assignment', () => {
    assertFlow(
      `
        [a = f(), o[k], ...o.p] = g();
        ({ a = h(), b: c = i(), ...d } = j());
      `,
      `
        1 call g() stored → 2 !→ 3
        2 choice → 4 | 5
        3 throw
        4 call f() stored → 5 !→ 3
        5 access o[k] → 6
        6 call j() stored → 7 !→ 3
        7 choice → 8 | 9
        8 call h() stored → 9 !→ 3
        9 choice → 10 | 11
        10 call i() stored → 11 !→ 3
        11 return
      `,
    );
  });
});
