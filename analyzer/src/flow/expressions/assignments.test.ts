import { assertFlow } from '../flow-text.test.ts';

describe('assignments', () => {
  it('leaves a short-circuited assignment out', () => {
    assertFlow(
      `
        a ??= f();
        b ||= g();
        c &&= h();
      `,
      `
        1 branch a nullish → 2 else 3
        2 call f() stored → 3 !→ 4
        3 branch b → 5 else 6
        4 throw
        5 branch c → 7 else 8
        6 call g() stored → 5 !→ 4
        7 call h() stored → 8 !→ 4
        8 return
      `,
    );
  });

  it('writes an element only when the assignment happens', () => {
    assertFlow(
      `
        o[k] ??= f();
      `,
      `
        1 access o[k] → 2
        2 branch o[k] nullish → 3 else 4
        3 call f() stored → 5 !→ 6
        4 return
        5 access o[k] ??= f() → 4
        6 throw
      `,
    );
  });

  it('evaluates the target before the value', () => {
    assertFlow(
      `
        f().p = g();
      `,
      `
        1 call f() stored → 2 !→ 3
        2 call g() stored → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });
});
